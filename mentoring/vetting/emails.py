"""The mail of this room: neutral, to a mentor about her own pause."""

from datetime import timedelta

from django.utils import timezone

from mentoring.models import MentorProfile
from people.letters import Context, MailClass, address, message
from people.models import User


@message(MailClass.NEUTRAL)
def pause_ends(recipient: User) -> Context | None:
    """The day before: she can lengthen it in one press. None when she changed it meanwhile."""
    today = timezone.localdate()
    profile = MentorProfile.objects.filter(
        user=recipient, paused_until__gte=today, paused_until__lte=today + timedelta(days=1)
    ).first()
    if profile is None or profile.paused_until is None:
        return None
    return {"link": address("mentoring:mentor_pause"), "until": profile.paused_until, "minutes": 1}
