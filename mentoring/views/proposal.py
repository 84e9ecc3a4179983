"""/mijn/voorstel/: who was found, why, and the yes or no. Until both say yes, no name but the one chosen for this."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import matches, mentors
from mentoring.asking.enquiring import MOST_OF_ONE
from mentoring.asking.policies import shows_take_back_request
from mentoring.forms.answers import DeclineForm
from mentoring.models import Match
from mentoring.proposals import reasons_for, status_of
from mentoring.pseudonyms import told_and_seen
from mentoring.states import Side
from mentoring.views.people_pages import facts_in_words, to_talk_to
from people.access import signed_in
from people.models import User


def _own(request: HttpRequest, key: UUID) -> tuple[Match, Side]:
    own = Match.objects.of(request.user).select_related(
        "participation__edition__programme", "participation__user__mentee_profile", "mentor__user__mentor_profile"
    )
    match = get_object_or_404(own, key=key)
    return match, Side(match.side_of(request.user) or "")


@signed_in
@never_cache
@require_safe
def proposal(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = _own(request, key)
    if policies.can_see_room(request.user, match):
        return redirect("mentoring:room", key=key)
    enquiries = list(match.enquiries.filter(side=side))
    context = about(match, side) | {
        "shows_accept": policies.shows_accept(request.user, match),
        "shows_decline": policies.shows_decline(request.user, match),
        "shows_take_back": shows_take_back_request(request.user, match),
        "enquiries": enquiries,
        "asks_first": len(enquiries) < MOST_OF_ONE and all(one.answered_at for one in enquiries),
    }
    return render(request, "mentoring/proposal_detail.html", context)


def about(match: Match, side: Side, *, signed_in: bool = True) -> dict[str, Any]:
    """What the page of a proposal shows to one of the two, also to who came by a mail."""
    told, seen = told_and_seen(side, match, signed_in=signed_in)
    return {
        "match": match,
        "is_mentee": side == Side.MENTEE,
        "help_people": to_talk_to(match.participation.edition.programme, side),
        "told": told,
        "may_block": signed_in,
        "facts": facts_in_words(told.facts, side),
        "reasons": reasons_for(match, side, seen),
        "status": status_of(match, side),
    }


@signed_in
@never_cache
@require_POST
def accept(request: HttpRequest, key: UUID) -> HttpResponse:
    match, _side = _own(request, key)
    try:
        match = matches.accept_match(match, by=request.user, signed_in=True)
    except matches.AlreadyAnswered as already:
        messages.info(request, already.text)
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        made = policies.can_see_room(request.user, match)
        text = _("Jullie zeiden allebei ja. Dit is jullie plek.") if made else _("Je zei ja. De ander kiest nu ook.")
        messages.success(request, text)
    return redirect("mentoring:proposal", key=key)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, key: UUID) -> HttpResponse:
    match, side = _own(request, key)
    if request.method != "POST" and not policies.shows_decline(request.user, match):
        return redirect("mentoring:proposal", key=key)
    form = DeclineForm(request.POST if request.method == "POST" else None, side=side)
    if form.is_valid():
        say_no(match, by=request.user, answers=form.cleaned_data)
        messages.success(request, _("Je zei nee. Dat is goed. De ander hoort alleen dat het niet doorgaat."))
        return redirect("people:mine")
    return render(request, "mentoring/proposal_decline.html", {"match": match, "form": form})


@transaction.atomic
def say_no(match: Match, *, by: User, answers: dict[str, Any]) -> None:
    """The no, and the pause that a mentor asked for in the same press."""
    matches.decline_match(match, by=by, reason=answers["reason"], explained=answers["explained"])
    if pause := answers.get("pause_until"):
        mentors.pause_mentor(by=by, until=pause)
