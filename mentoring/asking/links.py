"""A link in a mail by which one of two answers without signing in.

It is made of the match, the side, and the account with its address, under a secret outside the database. It dies with
the own answer, with the end of the term, with another address, and with the account.
"""

import hmac
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from mentoring import policies
from mentoring.models import Match
from mentoring.states import Side
from people.keyed import keyed_hash
from people.letters import address


def token_of(match: Match, side: Side) -> UUID:
    user = match.user_at(side)
    return UUID(keyed_hash("answer_link", f"{match.key}:{side}:{user.pk}:{user.email}")[:32])


def link_for(match: Match, side: Side) -> str:
    """The full address, in the language that is active."""
    return address("mentoring:answer", key=match.key, token=token_of(match, side))


def match_behind(key: UUID, token: UUID, at: datetime | None = None) -> tuple[Match, Side] | None:
    """The proposal and who of the two came, while the answer is still to be given; None says nothing of why not."""
    at = at or timezone.now()
    open_still = Match.objects.unanswered().filter(answer_until__gt=at)
    related = open_still.select_related(
        "participation__edition__programme", "participation__user__mentee_profile", "mentor__user__mentor_profile"
    )
    match = related.filter(key=key).first()
    if match is None:
        return None
    for side in Side:
        user = match.user_at(side)
        fits = hmac.compare_digest(token_of(match, side).bytes, token.bytes)
        if fits and user.is_active and policies.shows_accept(user, match):
            return match, side
    return None
