"""Answers: to "hebben jullie elkaar gesproken?" from a mail, without signing in, and to how it goes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lifecycle.errors import IllegalMove, Refused
from mentoring import policies as of_pairs
from mentoring.models import CheckIn, Nudge
from mentoring.organisers import is_read
from mentoring.pace import links, policies
from mentoring.pace.actions import check_ins, nudging
from mentoring.pace.choices import Moment
from mentoring.pace.forms import CheckInForm
from mentoring.pace.views import GET_OR_POST, pressed
from mentoring.states import Side
from mentoring.views.room import called, own_pair
from people.access import public, signed_in


@public
@never_cache
@require_http_methods(GET_OR_POST)
def spoken_answer(request: HttpRequest, key: UUID, token: UUID) -> HttpResponse:
    """The page behind the mail: one question, two buttons, nobody's name. Opening it changes nothing."""
    found = links.behind(key, token)
    if found is None:
        return _answered(request, "", status=404)
    nudge, user = found
    if request.method != "POST":
        return _unlisted(render(request, "mentoring/spoken_answer.html", {"was_no": nudge.answered_at is not None}))
    spoken = request.POST.get("antwoord") != "nee"
    try:
        nudging.answer_nudge(nudge, by=user, spoken=spoken)
    except (Refused, IllegalMove):  # the other one was first, or "nee" was pressed twice
        return _answered(request, "not_yet" if links.behind(key, token) else "")
    return _answered(request, "spoken" if spoken else "not_yet")


def _answered(request: HttpRequest, said: str, *, status: int = 200) -> HttpResponse:
    return _unlisted(render(request, "mentoring/spoken_answered.html", {"said": said}, status=status))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response


@signed_in
@never_cache
@require_POST
def nudge_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same press, from their own place."""
    own = Nudge.objects.visible_to(request.user).select_related("match")
    nudge = get_object_or_404(own, key=key)
    spoken = request.POST.get("antwoord") != "nee"
    said = _("Genoteerd. Het telt voor jullie allebei.") if spoken else _("Goed om te weten. Stel samen een tijd voor.")
    by: Any = request.user
    pressed(request, lambda: nudging.answer_nudge(nudge, by=by, spoken=spoken), said)
    return redirect("mentoring:room", key=nudge.match.key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def check_in(request: HttpRequest, key: UUID) -> HttpResponse:
    """Hers alone: what is asked of the other is as if it were not there."""
    own = CheckIn.objects.visible_to(request.user).select_related(
        "match__participation__user__mentee_profile", "match__mentor__user__mentor_profile"
    )
    found = get_object_or_404(own, key=key)
    if not policies.can_answer_check_in(request.user, found):
        raise Http404
    if not policies.shows_check_in(request.user, found):
        messages.info(request, _("Deze vraag is al voorbij. Je hoeft niets te doen."))
        return redirect("mentoring:room", key=found.match.key)
    other = called(found.match, Side(found.side).other)
    form = CheckInForm(request.POST if request.method == "POST" else None, moment=found.moment, other=other)
    if form.is_valid():
        said = _("Dank je wel. De organisatie leest je antwoord.") if is_read(found.match) else _("Dank je wel.")
        by: Any = request.user
        pressed(request, lambda: check_ins.answer_check_in(found, by=by, **form.cleaned_data), said)
        return redirect("mentoring:room", key=found.match.key)
    context = {
        "match": found.match,
        "form": form,
        "looks_back": found.moment == Moment.END,
        "is_read": is_read(found.match),
    }
    return render(request, "mentoring/room_check_in.html", context)


@signed_in
@never_cache
@require_POST
def look_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """For who does not wait for the mail: asks it now, and opens it."""
    match, side = own_pair(request, key)
    if not of_pairs.shows_planning(request.user, match):
        check_ins.begin_look_back(match)
    found = match.check_ins.filter(side=side, moment=Moment.END).first()
    if found is None:
        return redirect("mentoring:room", key=key)
    return redirect("mentoring:check_in", key=found.key)
