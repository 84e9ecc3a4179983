"""Neutral mails: a question or a choice waits, or there is an answer. What it says stands behind sign-in."""

from django.utils import timezone

from mentoring.asking.terms import STOPPED_WITHIN
from mentoring.models import Enquiry, Match
from mentoring.policies import shows_decline
from mentoring.states import GOING_ON, UNANSWERED
from people.letters import Context, MailClass, address, message
from people.models import User


@message(MailClass.NEUTRAL)
def enquiry_answered(recipient: User, *, enquiry: str) -> Context | None:
    """To who asked, until there is a pair or it is over; also when she said yes meanwhile."""
    found = Enquiry.objects.filter(key=enquiry, answered_at__isnull=False)
    one = found.select_related("match__participation", "match__mentor").first()
    if one is None or one.match.side_of(recipient) != one.side or not shows_decline(recipient, one.match):
        return None
    return {"link": address("mentoring:proposal", key=one.match.key), "until": one.match.last_day, "minutes": 2}


@message(MailClass.NEUTRAL)
def enquiry_waits(recipient: User, *, enquiry: str) -> Context | None:
    """To who organises: somebody asks something before yes or no, and the term of that goes on."""
    at_the_desk = Match.objects.at_the_desk_of(recipient).filter(state__in=UNANSWERED)
    found = Enquiry.objects.open().filter(key=enquiry, match__in=at_the_desk).select_related("match").first()
    if found is None:
        return None
    return {"link": address("desk_requests:detail", key=found.match.key), "until": found.match.last_day, "minutes": 5}


@message(MailClass.NEUTRAL)
def choice_to_see(recipient: User) -> Context | None:
    """To who organises: a participant chose a mentor, and that can be stopped for three days."""
    chosen = Match.objects.at_the_desk_of(recipient).filter(state__in=GOING_ON)
    if not chosen.filter(asked_at__gt=timezone.now() - STOPPED_WITHIN).exists():
        return None
    return {"link": address("desk_requests:index"), "minutes": 5}
