"""What each role gets at the addresses of trainings: an account plays no part, a proved address does."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from programmes.models import Booking
from tests.factories.bookings import SessionFactory, SessionOfferFactory, booked
from tests.factories.programmes import ProgrammeFactory
from tests.walkers.expecting import Expected, everyone
from tests.walkers.world import World


def the_booking(world: World) -> Booking:
    """One of the organiser's programme, made when it is first asked for."""
    found = Booking.objects.filter(offer__programme=world.programme).select_related("offer", "session").first()
    if found is None:
        session = SessionFactory(offer=SessionOfferFactory(programme=world.programme))
        found = booked(session.offer, session)
    return found


def add_booking(world: World) -> None:
    """One more of the organiser's, of another municipality, and a training of another programme."""
    first = the_booking(world)
    booked(first.offer, SessionFactory(offer=first.offer), place=Booking.objects.count())
    SessionFactory(offer=SessionOfferFactory(programme=ProgrammeFactory(carried_by=world.programme.lead())))


def key_of_one(world: World) -> dict[str, Any]:
    return {"key": the_booking(world).key}


def the_rating(world: World) -> dict[str, Any]:
    key = uuid4()
    Booking.objects.filter(pk=the_booking(world).pk).update(rating_key=key, state="held", settled_at=timezone.now())
    return {"key": key}


def at_the_desk(world: World, name: str) -> dict[str, Any]:
    booking = the_booking(world)
    noun = name.partition(":")[0]
    if noun == "desk_bookings":
        return {"key": booking.key, **({"verb": "confirm"} if name.endswith(":move") else {})}
    return {"pk": {"desk_trainings": booking.offer_id, "desk_sessions": booking.session_id}[noun]}


FIRST_AN_ADDRESS = Expected(302, 302, {}, key_of_one)

EXPECTED = {
    "programmes:trainings": everyone(),
    "programmes:booking_address": everyone(),
    "programmes:booking_code": Expected(302, 302, {}),
    "programmes:bookings": Expected(302, 302, {}),
    "programmes:bookings_forget": Expected(405, 405, {}),
    "programmes:session_rating": everyone(the_rating),
    "programmes:booking_new": Expected(302, 302, {}, lambda world: {"key": the_booking(world).offer.key}),
    **dict.fromkeys([f"programmes:{name}" for name in ("booking", "booking_move", "booking_cancel")], FIRST_AN_ADDRESS),
}
