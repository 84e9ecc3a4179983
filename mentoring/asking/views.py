"""/mijn/mentor-kiezen/, asking first, taking a request back; and /antwoord/, where a link in a mail leads."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions import matches
from mentoring.actions.matches.requesting import MOST_OPEN
from mentoring.asking import enquiring, links, policies
from mentoring.asking.forms import EnquiryForm
from mentoring.asking.suggesting import STAYS, Choice, choices_of, find_mentors, why_not_now
from mentoring.asking.terms import own_to_choose_for
from mentoring.forms.answers import DeclineForm
from mentoring.models import Match, Suggestion
from mentoring.organisers import is_read
from mentoring.proposals import day_in_words, said_narrowly
from mentoring.pseudonyms import told_to
from mentoring.reasons import missed_by
from mentoring.states import Side
from mentoring.views.people_pages import facts_in_words
from mentoring.views.proposal import about, say_no
from people import limits
from people.access import View, needs, public, signed_in
from programmes.models import Participation

GET_OR_POST = ["GET", "HEAD", "POST"]
REASONS_SHOWN = 3


# Choosing a mentor --------------------------------------------------------------------------------------


@needs(policies.can_choose_somewhere)
@never_cache
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    own = own_to_choose_for(request.user).with_consent_asked().select_related("edition__programme", "user")
    rooms = [_room(one) for one in own.order_by("-admitted_at", "pk")]
    return render(request, "mentoring/choose_mentor.html", {"rooms": rooms, "most": MOST_OPEN})


def _room(participation: Participation) -> dict[str, Any]:
    """One edition of hers: what stands open, and whom she can ask."""
    asked = (
        Match.objects.going_on()
        .filter(participation=participation)
        .select_related("participation__edition", "participation__user", "mentor__user")
    )
    going_on = list(asked.order_by("proposed_at", "pk"))
    has_mentor = any(match.is_active for match in going_on)
    requests = [match for match in going_on if match.is_asked and not match.is_active]
    choices = [] if has_mentor else choices_of(participation)
    return {
        "participation": participation,
        "title": participation.edition.full_name,
        "has_mentor": has_mentor,
        "requests": [_request_row(match) for match in requests],
        "may_ask": len(requests) < MOST_OPEN,
        "why_not": "" if has_mentor else why_not_now(participation),
        "cards": [_card(choice) for choice in choices],
        "has_pseudonyms": any(not choice.told.by_name for choice in choices),
        "until": timezone.localdate(choices[0].suggestion.made_at + STAYS) if choices else None,
        "searched": participation.suggested_mentors.filter(made_at__gt=timezone.now() - STAYS).exists(),
    }


def _request_row(match: Match) -> dict[str, Any]:
    return {
        "key": match.key,
        "name": told_to(Side.MENTEE, match).name,
        "text": _("Kiest uiterlijk op %(day)s.") % {"day": day_in_words(match)},
    }


def _card(choice: Choice) -> dict[str, Any]:
    suggestion = choice.suggestion
    return {
        "key": suggestion.key,
        "told": choice.told,
        "facts": facts_in_words(choice.told.facts, Side.MENTEE),
        "reasons": said_narrowly(Side.MENTEE, choice.reasons, REASONS_SHOWN),
        "missed": missed_by(Side.MENTEE, choice.reasons.reasons),
    }


@signed_in
@never_cache
@require_POST
def find(request: HttpRequest, key: UUID) -> HttpResponse:
    """For one participation: lay the mentors down who fit best. Not so often that she sees all of them in turn."""
    participation = get_object_or_404(own_to_choose_for(request.user), key=key)
    if limits.asked_too_often(request, "find_mentors"):
        messages.error(request, _("Je zocht vaak achter elkaar. Wacht een uur en probeer het dan opnieuw."))
        return redirect("mentoring:choose_mentor")
    try:
        found = find_mentors(participation, by=request.user)
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        if found:
            messages.success(request, _("Dit zijn de mentoren die het best bij je passen. Je kiest zelf."))
        else:
            messages.info(request, _("Nu heeft geen mentor plek die bij je past. De organisatie zoekt verder."))
    return redirect("mentoring:choose_mentor")


@signed_in
@never_cache
@require_POST
def ask(request: HttpRequest, key: UUID) -> HttpResponse:
    own = own_to_choose_for(request.user)
    suggestion = get_object_or_404(
        Suggestion.objects.filter(participation__in=own).select_related("participation", "mentor"), key=key
    )
    try:
        match = matches.ask_mentor(suggestion, by=request.user)
    except Refused as refused:
        messages.error(request, refused.text)
        return redirect("mentoring:choose_mentor")
    messages.success(request, _("Je vroeg deze mentor. Die kiest uiterlijk op %(day)s.") % {"day": day_in_words(match)})
    return redirect("mentoring:choose_mentor")


def _own_match(request: HttpRequest, key: UUID) -> Match:
    own = Match.objects.of(request.user).select_related(
        "participation__edition__programme", "participation__user", "mentor__user"
    )
    return get_object_or_404(own, key=key)


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """The participant's own request."""
    match = get_object_or_404(
        Match.objects.asked().filter(participation__user=request.user).select_related("participation", "mentor__user"),
        key=key,
    )
    if not policies.shows_take_back_request(request.user, match):
        return redirect("mentoring:proposal", key=key)
    if request.method != "POST":
        name = told_to(Side.MENTEE, match).name
        return render(request, "mentoring/proposal_take_back.html", {"match": match, "name": name})
    try:
        matches.take_back_request(match, by=request.user)
    except IllegalMove:
        messages.info(request, _("Dat kan niet meer: de mentor heeft al geantwoord."))
        return redirect("mentoring:proposal", key=key)
    messages.success(request, _("Je nam je vraag terug. De mentor krijgt bericht."))
    return redirect("mentoring:choose_mentor")


# Asking the organiser first -----------------------------------------------------------------------------


@signed_in
@never_cache
@require_http_methods(GET_OR_POST)
def enquire(request: HttpRequest, key: UUID) -> HttpResponse:
    match = _own_match(request, key)
    if not policies.shows_ask_first(request.user, match):
        return redirect("mentoring:proposal", key=key)
    form = EnquiryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            enquiring.ask_first(match, form.cleaned_data["words"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.text)
        else:
            messages.success(request, _("Je vraag is verstuurd. Je krijgt een mail als er antwoord is."))
            return redirect("mentoring:proposal", key=key)
    context = {"match": match, "form": form, "is_read": is_read(match)}
    return render(request, "mentoring/proposal_ask.html", context)


# From a mail, without signing in ------------------------------------------------------------------------

Answered = Callable[[HttpRequest, Match, Side], HttpResponse]


def _from_a_mail(view: Answered) -> View:
    """Whatever is wrong with a link, the page is the same: it tells nothing of a proposal, or of a person."""

    @public
    @never_cache
    @require_http_methods(GET_OR_POST)
    @wraps(view)
    def opened(request: HttpRequest, key: UUID, token: UUID) -> HttpResponse:
        found = links.match_behind(key, token)
        answer = view(request, *found) if found else render(request, "mentoring/answer_gone.html", status=410)
        answer["Referrer-Policy"] = "same-origin"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return opened


def _page(request: HttpRequest, match: Match, side: Side, **more: Any) -> HttpResponse:
    """The proposal as it stands behind sign-in, without the real name of a mentor who shows hers."""
    context = about(match, side, signed_in=False) | {"token": links.token_of(match, side)}
    return render(request, "mentoring/answer.html", context | more, status=409 if more else 200)


@_from_a_mail
def answer(request: HttpRequest, match: Match, side: Side) -> HttpResponse:
    """Opening changes nothing; the one button here is the yes."""
    if request.method != "POST":
        return _page(request, match, side)
    try:
        match = matches.accept_match(match, by=match.user_at(side))
    except matches.AlreadyAnswered as already:
        return render(request, "mentoring/answer_given.html", {"already": already.text})
    except Refused as refused:
        return _page(request, match, side, refused=refused.text)
    except IllegalMove:
        return render(request, "mentoring/answer_gone.html", status=410)
    return render(request, "mentoring/answer_given.html", {"yes": True, "is_pair": match.is_active})


@_from_a_mail
def answer_no(request: HttpRequest, match: Match, side: Side) -> HttpResponse:
    form = DeclineForm(request.POST if request.method == "POST" else None, side=side)
    if form.is_valid():
        try:
            say_no(match, by=match.user_at(side), answers=form.cleaned_data)
        except IllegalMove:
            return render(request, "mentoring/answer_gone.html", status=410)
        return render(request, "mentoring/answer_given.html", {"yes": False})
    return render(
        request, "mentoring/answer_no.html", {"match": match, "form": form, "token": links.token_of(match, side)}
    )
