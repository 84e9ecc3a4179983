"""A conversation that was noted in another way answers what stands open about it."""

from datetime import date, datetime

from mentoring.models import Match, Nudge
from mentoring.pace.actions.locking import note
from mentoring.pace.choices import NudgeKind
from mentoring.pace.links import ANSWERS_FOR
from mentoring.pace.states import NUDGE
from mentoring.states import Side
from people.models import User


def note_spoken(match: Match, *, on: date, by: User, at: datetime) -> None:
    """They spoke on this day: nobody is asked any more whether they did. The caller holds the pair.

    It is no answer of its own: the conversation itself counts as the day on which they spoke. What they said to a
    question of long ago stays as they said it.
    """
    for nudge in match.nudges.filter(asked_at__gt=at - ANSWERS_FOR):
        if NUDGE.allows("note", nudge.state) and _is_about(nudge, on):
            nudge.match = match
            move_nudge(nudge, "note", by=by, at=at)


def note_not_spoken(match: Match, *, on: date, by: User, at: datetime) -> None:
    """What was agreed for this day did not go on."""
    for nudge in match.nudges.filter(kind=NudgeKind.MEETING, about=on):
        if NUDGE.allows("deny", nudge.state):
            nudge.match = match
            move_nudge(nudge, "deny", by=by, at=at)


def _is_about(nudge: Nudge, on: date) -> bool:
    if nudge.kind == NudgeKind.MEETING:
        return nudge.about == on
    if nudge.kind == NudgeKind.MONTH:
        return nudge.about == on.replace(day=1)
    if nudge.kind == NudgeKind.BY_HAND:
        return nudge.about - on < ANSWERS_FOR  # "lately", as who asks means it
    return nudge.about <= on


def move_nudge(nudge: Nudge, verb: str, *, by: User, at: datetime) -> None:
    was, nudge.state = nudge.state, NUDGE.target(verb, nudge.state)
    nudge.answered_at, nudge.answered_by = at, Side(nudge.match.side_of(by) or "")
    nudge.save(update_fields=["state", "answered_at", "answered_by"])
    note(nudge, verb, nudge.match, by=by, at=at, was=was, now=nudge.state)
