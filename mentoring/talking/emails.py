"""The mails of this room. All neutral: that something waits, never what or from whom."""

from django.utils import timezone

from mentoring.models import Match, Meeting, PairMail, PairMessage
from mentoring.policies import shows_planning
from mentoring.states import MeetingState, Side
from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.safety.blocking import blocked_between


def _wants(recipient: User, which: str) -> bool:
    return not PairMail.objects.filter(user=recipient, **{which: False}).exists()


@message(MailClass.NEUTRAL)
def message_waits(recipient: User, *, message: str) -> Context | None:
    """At most one while something is unread. Its words are those of `report_said`: see programmes.safety.emails."""
    own = PairMessage.objects.received_by(recipient).select_related("match__participation", "match__mentor")
    found = own.filter(key=message, read_at=None).first()
    if found is None or not shows_planning(recipient, found.match) or not _wants(recipient, "of_messages"):
        return None
    if blocked_between(found.match.user_at(Side.MENTEE), found.match.user_at(Side.MENTOR)):
        return None
    return {"link": address("safety:read", key=found.key), "minutes": 2}


@message(MailClass.NEUTRAL)
def contact_waits(recipient: User, *, match: str) -> Context | None:
    """The other one would share how to be reached. Told once in a pair."""
    found = _pair(recipient, match)
    if found and blocked_between(found.user_at(Side.MENTEE), found.user_at(Side.MENTOR)):
        return None
    if found is None or not found.contact_cards.filter(side=Side(found.side_of(recipient) or "").other).exists():
        return None
    return {"link": address("mentoring:contact", key=found.key), "minutes": 2}


@message(MailClass.NEUTRAL)
def meeting_tomorrow(recipient: User, *, meeting: str) -> Context | None:
    """The day before something that was agreed."""
    own = Meeting.objects.visible_to(recipient).select_related("match__participation", "match__mentor")
    found = own.filter(key=meeting, state=MeetingState.AGREED, starts_at__gt=timezone.now()).first()
    if found is None or not _wants(recipient, "of_reminders"):
        return None
    return {"link": address("mentoring:room", key=found.match.key), "starts_on": timezone.localdate(found.starts_at)}


def _pair(recipient: User, match: str) -> Match | None:
    found = Match.objects.of(recipient).active().select_related("participation", "mentor").filter(key=match).first()
    return found if found and shows_planning(recipient, found) else None
