"""The link in the mail that asks whether they spoke: one press, without signing in."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from mentoring.mail_tokens import side_behind, token_for
from mentoring.models import Nudge
from mentoring.pace.states import NUDGE
from mentoring.states import MatchState, Side
from people.models import User

KIND = "spoken_link"
ANSWERS_FOR = timedelta(days=35)
"""So long it works."""


def token_of(nudge: Nudge, side: Side) -> UUID:
    """What goes along with the key of this question in the mail to this side."""
    return token_for(KIND, nudge.key, nudge.match, side)


def behind(key: UUID, token: UUID, at: datetime | None = None) -> tuple[Nudge, User] | None:
    """The question, and who answers with it; None once it is answered with yes, too old, or about no pair any more."""
    after = (at or timezone.now()) - ANSWERS_FOR
    live = Nudge.objects.filter(asked_at__gt=after, match__state=MatchState.ACTIVE).select_related(
        "match__participation__user", "match__mentor__user"
    )
    nudge = live.filter(key=key).first()
    if nudge is None or not NUDGE.allows("confirm", nudge.state):
        return None
    side = side_behind(KIND, key, nudge.match, token)
    return (nudge, nudge.match.user_at(side)) if side else None
