"""Whether there is room, in words. A number of free places would tell outsiders who comes and goes."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from programmes.states import EditionState


class Availability(TextChoices):
    PLACE = "place", _("Er is plek")
    ALMOST = "almost", _("Bijna vol")
    FULL = "full", _("Vol")
    LATER = "later", _("Opent later")
    CLOSED = "closed", _("Gesloten")


@dataclass(frozen=True)
class Room:
    """What decides availability: the state, the term for applying, the places and how many are taken."""

    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    capacity: int
    taken: int


def availability(room: Room, at: datetime) -> Availability:
    if room.state != EditionState.OPEN or (room.closes_at and room.closes_at <= at):
        return Availability.CLOSED
    if room.opens_at and room.opens_at > at:
        return Availability.LATER
    left = room.capacity - room.taken
    if left <= 0:
        return Availability.FULL
    return Availability.ALMOST if left <= max(1, room.capacity // 5) else Availability.PLACE
