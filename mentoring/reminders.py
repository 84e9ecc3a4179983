"""Once before a term lapses: a letter to who has not chosen yet (settings.SWEEPS)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from mentoring import emails, policies
from mentoring.actions.matches import lock_match
from mentoring.actions.matches.locking import tell
from mentoring.models import Match
from mentoring.states import MATCH, Side

BEFORE = timedelta(days=2)
NOT_WITHIN = timedelta(days=1)
"""After the proposal itself: of a term of two days one letter a day is enough."""


def remind_of_terms(at: datetime | None = None) -> int:
    """How many proposals were spoken of."""
    at = at or timezone.now()
    soon = Match.objects.unanswered().filter(answer_until__gt=at, answer_until__lte=at + BEFORE, reminded_at=None)
    return sum(_remind(match, at) for match in soon.filter(proposed_at__lte=at - NOT_WITHIN).order_by("pk"))


@transaction.atomic
def _remind(match: Match, at: datetime) -> bool:
    try:
        match = lock_match(match).match
    except IllegalMove:  # gone meanwhile
        return False
    if match.reminded_at or not MATCH.allows("decline", match.state):
        return False
    match.reminded_at = at
    match.save(update_fields=["reminded_at"])
    for side in Side:
        if not policies.said_yes(match, side):
            tell(emails.proposal_lapses, match, side)
    return True
