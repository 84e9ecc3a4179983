"""A few small goals, written and ticked by either of the two."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring.models import Goal, Match
from mentoring.pace import policies
from mentoring.pace.actions.locking import hold_pair, need_active, note
from mentoring.states import MATCH, Side
from people.models import User
from people.policies import require

MOST_GOALS = 6
LONGEST_GOAL = 140


@transaction.atomic
def add_goal(match: Match, words: str, *, by: User, at: datetime | None = None) -> Goal:
    """Refused past six: a few that are reached do more than many."""
    at = at or timezone.now()
    match = hold_pair(match)
    require(policies.can_keep_pace(by, match))
    need_active(match)
    if match.goals.count() >= MOST_GOALS:
        raise Refused(_("Zes doelen is genoeg. Haal er eerst een weg."))
    goal = Goal.objects.create(match=match, words=words, made_by=Side(match.side_of(by) or ""), made_at=at)
    note(goal, "add", match, by=by, at=at)
    return goal


@transaction.atomic
def tick_goal(goal: Goal, *, reached: bool, by: User, at: datetime | None = None) -> Goal:
    """Gelukt, or not yet after all. Twice is once."""
    at = at or timezone.now()
    goal = _held(goal, by)
    if (goal.reached_at is not None) != reached:
        goal.reached_at = at if reached else None
        goal.save(update_fields=["reached_at"])
        note(goal, "reach" if reached else "reopen", goal.match, by=by, at=at)
    return goal


@transaction.atomic
def remove_goal(goal: Goal, *, by: User, at: datetime | None = None) -> None:
    goal = _held(goal, by)
    note(goal, "remove", goal.match, by=by, at=at)
    goal.delete()


def _held(goal: Goal, by: User) -> Goal:
    match = hold_pair(goal.match)
    require(policies.can_keep_pace(by, match))
    need_active(match)
    found = Goal.objects.filter(pk=goal.pk).first()
    if found is None:
        raise IllegalMove(MATCH.name, "lock", "gone")  # taken away in another window
    found.match = match
    return found
