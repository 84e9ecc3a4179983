"""What people hear of a meeting of their group: that something changed, never what it is about."""

from django.utils import timezone

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import GroupMeeting, Participation


def _about(recipient: User, participation: str, meeting: str, *, cancelled: bool) -> Context | None:
    """Only to who still takes part, and while it stands so."""
    own = Participation.objects.under_way().filter(key=participation, user=recipient).first()
    found = GroupMeeting.objects.filter(key=meeting, cancelled_at__isnull=not cancelled).first()
    if own is None or found is None or found.edition_id != own.edition_id:
        return None
    return {
        "link": address("programmes:group", key=own.key),
        "starts_on": timezone.localdate(found.starts_at),
        "minutes": 1,
    }


@message(MailClass.NEUTRAL)
def group_meeting_moved(recipient: User, *, participation: str, meeting: str) -> Context | None:
    """Another time or place."""
    return _about(recipient, participation, meeting, cancelled=False)


@message(MailClass.NEUTRAL)
def group_meeting_called_off(recipient: User, *, participation: str, meeting: str) -> Context | None:
    return _about(recipient, participation, meeting, cancelled=True)


@message(MailClass.NEUTRAL)
def group_meeting_reminder(recipient: User, *, participation: str, meeting: str) -> Context | None:
    """A day before."""
    return _about(recipient, participation, meeting, cancelled=False)
