"""What one who blocked the other of her pair no longer meets in their place; the other one notices nothing.

Messages are held back as they are written (mentoring.talking). Of the rest nothing is thrown away: the block is undone
in one press, and then it stands there again.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef

from mentoring.models import Match
from mentoring.states import Side
from programmes.models import Block


def blocked_since(match: Match, side: Side) -> datetime | None:
    """Since when the one at this side blocks the other. Asked once for the parts of one page: they share the match."""
    if not hasattr(match, "blocks_by_side"):
        people = {match.user_at(one).pk: one for one in Side}
        rows = Block.objects.filter(blocker__in=people, blocked__in=people).order_by()
        since = {people[blocker]: moment for blocker, moment in rows.values_list("blocker", "since")}
        match.blocks_by_side = since  # type: ignore[attr-defined]
    return match.blocks_by_side.get(side)  # type: ignore[attr-defined]


def came_since(match: Match, reader: Side, writer: str, at: datetime) -> bool:
    """Whether the other one made this after the reader had blocked her."""
    since = blocked_since(match, reader)
    return since is not None and writer != reader and at >= since


def blocks_the_other(side: Side) -> Exists:
    """For a query of matches: whether the one at this side blocks the other."""
    mentee, mentor = OuterRef("participation__user"), OuterRef("mentor__user")
    by, about = (mentee, mentor) if side == Side.MENTEE else (mentor, mentee)
    return Exists(Block.objects.filter(blocker=by, blocked=about))
