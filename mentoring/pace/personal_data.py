"""What this room holds about a person: the plan and the goals of her pair, and what she told of how it goes."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Agreement, CheckIn, Goal, Match, MentorWish, Nudge, Pace
from mentoring.pace.models import pace_of
from mentoring.states import MatchState, Side
from people.models import User
from people.privacy import KeepUntil, PersonalData

_HELD = (Agreement, Goal, Nudge, CheckIn, MentorWish, Pace)


def export(user: User) -> dict[str, Any]:
    """The plan and the goals are of both; of the rest only what she said herself."""
    own = Match.objects.of(user).pairs().select_related("participation", "mentor", "pace")
    rows = own.prefetch_related("agreements", "goals", "nudges", "check_ins", "mentor_wishes")
    return {"how_a_pair_goes": [told for match in rows if (told := _of(match, Side(match.side_of(user) or "")))]}


def _of(match: Match, side: Side) -> dict[str, Any]:
    pace = pace_of(match)
    told: dict[str, Any] = {
        "plans": [_plan(one, side) for one in match.agreements.all()],
        "goals": [
            {"goal": one.words, "made_at": one.made_at, "reached_at": one.reached_at} for one in match.goals.all()
        ],
        "asked_if_spoken": [_nudge(one) for one in match.nudges.all() if one.answered_by == side],
        "how_it_goes": [_check_in(one) for one in match.check_ins.all() if one.side == side],
        "other_mentor": [_wish(one) for one in match.mentor_wishes.all()] if side == Side.MENTEE else [],
        "paused_until": pace.paused_until if pace.paused_by == side else None,
        "outside": str(pace.get_state_display()) if pace.outside_by == side else "",
    }
    return {"match": match.key, **told} if any(told.values()) else {}


def _plan(plan: Agreement, side: Side) -> dict[str, Any]:
    return {
        "state": plan.get_state_display(),
        "often": plan.get_often_display(),
        "way": plan.get_way_display(),
        "minutes": plan.minutes,
        "until": plan.until,
        "between_us": plan.words,
        "made_by_you": plan.proposed_by == side,
        "made_at": plan.proposed_at,
        "agreed_at": plan.agreed_at,
    }


def _nudge(nudge: Nudge) -> dict[str, Any]:
    return {"state": nudge.get_state_display(), "asked_at": nudge.asked_at, "answered_at": nudge.answered_at}


def _check_in(one: CheckIn) -> dict[str, Any]:
    helped = dict(CheckIn._meta.get_field("helped").of.choices)
    return {
        "moment": one.get_moment_display(),
        "state": one.get_state_display(),
        "asked_at": one.asked_at,
        "answered_at": one.answered_at,
        "going": one.get_going_display(),
        "need": one.get_need_display(),
        "helped": [str(helped.get(value, value)) for value in one.helped],
        "to_organiser": one.words,
        "responded_at": one.responded_at,
    }


def _wish(wish: MentorWish) -> dict[str, Any]:
    return {"state": wish.get_state_display(), "reason": wish.get_reason_display(), "asked_at": wish.asked_at}


def erase(user: User) -> None:
    """It hangs on her pairs; gone before those are ended, so that nothing is told of it."""
    pairs = Match.objects.filter(Q(participation__user=user) | Q(mentor__user=user))
    for model in _HELD:
        model._default_manager.filter(match__in=pairs).delete()


def _ended_pairs(before: datetime) -> "QuerySet[Match]":
    """Of which something of this room is left."""
    left = Q()
    for model in _HELD:
        left |= Q(Exists(model._default_manager.filter(match=OuterRef("pk"))))
    return Match.objects.filter(left, state=MatchState.ENDED, ended_at__lt=before)


def _without_pace(pairs: "QuerySet[Match]") -> int:
    ended = list(pairs.values_list("pk", flat=True))
    for model in _HELD:
        model._default_manager.filter(match__in=ended).delete()
    return len(ended)


PACE = PersonalData(
    title=_("Hoe het gaat met je koppel"),
    models=tuple(f"mentoring.{model.__name__}" for model in _HELD),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "pace",
            timedelta(days=182),
            _("jullie plan, jullie doelen en hoe het ging, nadat je koppel is afgesloten"),
            _ended_pairs,
            remove=_without_pace,
        ),
    ),
    words={
        "how_a_pair_goes": _("Je koppels"),
        "match": _("Koppel"),
        "plans": _("Jullie plannen"),
        "goals": _("Jullie doelen"),
        "goal": _("Doel"),
        "reached_at": _("Gelukt"),
        "asked_if_spoken": _("Of jullie elkaar spraken"),
        "how_it_goes": _("Hoe het gaat"),
        "other_mentor": _("Een andere mentor"),
        "paused_until": _("Pauze tot en met"),
        "outside": _("Waar jullie elkaar spreken"),
        "state": _("Stand"),
        "often": _("Hoe vaak"),
        "way": _("Hoe"),
        "minutes": _("Minuten"),
        "until": _("Tot en met"),
        "between_us": _("Wat tussen jullie blijft"),
        "made_by_you": _("Door jou gemaakt"),
        "made_at": _("Gemaakt"),
        "agreed_at": _("Allebei akkoord"),
        "asked_at": _("Gevraagd"),
        "answered_at": _("Antwoord"),
        "moment": _("Moment"),
        "going": _("Hoe het ging"),
        "need": _("Wat helpt"),
        "helped": _("Wat het gaf"),
        "to_organiser": _("Tegen de organisatie"),
        "responded_at": _("De organisatie reageerde"),
        "reason": _("Reden"),
    },
)
