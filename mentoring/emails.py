"""The mails of this floor, one function each. All neutral: what to do, by when, how long it takes; never about whom."""

from datetime import timedelta

from django.utils import timezone

from mentoring import policies
from mentoring.models import Match, Meeting, Mentor
from mentoring.states import MeetingState, MentorState, Side
from people.letters import Context, MailClass, address, message
from people.models import User


def _own(recipient: User, match: str) -> Match | None:
    found = Match.objects.of(recipient).select_related("participation", "mentor")
    return found.filter(key=match).first()


def _proposal(recipient: User, match: str, side: Side, minutes: int) -> Context | None:
    found = _own(recipient, match)
    if found is None or found.side_of(recipient) != side or not policies.shows_accept(recipient, found):
        return None
    return {"link": address("mentoring:proposal", key=found.key), "until": found.last_day, "minutes": minutes}


@message(MailClass.NEUTRAL)
def proposed_to_mentee(recipient: User, *, match: str) -> Context | None:
    return _proposal(recipient, match, Side.MENTEE, minutes=3)


@message(MailClass.NEUTRAL)
def proposed_to_mentor(recipient: User, *, match: str) -> Context | None:
    return _proposal(recipient, match, Side.MENTOR, minutes=3)


@message(MailClass.NEUTRAL)
def pair_made(recipient: User, *, match: str) -> Context | None:
    """To both: each said yes, and they can meet."""
    found = _own(recipient, match)
    if found is None or not policies.shows_planning(recipient, found):
        return None
    return {"link": address("mentoring:room", key=found.key), "minutes": 5}


@message(MailClass.NEUTRAL)
def match_over(recipient: User, *, match: str) -> Context | None:
    """A proposal fell through. Not why, and not by whom; it may be gone together with a person."""
    found = _own(recipient, match)
    return {"link": address("mentoring:proposal", key=found.key) if found else address("people:mine")}


@message(MailClass.NEUTRAL)
def pair_ended(recipient: User, *, match: str) -> Context | None:
    """To the one who did not end it."""
    found = _own(recipient, match)
    return {"link": address("mentoring:room", key=found.key) if found else address("people:mine")}


@message(MailClass.NEUTRAL)
def meeting_proposed(recipient: User, *, meeting: str) -> Context | None:
    found = _meeting(recipient, meeting, MeetingState.PROPOSED)
    if found is None or not policies.can_agree_meeting(recipient, found) or found.starts_at <= timezone.now():
        return None
    day = timezone.localdate(found.starts_at)
    return {"link": address("mentoring:room", key=found.match.key), "until": day - timedelta(days=1), "minutes": 1}


@message(MailClass.NEUTRAL)
def meeting_agreed(recipient: User, *, meeting: str) -> Context | None:
    found = _meeting(recipient, meeting, MeetingState.AGREED)
    if found is None:
        return None
    return {"link": address("mentoring:room", key=found.match.key), "starts_on": timezone.localdate(found.starts_at)}


@message(MailClass.NEUTRAL)
def meeting_cancelled(recipient: User, *, meeting: str) -> Context | None:
    found = _meeting(recipient, meeting, MeetingState.CANCELLED)
    if found is None:
        return None
    return {"link": address("mentoring:room", key=found.match.key), "starts_on": timezone.localdate(found.starts_at)}


def _meeting(recipient: User, meeting: str, state: MeetingState) -> Meeting | None:
    own = Meeting.objects.visible_to(recipient).select_related("match__participation", "match__mentor")
    return own.filter(key=meeting, state=state).first()


@message(MailClass.NEUTRAL)
def mentor_answered(recipient: User, *, mentor: str) -> Context | None:
    """To who wants to mentor: there is an answer. Yes or no stands behind sign-in."""
    decided = Mentor.objects.of(recipient).filter(key=mentor, state__in=[MentorState.ADMITTED, MentorState.REFUSED])
    return {"link": address("mentoring:mentor")} if decided.exists() else None
