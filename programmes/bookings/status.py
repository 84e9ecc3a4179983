"""How a booking stands, in words: what it is, and what happens next."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programmes.models import Booking
from programmes.states import BookingState


@dataclass(frozen=True)
class Status:
    label: str | Promise
    kind: str
    """Of the badge: see components/badge.html."""
    next: str | Promise

    @property
    def badge(self) -> dict[str, str | Promise]:
        return {"kind": self.kind, "label": self.label}


_STATUS = {
    BookingState.ASKED: Status(
        _("wacht op bevestiging"),
        "now",
        _("De dag is voor jullie vastgehouden. De organisatie bevestigt hem per mail. Jullie hoeven nu niets te doen."),
    ),
    BookingState.WAITING: Status(
        _("wacht op een vrije dag"),
        "later",
        _("Er is nog geen dag vrij. Komt er een vrij? Dan krijgen jullie die, en een mail."),
    ),
    BookingState.CONFIRMED: Status(
        _("bevestigd"), "place", _("De training gaat door. Drie dagen vooraf krijgen jullie een mail.")
    ),
    BookingState.HELD: Status(
        _("geweest"), "done", _("De training is geweest. Met de link in de mail geven jullie een cijfer.")
    ),
    BookingState.CANCELLED: Status(_("afgezegd"), "full", _("Jullie hebben afgezegd. Opnieuw boeken kan altijd.")),
    BookingState.REFUSED: Status(_("kan niet doorgaan"), "full", _("De organisatie kan deze boeking niet aannemen.")),
    BookingState.LAPSED: Status(
        _("niet bevestigd"), "full", _("De dag ging voorbij zonder bevestiging. Onze excuses. Boek gerust opnieuw.")
    ),
}


def status_of(booking: Booking) -> Status:
    return _STATUS[BookingState(booking.state)]
