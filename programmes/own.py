"""What somebody applied to and takes part in: sections of /mijn/ ask it once a page (people.sections.once)."""

from people.roles import Visitor
from programmes.models import Application, Participation


def applied_to(user: Visitor) -> list[Application]:
    """The last one written in first."""
    every = Application.objects.of(user).with_consent_asked().select_related("edition__programme", "conversation")
    return list(every.order_by("-saved_at", "-pk"))


def taken_part_in(user: Visitor) -> list[Participation]:
    """The newest first, also what is over."""
    return list(Participation.objects.of(user).select_related("edition__programme").order_by("-admitted_at", "-pk"))
