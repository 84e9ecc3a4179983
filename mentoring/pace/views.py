"""/mijn/koppel/: the plan, the goals, a pause, where a pair speaks, and another mentor. The two alone open it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lifecycle.errors import Refused
from mentoring.kept_out import blocked_since
from mentoring.models import Agreement, Goal, MentorWish
from mentoring.organisers import is_read
from mentoring.pace import policies
from mentoring.pace.actions import agreeing, goals, going_on, nudging, wishes
from mentoring.pace.forms import AgreementForm, GoalForm, OtherMentorForm, PauseForm
from mentoring.pace.models import pace_of
from mentoring.pace.parts import goals_shown
from mentoring.views.room import called, own_pair, saved_or_said
from people.access import signed_in

GET_OR_POST = ["GET", "HEAD", "POST"]


def pressed(request: HttpRequest, act: Callable[[], Any], said: str) -> None:
    """A button without a form: what came of it, on the page that follows."""
    try:
        act()
    except Refused as refused:
        messages.info(request, refused.text)
    else:
        messages.success(request, said)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def plan(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.shows_pace(request.user, match):
        return redirect("mentoring:room", key=key)
    now, waiting = agreeing.in_force(match)
    other = called(match, side.other)
    if waiting and waiting.proposed_by != side and blocked_since(match, side):
        waiting = None
    form = AgreementForm.of(waiting or now, request.POST if request.method == "POST" else None, other=other)

    def save() -> None:
        agreeing.propose_agreement(match, by=request.user, **form.cleaned_data)

    if form.is_valid() and saved_or_said(form, save):
        messages.success(request, _("Je plan staat klaar. %(name)s zegt nog ja of nee.") % {"name": other})
        return redirect("mentoring:room", key=key)
    return render(request, "mentoring/room_plan.html", {"match": match, "form": form, "has_plan": bool(now)})


@signed_in
@never_cache
@require_POST
def plan_move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    """The yes to a plan, or taking it back."""
    own = Agreement.objects.visible_to(request.user).select_related("match__participation", "match__mentor")
    agreement = get_object_or_404(own, key=key)
    acts = {
        "akkoord": (agreeing.agree_agreement, _("Jullie zijn het eens. Dit is jullie plan.")),
        "intrekken": (agreeing.withdraw_agreement, _("Dit plan gaat niet door. Maak samen een nieuw plan.")),
    }
    if verb not in acts:
        raise Http404
    act, said = acts[verb]
    pressed(request, lambda: act(agreement, by=request.user), said)
    return redirect("mentoring:room", key=agreement.match.key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def goals_of_pair(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.shows_pace(request.user, match):
        return redirect("mentoring:room", key=key)
    form = GoalForm(request.POST if request.method == "POST" else None, other=called(match, side.other))

    def save() -> None:
        goals.add_goal(match, form.cleaned_data["words"], by=request.user)

    if form.is_valid() and saved_or_said(form, save):
        messages.success(request, _("Je doel staat erbij."))
        return redirect("mentoring:room_goals", key=key)
    context = {"match": match, "form": form, "goals": goals_shown(match, side), "most": goals.MOST_GOALS}
    return render(request, "mentoring/room_goals.html", context)


@signed_in
@never_cache
@require_POST
def goal_move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    own = Goal.objects.visible_to(request.user).select_related("match__participation", "match__mentor")
    goal = get_object_or_404(own, key=key)
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "gelukt": (lambda: goals.tick_goal(goal, reached=True, by=request.user), _("Gelukt. Mooi!")),
        "nog-niet": (lambda: goals.tick_goal(goal, reached=False, by=request.user), _("Dit doel staat weer open.")),
        "weghalen": (lambda: goals.remove_goal(goal, by=request.user), _("Dit doel is weg.")),
    }
    if verb not in acts:
        raise Http404
    pressed(request, *acts[verb])
    return redirect("mentoring:room_goals", key=goal.match.key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def outside(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asked first: what changes, and a button."""
    match, side = own_pair(request, key)
    if request.method == "POST":
        said = _("Goed. Wij vragen jullie alleen nog één druk per maand.")
        pressed(request, lambda: going_on.go_outside(match, by=request.user), said)
        return redirect("mentoring:room", key=key)
    if not policies.shows_pace_move(request.user, match, "go_outside"):
        return redirect("mentoring:room", key=key)
    context = {"match": match, "other": called(match, side.other)}
    return render(request, "mentoring/room_outside.html", context)


@signed_in
@never_cache
@require_POST
def inside(request: HttpRequest, key: UUID) -> HttpResponse:
    match, _side = own_pair(request, key)
    pressed(request, lambda: going_on.come_back(match, by=request.user), _("Jullie spreken weer hier af."))
    return redirect("mentoring:room", key=key)


@signed_in
@never_cache
@require_POST
def month(request: HttpRequest, key: UUID) -> HttpResponse:
    """The one press of a month."""
    match, _side = own_pair(request, key)
    pressed(request, lambda: nudging.say_spoken(match, by=request.user), _("Genoteerd. Het telt voor jullie allebei."))
    return redirect("mentoring:room", key=key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def pause(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = own_pair(request, key)
    if not policies.shows_pace(request.user, match):
        return redirect("mentoring:room", key=key)
    other = called(match, side.other)
    form = PauseForm(
        request.POST if request.method == "POST" else None, other=other, initial={"until": pace_of(match).paused_until}
    )

    def save() -> None:
        going_on.pause_pair(match, by=request.user, until=form.cleaned_data["until"])

    if form.is_valid() and saved_or_said(form, save):
        messages.success(request, _("Jullie hebben pauze. %(name)s krijgt bericht.") % {"name": other})
        return redirect("mentoring:room", key=key)
    return render(request, "mentoring/room_pause.html", {"match": match, "form": form})


@signed_in
@never_cache
@require_POST
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    match, _side = own_pair(request, key)
    pressed(request, lambda: going_on.resume_pair(match, by=request.user), _("De pauze is voorbij."))
    return redirect("mentoring:room", key=key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def other_mentor(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another mentor, please. The mentor's side has no such page."""
    match, side = own_pair(request, key)
    if not policies.can_wish(request.user, match):
        raise Http404
    if not policies.shows_wish(request.user, match):
        return redirect("mentoring:room", key=key)
    form = OtherMentorForm(request.POST if request.method == "POST" else None, other=called(match, side.other))

    def save() -> None:
        wishes.wish_other_mentor(match, by=request.user, reason=form.cleaned_data["reason"], keeps=form.keeps)

    if form.is_valid() and saved_or_said(form, save):
        messages.success(request, _("De organisatie zoekt een andere mentor voor je. Je krijgt een mail."))
        return redirect("mentoring:room", key=key) if form.keeps else redirect("people:mine")
    context = {"match": match, "form": form, "is_read": is_read(match)}
    return render(request, "mentoring/room_other_mentor.html", context)


@signed_in
@never_cache
@require_POST
def other_mentor_back(request: HttpRequest, key: UUID) -> HttpResponse:
    match, _side = own_pair(request, key)
    wish = get_object_or_404(MentorWish.objects.open().select_related("match"), match=match)
    if not policies.can_wish(request.user, match):
        raise Http404
    said = _("Goed. Jullie gaan verder zoals het was.")
    pressed(request, lambda: wishes.take_back_wish(wish, by=request.user), said)
    return redirect("mentoring:room", key=key)
