"""Who may talk in a pair: the two, while it goes on. Never their organiser, never an administrator."""

from mentoring.models import Match
from mentoring.policies import can_see_room, shows_planning
from people.roles import Visitor


def can_read_messages(user: Visitor, match: Match) -> bool:
    """What was said, also after the end, while it is kept."""
    return can_see_room(user, match)


def can_write_message(user: Visitor, match: Match) -> bool:
    return shows_planning(user, match)


def can_share_contact(user: Visitor, match: Match) -> bool:
    """Give, change and take back how one can be reached; who only takes back may do so after the end too."""
    return shows_planning(user, match)
