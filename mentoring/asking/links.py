"""A link in a mail by which one of two answers without signing in.

It dies with the own answer and with the end of the term, and as every such link (mentoring.mail_tokens).
"""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from mentoring import policies
from mentoring.mail_tokens import side_behind, token_for
from mentoring.models import Match
from mentoring.states import Side
from people.letters import address

KIND = "answer_link"


def token_of(match: Match, side: Side) -> UUID:
    return token_for(KIND, match.key, match, side)


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
    side = side_behind(KIND, key, match, token) if match else None
    if match is None or side is None or not policies.shows_accept(match.user_at(side), match):
        return None
    return match, side
