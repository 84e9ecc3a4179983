"""Two who book the last day, who cancel and wait, who give the last mark: one is first, and nobody is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import DatabaseError, close_old_connections, connection

from lifecycle.errors import IllegalMove, Refused
from programmes.bookings import actions, session_actions
from programmes.models import Booking, Rating, Session
from tests.factories.bookings import SessionFactory, SessionOfferFactory, booked, municipality
from tests.factories.programmes import organiser_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 8


def at_once(*acts: Callable[[], object]) -> int:
    """How many got what they asked for."""
    gate = Barrier(len(acts))

    def one(act: Callable[[], object]) -> bool:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except (IllegalMove, Refused):
            return False  # the other was first
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        try:
            return sum(pool.map(one, acts))
        except DatabaseError as error:
            pytest.fail(f"{error}")


def test_the_last_day_is_one_organisations():
    for place in range(4):
        municipality(place)
    for _time in range(TIMES):
        day = SessionFactory()
        got = at_once(*(lambda place=place, day=day: booked(day.offer, day, place) for place in range(4)))
        assert got == 1 and Booking.objects.standing().filter(session=day).count() == 1


def test_who_waits_while_a_day_comes_free_has_it_or_is_told():
    for place in range(3):
        municipality(place)
    for _time in range(TIMES):
        day = SessionFactory()
        first, waits = booked(day.offer, day, 0), booked(day.offer, None, 1)
        at_once(
            lambda one=first: actions.cancel_booking(one, address=one.address),
            lambda day=day: booked(day.offer, day, 2),
        )
        waits.refresh_from_db()
        assert waits.session_id == day.pk, "who waited goes before who comes"
        assert Booking.objects.standing().filter(session=day).count() == 1


def test_a_day_is_confirmed_or_cancelled_and_never_both():
    for _time in range(TIMES):
        day = SessionFactory()
        booking, organiser = booked(day.offer, day), organiser_of(day.offer.programme)
        at_once(
            lambda one=booking, by=organiser: actions.confirm_booking(one, by=by),
            lambda one=booking: actions.cancel_booking(one, address=one.address),
            lambda day=day, by=organiser: session_actions.call_off_session(day, by=by),
        )
        booking.refresh_from_db()
        assert (booking.session is None) == (booking.state in ("cancelled", "waiting"))


def test_no_more_marks_than_people_and_no_more_days_than_there_are():
    day = SessionFactory(offer=SessionOfferFactory(most_sessions=2))
    organiser = organiser_of(day.offer.programme)
    booking = actions.confirm_booking(booked(day.offer, day), by=organiser)
    actions.keep_bookings(day.ends_at)
    booking.refresh_from_db()
    Booking.objects.update(people=3)
    at = day.ends_at
    assert at_once(*(lambda: session_actions.rate_session(booking.rating_key, 8, at=at) for _one in range(8))) == 3
    assert Rating.objects.count() == 3
    days = [SessionFactory.build(offer=day.offer) for _one in range(4)]
    assert at_once(*(lambda one=one: session_actions.lay_session(one, by=organiser) for one in days)) == 1
    assert Session.objects.filter(offer=day.offer).count() == 2
