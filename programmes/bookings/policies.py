"""Who may do what with a booking: who proved its address, and who organises the training."""

from people.addresses import keyed
from people.roles import Visitor, is_organiser
from programmes.models import Booking, SessionOffer
from programmes.policies import can_manage_programme, organises, require
from programmes.states import BOOKING

__all__ = ["require"]


def can_see_bookings(user: Visitor) -> bool:
    """Organisers: an administrator needs nobody's address."""
    return is_organiser(user)


def is_own_booking(address: str | None, booking: Booking) -> bool:
    """Whether this is the proved address from which it was booked."""
    return bool(address) and keyed(str(address)) == booking.address_keyed


def can_answer_booking(user: Visitor, booking: Booking) -> bool:
    return organises(user, booking.offer.programme)


def can_manage_sessions(user: Visitor, offer: SessionOffer) -> bool:
    return can_manage_programme(user, offer.programme)


def shows_answer(user: Visitor, booking: Booking, verb: str) -> bool:
    """Whether the organiser's button for this verb stands there."""
    return BOOKING.allows(verb, booking.state) and can_answer_booking(user, booking)


def shows_own(address: str | None, booking: Booking, verb: str) -> bool:
    """Whether the booker's button for this verb stands there."""
    return BOOKING.allows(verb, booking.state) and is_own_booking(address, booking)
