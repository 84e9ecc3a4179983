"""The mails of this floor, one function each. All neutral: what to do, by when, how long it takes; never about whom."""

from datetime import date, timedelta

from django.utils import timezone

from mentoring import policies
from mentoring.asking.links import link_for
from mentoring.models import Match, Meeting, Mentor
from mentoring.states import MeetingState, MentorState, Side
from people.letters import Context, MailClass, address, message
from people.models import User


def _own(recipient: User, match: str) -> Match | None:
    found = Match.objects.of(recipient).select_related("participation__user", "mentor__user")
    return found.filter(key=match).first()


def _proposal(recipient: User, match: str, side: Side, minutes: int) -> Context | None:
    found = _own(recipient, match)
    if found is None or found.side_of(recipient) != side or not policies.shows_accept(recipient, found):
        return None
    return {"link": link_for(found, side), "until": found.last_day, "minutes": minutes}


@message(MailClass.NEUTRAL)
def proposed_to_mentee(recipient: User, *, match: str) -> Context | None:
    return _proposal(recipient, match, Side.MENTEE, minutes=3)


@message(MailClass.NEUTRAL)
def proposed_to_mentor(recipient: User, *, match: str) -> Context | None:
    return _proposal(recipient, match, Side.MENTOR, minutes=3)


@message(MailClass.NEUTRAL)
def proposal_lapses(recipient: User, *, match: str) -> Context | None:
    """Two days before: to whichever of the two has not chosen."""
    found = _own(recipient, match)
    side = found.side_of(recipient) if found else None
    return _proposal(recipient, match, side, minutes=3) if side else None


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
    """One time or more to choose from: the first of them that still stands says by when."""
    first = _meeting(recipient, meeting, *MeetingState)
    if first is None or not policies.can_agree_meeting(recipient, first):
        return None
    offer = {"pk": first.pk} if first.offered_in is None else {"offered_in": first.offered_in}
    open_ones = first.match.meetings.filter(**offer, state=MeetingState.PROPOSED, starts_at__gt=timezone.now())
    if (found := open_ones.order_by("starts_at").first()) is None:
        return None
    return {"link": address("mentoring:room", key=first.match.key), "until": _day_before(found), "minutes": 1}


@message(MailClass.NEUTRAL)
def times_turned_down(recipient: User, *, meeting: str) -> Context | None:
    """To who offered: none of these."""
    found = _meeting(recipient, meeting, MeetingState.CANCELLED)
    return {"link": address("mentoring:room", key=found.match.key), "minutes": 2} if found else None


@message(MailClass.NEUTRAL)
def meeting_moved(recipient: User, *, meeting: str) -> Context | None:
    """To both: who moved it waits (no `until`), the other one says whether she can."""
    found = _meeting(recipient, meeting, MeetingState.PROPOSED)
    if found is None or found.starts_at <= timezone.now():
        return None
    until = _day_before(found) if policies.can_agree_meeting(recipient, found) else None
    return {"link": address("mentoring:room", key=found.match.key), "until": until, "minutes": 1}


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


def _meeting(recipient: User, meeting: str, *states: MeetingState) -> Meeting | None:
    own = Meeting.objects.visible_to(recipient).select_related("match__participation", "match__mentor")
    return own.filter(key=meeting, state__in=states).first()


def _day_before(meeting: Meeting) -> date:
    """The last day on which an answer is of use; today at the least."""
    return max(timezone.localdate(meeting.starts_at) - timedelta(days=1), timezone.localdate())


@message(MailClass.NEUTRAL)
def mentor_answered(recipient: User, *, mentor: str) -> Context | None:
    """To who wants to mentor: there is an answer. Yes or no stands behind sign-in."""
    decided = Mentor.objects.of(recipient).filter(key=mentor, state__in=[MentorState.ADMITTED, MentorState.REFUSED])
    return {"link": address("mentoring:mentor")} if decided.exists() else None
