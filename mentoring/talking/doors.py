"""Where the mail about a message leads (settings.READ_FROM_MAIL): by an address that other mails have too."""

from uuid import UUID

from django.urls import reverse

from mentoring.models import PairMessage
from people.models import User


def message(user: User, key: UUID) -> str:
    """To what the two wrote; "" for anybody but who got this message."""
    found = PairMessage.objects.received_by(user).filter(key=key).select_related("match").first()
    return reverse("mentoring:messages", kwargs={"key": found.match.key}) if found else ""
