"""A wish for another mentor comes true with the second yes of another pair."""

from datetime import datetime

from mentoring.models import Match, MentorWish
from mentoring.pace.actions.locking import note
from mentoring.pace.states import WISH
from people.models import User


def fulfil_wishes(pair: Match, *, at: datetime) -> None:
    """Called with the second yes, in its transaction: whoever asked for another mentor has one."""
    asked = MentorWish.objects.open().filter(match__participation=pair.participation_id)
    for wish in asked.exclude(match=pair):
        wish.match = pair
        move_wish(wish, "fulfil", by=None, at=at)


def move_wish(wish: MentorWish, verb: str, *, by: User | None, at: datetime) -> MentorWish:
    was, wish.state = wish.state, WISH.target(verb, wish.state)
    wish.over_at = at
    wish.save(update_fields=["state", "over_at"])
    note(wish, verb, wish.match, by=by, at=at, was=was, now=wish.state)
    return wish
