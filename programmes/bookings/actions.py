"""What is done with bookings and the days they hold. The row of the offer owns the limit, so it is locked first.

The booker has no account: `address` is what she proved with a mailed code. `by` is an organiser, or nobody.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elections.models import Body
from home.page_cache import purge
from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.addresses import keyed
from people.models import User
from programmes.bookings import emails, policies
from programmes.models import Booking, Session, SessionOffer
from programmes.states import BOOKING, BOOKING_STANDS, BookingState

MOST_OF_ONE_ADDRESS = 2
REMIND_BEFORE = timedelta(days=3)


@dataclass(frozen=True)
class Wanted:
    """What somebody fills in. `session` is None for who waits until a day comes free."""

    booker: str
    organisation_name: str
    municipality: Body
    people: int
    note: str = ""
    session: UUID | None = None


def lock_offer(offer_id: int) -> SessionOffer:
    return SessionOffer.objects.select_for_update(of=("self",)).select_related("programme").get(pk=offer_id)


def locked(booking: Booking) -> Booking:
    """The booking as it is now, its offer locked before it. IllegalMove when it is gone."""
    offer = lock_offer(booking.offer_id)
    rows = Booking.objects.select_for_update(of=("self",)).select_related("session", "municipality")
    current = rows.filter(pk=booking.pk).first()
    if current is None:
        raise IllegalMove(BOOKING.name, "find", "gone")
    current.offer = offer
    return current


def moved(booking: Booking, verb: str, *, by: User | None = None, at: datetime | None = None) -> Booking:
    """Takes the arrow, saves the whole row and writes it in the journal: ids only, never the address."""
    at = at or timezone.now()
    was, booking.state = booking.state, BOOKING.target(verb, booking.state)
    booking.settled_at = None if booking.state in BOOKING_STANDS else booking.settled_at or at
    booking.save()
    record(booking, verb, by=by, was=was, now=booking.state, scope=booking.offer.programme.lead_key, at=at)
    purge()  # whether there is a day stands on a public page
    return booking


def tell(message: letters.Message, booking: Booking, at: datetime | None = None) -> None:
    """Once for each time that it happens."""
    moment = int((at or timezone.now()).timestamp())
    key = f"{message.name.partition('.')[2]}:{booking.key.hex}:{moment}"
    letters.write_to(message, booking.address, key=key, language=booking.language, booking=booking.key)


# What the booker does ---------------------------------------------------------------------------


@transaction.atomic
def book(offer: SessionOffer, wanted: Wanted, *, address: str, language: str, at: datetime | None = None) -> Booking:
    """Holds a day until the organiser confirms it, or waits when none is free. Refused when it was taken meanwhile."""
    at = at or timezone.now()
    offer = lock_offer(offer.pk)
    if reason := _why_not(offer, wanted, address):
        raise Refused(reason)
    session = _wanted_session(offer, wanted.session, at)
    booking = Booking.objects.create(
        offer=offer,
        session=session,
        state=BookingState.ASKED if session else BookingState.WAITING,
        booker=wanted.booker,
        organisation_name=wanted.organisation_name,
        municipality=wanted.municipality,
        people=wanted.people,
        note=wanted.note,
        address=address,
        address_keyed=keyed(address),
        language=language,
        asked_at=at,
    )
    record(booking, "ask", by=None, now=booking.state, scope=offer.programme.lead_key, at=at)
    tell(emails.booking_asked if session else emails.booking_waits, booking, at)
    purge()
    return booking


def _why_not(offer: SessionOffer, wanted: Wanted, address: str) -> str:
    if not offer.is_public:
        return _("Deze training is nu niet te boeken.")
    standing = Booking.objects.filter(offer=offer).standing()
    if standing.of_address(keyed(address)).count() >= MOST_OF_ONE_ADDRESS:
        return _("Met dit e-mailadres zijn al twee boekingen gedaan. Zeg er eerst één af.")
    held = Booking.objects.filter(offer=offer, state=BookingState.HELD)
    if (standing | held).filter(municipality=wanted.municipality).exists():
        return _("Voor deze gemeente is al geboekt. Eén keer is voor alle partijen samen. Vraag het na bij de griffie.")
    return ""


def _wanted_session(offer: SessionOffer, key: UUID | None, at: datetime) -> Session | None:
    free = Session.objects.filter(offer=offer).free(at)
    if key is None:
        if free.exists():
            raise Refused(_("Er is intussen een dag vrij. Kies die hieronder."))
        return None
    found = free.filter(key=key).first()
    if found is None:
        raise Refused(_("Deze dag is net door een ander geboekt. Kies een andere dag."))
    return found


@transaction.atomic
def move_booking(booking: Booking, session: UUID, *, address: str, at: datetime | None = None) -> Booking:
    """To another free day, which the organiser confirms anew. Who waits gets the day that comes free."""
    at = at or timezone.now()
    booking = locked(booking)
    policies.require(policies.is_own_booking(address, booking))
    BOOKING.target("move", booking.state)  # before a day is looked for
    booking.session = _wanted_session(booking.offer, session, at)
    booking.reminded_at = None
    moved(booking, "move", at=at)
    tell(emails.booking_asked, booking, at)
    give_free_sessions(booking.offer, at)
    return booking


@transaction.atomic
def cancel_booking(booking: Booking, *, address: str, at: datetime | None = None) -> Booking:
    at = at or timezone.now()
    booking = locked(booking)
    policies.require(policies.is_own_booking(address, booking))
    BOOKING.target("cancel", booking.state)
    booking.session = None
    moved(booking, "cancel", at=at)
    tell(emails.booking_cancelled, booking, at)
    give_free_sessions(booking.offer, at)
    return booking


def give_free_sessions(offer: SessionOffer, at: datetime) -> int:
    """Who waited longest gets the first free day. The offer is locked by whoever calls this."""
    free = list(Session.objects.filter(offer=offer).free(at))
    waiting = Booking.objects.select_for_update(of=("self",)).filter(offer=offer).waiting()
    pairs = list(zip(waiting[: len(free)], free, strict=False))
    for booking, session in pairs:
        booking.offer, booking.session = offer, session
        moved(booking, "move_up", at=at)
        tell(emails.booking_moved_up, booking, at)
    return len(pairs)


# What the organiser does ------------------------------------------------------------------------


@transaction.atomic
def confirm_booking(booking: Booking, *, by: User, at: datetime | None = None) -> Booking:
    booking = locked(booking)
    policies.require(policies.can_answer_booking(by, booking))
    moved(booking, "confirm", by=by, at=at)
    tell(emails.booking_confirmed, booking, at)
    return booking


@transaction.atomic
def refuse_booking(booking: Booking, *, reason: str, by: User, at: datetime | None = None) -> Booking:
    """With a reason, which the booker reads; the day goes to who waits."""
    at = at or timezone.now()
    booking = locked(booking)
    policies.require(policies.can_answer_booking(by, booking))
    BOOKING.target("refuse", booking.state)
    if not reason.strip():
        raise Refused(_("Schrijf in één of twee zinnen waarom het niet kan."))
    booking.session, booking.answer = None, reason.strip()
    moved(booking, "refuse", by=by, at=at)
    tell(emails.booking_refused, booking, at)
    give_free_sessions(booking.offer, at)
    return booking


# What the portal does by itself -----------------------------------------------------------------


def keep_bookings(at: datetime | None = None) -> int:
    """The sweep: reminds of what is near, ends what is past and asks for marks. How much it did."""
    at = at or timezone.now()
    over = [_each(booking, _end, at) for booking in Booking.objects.over(at)]
    near = [_each(booking, _remind, at) for booking in Booking.objects.to_remind(at + REMIND_BEFORE, at)]
    offers = SessionOffer.objects.filter(pk__in=Booking.objects.waiting().values("offer"))
    return sum(over) + sum(near) + sum(_give(offer, at) for offer in offers)


@transaction.atomic
def _give(offer: SessionOffer, at: datetime) -> int:
    """A day can come free without a press: when a booking was erased."""
    return give_free_sessions(lock_offer(offer.pk), at)


def _each(booking: Booking, act: Callable[[Booking, datetime], None], at: datetime) -> bool:
    try:
        with transaction.atomic():
            act(locked(booking), at)
    except IllegalMove:  # somebody was first
        return False
    return True


def _end(booking: Booking, at: datetime) -> None:
    if booking.session is None or booking.session.ends_at > at:
        return  # moved meanwhile
    if not BOOKING.allows("hold", booking.state):
        moved(booking, "lapse", at=at)
        return
    booking.rating_key = uuid.uuid4()
    moved(booking, "hold", at=at)
    Session.objects.filter(pk=booking.session.pk).update(was_held=True)
    tell(emails.session_rating, booking, at)


def _remind(booking: Booking, at: datetime) -> None:
    if booking.is_confirmed and booking.reminded_at is None:
        booking.reminded_at = at
        booking.save(update_fields=["reminded_at"])
        tell(emails.session_reminder, booking, at)
