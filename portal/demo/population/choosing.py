"""Somebody of the demo who said no, found mentors to choose from, and asked one; and a mentor who asks something."""

import datetime as dt

from lifecycle.errors import Refused
from mentoring.actions.matches import ask_mentor, decline_match
from mentoring.asking.enquiring import ask_first
from mentoring.asking.suggesting import find_mentors
from mentoring.choices import DeclineReason
from mentoring.models import Match
from people.models import User
from portal.demo.content.terms import Term
from programmes.models import Edition, Participation

ENOUGH = 2
"""People among whom there is something to choose."""
WHY_NOT = "Ik zoek iemand die ook kleine kinderen had in haar tijd in de raad."
FIRST = "Kan zij ook op dinsdagavond? Ik werk op woensdag."
HOUR = dt.timedelta(hours=1)


def lay_choosing(edition: Edition, late: list[tuple[User, Participation]], term: Term) -> None:
    """The last of those who filled in a profile this week chooses; one mentor of the others asks something first."""
    if len(late) < ENOUGH:  # a small share of the demo: then its participant keeps what waits for her
        return
    user, participation = late[-1]
    at = term.moment(-1, 9)
    for match in Match.objects.unanswered().filter(participation=participation):
        decline_match(match, by=user, reason=DeclineReason.TOPICS, explained=WHY_NOT, at=at)
    found = find_mentors(participation, by=user, at=at)
    if len(found) >= ENOUGH:
        ask_mentor(found[0], by=user, at=at + HOUR)
    for user, participation in late[:1]:
        find_mentors(participation, by=user, at=at)
    waits = Match.objects.unanswered().filter(participation__edition=edition, asked_at=None, mentor_yes_at=None)
    asks = waits.exclude(participation=late[0][1]).order_by("pk").first()
    if asks:
        try:
            ask_first(asks, FIRST, by=asks.mentor.user, at=at + 2 * HOUR)
        except Refused:  # nobody answers a term that went by
            return
