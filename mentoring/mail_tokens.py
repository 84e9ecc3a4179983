"""What a link in a mail carries, by which one of two answers without signing in.

It is made of what is asked, the thing, the side, and the account with its address, under a secret outside the
database: no two kinds of link have one that works for both. It dies with another address, and with the account.
"""

import hmac
from uuid import UUID

from mentoring.models import Match
from mentoring.states import Side
from people.keyed import keyed_hash


def token_for(kind: str, key: UUID, match: Match, side: Side) -> UUID:
    """For the link about the thing with this key, in the mail to this side of the match."""
    user = match.user_at(side)
    return UUID(keyed_hash(kind, f"{key}:{side}:{user.pk}:{user.email}")[:32])


def side_behind(kind: str, key: UUID, match: Match, token: UUID) -> Side | None:
    """Which of the two the mail was sent to; None for what nobody was sent, and for an account that is closed."""
    for side in Side:
        fits = hmac.compare_digest(token_for(kind, key, match, side).bytes, token.bytes)
        if fits and match.user_at(side).is_active:
            return side
    return None
