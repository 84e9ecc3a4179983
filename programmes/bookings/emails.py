"""Mails to who booked a training: practical, to the address that was proved. They name the training, and no person."""

from people.languages import said
from people.letters import Context, MailClass, address, message
from programmes.models import Booking
from programmes.states import BookingState


def _found(key: str, *states: str) -> Booking | None:
    """Only while it still stands so: a letter that was overtaken is not sent."""
    return Booking.objects.filter(key=key, state__in=states).select_related("offer", "session", "municipality").first()


def _about(booking: Booking | None) -> Context | None:
    if booking is None:
        return None
    return {
        "training": said(booking.offer, "title"),
        "session": booking.session,
        "municipality": booking.municipality.title,
        "link": address("programmes:booking", key=booking.key),
    }


@message(MailClass.PRACTICAL, to_address=True)
def booking_asked(language: str, *, booking: str) -> Context | None:
    """The day is held; the organisation confirms it."""
    return _about(_found(booking, BookingState.ASKED))


@message(MailClass.PRACTICAL, to_address=True)
def booking_waits(language: str, *, booking: str) -> Context | None:
    """No day is free yet."""
    return _about(_found(booking, BookingState.WAITING))


@message(MailClass.PRACTICAL, to_address=True)
def booking_moved_up(language: str, *, booking: str) -> Context | None:
    """A day came free: does it suit?"""
    return _about(_found(booking, BookingState.ASKED))


@message(MailClass.PRACTICAL, to_address=True)
def booking_confirmed(language: str, *, booking: str) -> Context | None:
    return _about(_found(booking, BookingState.CONFIRMED))


@message(MailClass.PRACTICAL, to_address=True)
def booking_refused(language: str, *, booking: str) -> Context | None:
    """The reason stands on the page, behind the code."""
    return _about(_found(booking, BookingState.REFUSED))


@message(MailClass.PRACTICAL, to_address=True)
def booking_cancelled(language: str, *, booking: str) -> Context | None:
    return _about(_found(booking, BookingState.CANCELLED))


@message(MailClass.PRACTICAL, to_address=True)
def session_changed(language: str, *, booking: str) -> Context | None:
    """Another time."""
    return _about(_found(booking, BookingState.ASKED, BookingState.CONFIRMED))


@message(MailClass.PRACTICAL, to_address=True)
def session_called_off(language: str, *, booking: str) -> Context | None:
    """Who got another day meanwhile hears that by the other mail alone."""
    return _about(_found(booking, BookingState.WAITING))


@message(MailClass.PRACTICAL, to_address=True)
def session_reminder(language: str, *, booking: str) -> Context | None:
    return _about(_found(booking, BookingState.CONFIRMED))


@message(MailClass.PRACTICAL, to_address=True)
def session_rating(language: str, *, booking: str) -> Context | None:
    """A link to a page with a button, to pass on to who was there."""
    found = _found(booking, BookingState.HELD)
    about = _about(found)
    if found is None or about is None or found.rating_key is None:
        return None
    return {**about, "link": address("programmes:session_rating", key=found.rating_key)}
