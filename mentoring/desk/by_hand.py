"""Pairing by hand: one participant and who fits her best, what both will read, one press, and one to undo it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lifecycle.errors import Refused
from mentoring.actions.matches import answer_term, not_now, propose_match, take_back_match
from mentoring.actions.rounds.computing import AT_ONCE
from mentoring.desk.looking import PAGE, note_mentors, note_participants, own_matches
from mentoring.desk.own_pairing import own_editions, own_seeker, profile_of, to_edition, to_editions
from mentoring.desk.words import both_sides, fit_in_words
from mentoring.matching import Score, load_weights
from mentoring.models import Match, Mentor
from mentoring.models.pairing_rules import rules_of
from mentoring.pool import explain, mentors_with_room, pool_of, reasons_of
from people.access import needs
from people.models import User
from people.pressing import press
from people.roles import is_organiser
from programmes.models import Edition, Participation
from programmes.safety.blocking import with_a_block

UNDONE_WITHIN = timedelta(hours=1)
MOST_RECENT = 10


@dataclass(frozen=True)
class Best:
    """The mentor to ask for somebody when all who wait are thought of together."""

    mentor: Mentor
    fit: str
    sides: list[dict[str, Any]]


def best_pairs(edition: Edition, by: User, *, number: int, mentors: int) -> dict[int, Best]:
    """By participation, who would be proposed in a round of this moment; nothing where they are too many to wait for.

    Not simply the best for each: then one mentor would stand behind every name.
    """
    if not number or not mentors or number * mentors > AT_ONCE:
        return {}
    pool = pool_of(edition, by=by)
    found = pool.propose(load_weights(), salt=str(edition.key), raise_worst_off=True)
    return {
        pool.participations[pair.mentee].pk: Best(
            pool.mentors[pair.mentor], fit_in_words(pair.score.total), both_sides(reasons_of(pair.score))
        )
        for pair in found.pairs
    }


def recent(edition: Edition, by: User) -> list[Match]:
    """Proposed by hand a moment ago, and nobody answered: what can be undone from where it was pressed."""
    since = timezone.now() - UNDONE_WITHIN
    own = own_matches(by).filter(participation__edition=edition, round=None, proposed_at__gte=since)
    untouched = own.unanswered().filter(mentee_yes_at=None, mentor_yes_at=None, asked_at=None)
    return list(untouched.order_by("-proposed_at", "-pk")[:MOST_RECENT])


def can_be_chosen(edition: Edition, seeking: Participation, by: User) -> list[Mentor]:
    """Who can be proposed to her now. Who does not stand there has no room, pauses or hides, or one of the two blocked
    the other: the desk does not learn which.
    """
    apart = with_a_block(seeking.user) | {seeking.user_id}
    return [one for one in mentors_with_room(edition.programme, by=by) if one.user_id not in apart]


@needs(is_organiser)
@require_safe
def choose(request: HttpRequest, key: UUID, participation: UUID) -> HttpResponse:
    """One participant, and the mentors with room, who fits best in front."""
    found, seeking = own_seeker(request, key, participation)
    note_participants([seeking], request.user)
    profile = profile_of(seeking)
    mentors = can_be_chosen(found, seeking, request.user) if profile else []
    scored = [(explain(seeking, mentor, load_weights()), mentor) for mentor in mentors]
    scored.sort(key=lambda pair: (bool(pair[0].barred), -pair[0].total, pair[1].pk))
    page = Paginator(scored, PAGE).get_page(request.GET.get("p"))
    note_mentors([mentor for _score, mentor in page], request.user)
    context = {
        "edition": found,
        "seeking": seeking,
        "profile": profile,
        "page": page,
        "rows": [_fit(score, mentor) for score, mentor in page],
        "breadcrumbs_items": [to_editions(), to_edition(found), {"url": "", "label": str(seeking.user)}],
    }
    return render(request, "mentoring/desk/choose_mentor.html", context)


@needs(is_organiser)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: UUID, participation: UUID, mentor: UUID) -> HttpResponse:
    """What both will read, and then the press that tells them."""
    found, seeking = own_seeker(request, key, participation)
    own = Mentor.objects.at_the_desk_of(request.user).filter(programme=found.programme)
    chosen = get_object_or_404(
        own.filter(user__mentor_profile__isnull=False).select_related("user__mentor_profile"), key=mentor
    )
    if profile_of(seeking) is None:
        messages.error(request, gettext("Deze deelnemer heeft nog geen profiel."))
        return redirect("desk_pairing:edition", key=key)
    if chosen not in can_be_chosen(found, seeking, request.user):
        messages.error(request, not_now())
        return redirect("desk_pairing:choose", key=key, participation=participation)
    score = explain(seeking, chosen, load_weights())
    if request.method == "POST":
        return _propose(request, found, seeking, chosen, score)
    note_participants([seeking], request.user)
    note_mentors([chosen], request.user)
    there = {"key": key, "participation": participation}
    context = {
        "edition": found,
        "seeking": seeking,
        "mentor": chosen,
        "fit": _fit(score, chosen),
        "breadcrumbs_items": [
            to_editions(),
            to_edition(found),
            {"url": reverse("desk_pairing:choose", kwargs=there), "label": str(seeking.user)},
            {"url": "", "label": gettext("Voorstellen")},
        ],
    }
    return render(request, "mentoring/desk/confirm_pair.html", context)


def _propose(
    request: HttpRequest, found: Edition, seeking: Participation, chosen: Mentor, score: Score
) -> HttpResponse:
    """By hand: without a score, with the reasons that both may read."""
    try:
        until = answer_term(timezone.now(), rules_of(found.programme).answer_days)
        propose_match(seeking, chosen, by=request.user, reasons=reasons_of(score), until=until)
    except Refused as refused:
        messages.error(request, refused.text)
    else:
        messages.success(request, gettext("Het voorstel is verstuurd. Beiden krijgen een mail."))
    return redirect("desk_pairing:edition", key=found.key)


def _fit(score: Score, mentor: Mentor) -> dict[str, Any]:
    """What the desk reads of two people: words, never the number."""
    return {
        "mentor": mentor,
        "fit": fit_in_words(score.total),
        "sides": both_sides(reasons_of(score)),
        "is_barred": bool(score.barred),
    }


@needs(is_organiser)
@require_POST
def undo(request: HttpRequest, key: UUID, match: UUID) -> HttpResponse:
    """Take back what was just proposed by hand."""
    found = get_object_or_404(own_editions(request), key=key)
    own = get_object_or_404(own_matches(request.user).filter(participation__edition=found, round=None), key=match)

    def act() -> str:
        take_back_match(own, by=request.user)
        return gettext("Teruggenomen. Zij staan weer bij wie geen mentor heeft.")

    press(request, act)
    return redirect("desk_pairing:edition", key=key)
