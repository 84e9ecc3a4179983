"""Who may ask: a mentor for herself, the organiser something first; and who answers that, or stops it."""

from datetime import datetime

from django.utils import timezone

from mentoring.asking.terms import own_to_choose_for, stops_until
from mentoring.models import Enquiry, Match
from mentoring.policies import can_propose, can_see_proposal, is_of_the_two, require
from mentoring.states import MATCH, Side
from people.roles import Visitor
from programmes.models import Participation
from programmes.policies import is_own_participation

__all__ = ["require"]


def can_choose_somewhere(user: Visitor) -> bool:
    """Whether there is a page with mentors to choose from for this person."""
    return user.is_authenticated and own_to_choose_for(user).exists()


def can_choose(user: Visitor, participation: Participation) -> bool:
    """Look at mentors and ask one: for herself alone."""
    return is_own_participation(user, participation) and own_to_choose_for(user).filter(pk=participation.pk).exists()


def can_take_back_request(user: Visitor, match: Match) -> bool:
    return match.is_asked and match.side_of(user) == Side.MENTEE


def shows_take_back_request(user: Visitor, match: Match) -> bool:
    return MATCH.allows("take_back", match.state) and can_take_back_request(user, match)


def can_stop_request(user: Visitor, match: Match) -> bool:
    """Whoever may bring these two together by hand may also say no to what one of them began."""
    return match.is_asked and can_propose(user, match.participation)


def shows_stop_request(user: Visitor, match: Match, at: datetime | None = None) -> bool:
    """For three days; when both said yes too."""
    until = stops_until(match)
    open_still = MATCH.allows("take_back", match.state) or MATCH.allows("end", match.state)
    return bool(until and (at or timezone.now()) < until and open_still and can_stop_request(user, match))


def can_ask_first(user: Visitor, match: Match) -> bool:
    return can_see_proposal(user, match)


def shows_ask_first(user: Visitor, match: Match) -> bool:
    """While the own answer is still to be given."""
    return can_ask_first(user, match) and MATCH.allows("accept", match.state, side=match.side_of(user), room=1)


def can_answer_enquiry(user: Visitor, enquiry: Enquiry) -> bool:
    """The organiser, and never about a proposal in which she is one of the two."""
    return can_propose(user, enquiry.match.participation) and not is_of_the_two(user, enquiry.match)
