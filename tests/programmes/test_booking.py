"""Days of a training: held, waited for, confirmed, moved, given up and given on; never by two at once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from people import letters
from people.addresses import keyed
from people.models import Letter
from programmes.bookings import actions, session_actions
from programmes.models import Booking, Rating, Session
from programmes.states import BOOKING, BookingState
from tests.factories.bookings import SessionFactory, SessionOfferFactory, booked, is_free, municipality, wanted
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def offer():
    return SessionOfferFactory(most_sessions=10)


@pytest.fixture
def days(offer) -> list[Session]:
    return SessionFactory.create_batch(2, offer=offer)


@pytest.fixture
def organiser(offer):
    return organiser_of(offer.programme)


def told() -> list[str]:
    return [letter.message.partition(".")[2] for letter in Letter.objects.order_by("pk")]


def again(booking: Booking) -> Booking:
    return Booking.objects.select_related("session", "offer__programme").get(pk=booking.pk)


STATES = list(BookingState)
#                      asked       waiting     confirmed   held  cancelled refused lapsed
TABLE = {
    "confirm":        ("confirmed", None,       None,       None, None, None, None),
    "refuse":         ("refused",   "refused",  None,       None, None, None, None),
    "move":           ("asked",     None,       "asked",    None, None, None, None),
    "move_up":        (None,        "asked",    None,       None, None, None, None),
    "lose_session":   ("waiting",   None,       "waiting",  None, None, None, None),
    "cancel":         ("cancelled", "cancelled", "cancelled", None, None, None, None),
    "hold":           (None,        None,       "held",     None, None, None, None),
    "lapse":          ("lapsed",    None,       None,       None, None, None, None),
}  # fmt: skip


@pytest.mark.parametrize("verb", TABLE)
def test_what_leads_where(verb: str) -> None:
    got = tuple(BOOKING.target(verb, state) if BOOKING.allows(verb, state) else None for state in STATES)
    assert got == TABLE[verb]
    assert BOOKING.verbs == set(TABLE)


def test_a_free_day_is_held_at_once_and_told(offer, days, mailoutbox) -> None:
    booking = booked(offer, days[1])
    assert (booking.state, booking.session, is_free(days[1])) == ("asked", days[1], False)
    assert told() == ["booking_asked"] and letters.send_due() == 1
    assert mailoutbox[0].to == ["bestuur0@example.org"] and offer.title in mailoutbox[0].body
    assert str(booking.key) in mailoutbox[0].body and "account hebt" not in mailoutbox[0].body


def test_a_day_has_one_booking(offer, days) -> None:
    booked(offer, days[0])
    with pytest.raises(Refused, match="net door een ander geboekt"):
        booked(offer, days[0], place=1)
    assert Booking.objects.count() == 1


def test_nobody_waits_while_a_day_is_free(offer, days) -> None:
    with pytest.raises(Refused, match="intussen een dag vrij"):
        booked(offer, None)


def test_when_all_are_taken_one_waits_and_a_day_that_comes_free_goes_to_who_waited_longest(offer, days) -> None:
    first, _second = booked(offer, days[0]), booked(offer, days[1], place=1)
    late = booked(offer, None, place=2, at=NOW - timedelta(hours=1))
    early = booked(offer, None, place=3, at=NOW - timedelta(hours=2))
    assert late.state == early.state == "waiting" and late.session is None
    actions.cancel_booking(first, address=first.address)
    assert (again(early).state, again(early).session, again(late).state) == ("asked", days[0], "waiting")
    assert told()[-2:] == ["booking_cancelled", "booking_moved_up"]


@pytest.mark.parametrize("how", ["refuse", "move", "lay"])
def test_a_day_comes_free_in_more_ways(offer, days, organiser, how: str) -> None:
    first = booked(offer, days[0])
    last = None if how == "move" else booked(offer, days[1], place=1)
    if how == "move":
        offer.most_sessions = 2
        third = booked(offer, days[1], place=1)
        waiting = booked(offer, None, place=2)
        session_actions.call_off_session(days[1], by=organiser)  # the third waits again, in its old place
        assert again(third).state == "waiting"
        new = session_actions.lay_session(SessionFactory.build(offer=offer), by=organiser)
        assert (again(third).session, again(waiting).state) == (new, "waiting")
        return
    waiting = booked(offer, None, place=2)
    if how == "refuse":
        actions.refuse_booking(last, reason="De trainer is ziek.", by=organiser)
        assert again(waiting).session == days[1]
    else:
        new = session_actions.lay_session(SessionFactory.build(offer=offer), by=organiser)
        assert again(waiting).session == new
    assert again(first).session == days[0]


def test_moving_frees_the_old_day_and_asks_for_a_new_yes(offer, days, organiser) -> None:
    booking = actions.confirm_booking(booked(offer, days[0]), by=organiser)
    actions.move_booking(booking, days[1].key, address=booking.address)
    assert (again(booking).state, again(booking).session, is_free(days[0])) == ("asked", days[1], True)
    with pytest.raises(Refused, match="net door een ander"):
        actions.move_booking(booking, days[1].key, address=booking.address)


def test_a_municipality_and_an_address_cannot_take_all_days(offer) -> None:
    days = SessionFactory.create_batch(4, offer=offer)
    booked(offer, days[0], address="a@example.org")
    with pytest.raises(Refused, match="Voor deze gemeente is al geboekt"):
        booked(offer, days[1], place=0)
    booked(offer, days[1], place=1, address="A@example.org")
    with pytest.raises(Refused, match="al twee boekingen"):
        booked(offer, days[2], place=2, address="a@example.org")


def test_what_is_not_public_is_not_booked(offer, days) -> None:
    offer.is_public = False
    offer.save()
    with pytest.raises(Refused, match="niet te boeken"):
        booked(offer, days[0])


def test_only_the_proved_address_moves_and_cancels(offer, days) -> None:
    booking = booked(offer, days[0])
    for act in (
        lambda: actions.cancel_booking(booking, address="ander@example.org"),
        lambda: actions.move_booking(booking, days[1].key, address="ander@example.org"),
        lambda: actions.cancel_booking(booking, address=""),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert again(booking).state == "asked"


def test_only_who_gives_the_training_answers(offer, days) -> None:
    booking = booked(offer, days[0])
    for by in (UserFactory(), AdministratorFactory(), organiser_of(SessionOfferFactory().programme)):
        with pytest.raises(PermissionDenied):
            actions.confirm_booking(booking, by=by)
        with pytest.raises(PermissionDenied):
            actions.refuse_booking(booking, reason="Nee.", by=by)
    with pytest.raises(PermissionDenied):
        session_actions.call_off_session(days[0], by=UserFactory())


def test_refusing_needs_a_reason_that_only_the_page_tells(offer, days, organiser, mailoutbox) -> None:
    booking = booked(offer, days[0])
    with pytest.raises(Refused, match="waarom het niet kan"):
        actions.refuse_booking(booking, reason="  ", by=organiser)
    actions.refuse_booking(booking, reason="De trainer is ziek.", by=organiser)
    assert (again(booking).answer, again(booking).session) == ("De trainer is ziek.", None)
    letters.send_due()
    assert "kan niet doorgaan" in mailoutbox[-1].subject and "ziek" not in mailoutbox[-1].body


def test_another_time_is_told_once_to_who_holds_the_day(offer, days, organiser) -> None:
    booked(offer, days[0])
    days[0].starts_at += timedelta(hours=1)
    days[0].ends_at += timedelta(hours=1)
    session_actions.change_session(days[0], by=organiser)
    session_actions.change_session(Session.objects.get(pk=days[0].pk), by=organiser)
    assert told().count("session_changed") == 1


def test_a_day_that_is_called_off_leaves_its_holder_first_in_line(offer, days, organiser) -> None:
    holder = booked(offer, days[0], at=NOW - timedelta(days=3))
    booked(offer, days[1], place=1)
    waiting = booked(offer, None, place=2, at=NOW - timedelta(days=2))
    session_actions.call_off_session(days[0], by=organiser)
    assert again(holder).state == "waiting" and told()[-1] == "session_called_off"
    new = session_actions.lay_session(SessionFactory.build(offer=offer), by=organiser)
    assert (again(holder).session, again(waiting).session) == (new, None)
    with pytest.raises(Refused, match="al afgezegd"):
        session_actions.call_off_session(days[0], by=organiser)


def test_no_more_days_than_the_training_offers(organiser, offer) -> None:
    offer.most_sessions = 1
    offer.save()
    session_actions.lay_session(SessionFactory.build(offer=offer), by=organiser)
    with pytest.raises(Refused, match="staan al klaar"):
        session_actions.lay_session(SessionFactory.build(offer=offer), by=organiser)


def test_the_portal_reminds_once_ends_what_is_past_and_asks_for_a_mark(offer, days, organiser, mailoutbox) -> None:
    confirmed = actions.confirm_booking(booked(offer, days[0]), by=organiser)
    unanswered = booked(offer, days[1], place=1)
    near = days[0].starts_at - timedelta(days=2)
    assert [actions.keep_bookings(near), actions.keep_bookings(near)] == [1, 0]
    after = days[1].ends_at + timedelta(minutes=1)
    assert [actions.keep_bookings(after), actions.keep_bookings(after)] == [2, 0]
    confirmed, unanswered = again(confirmed), again(unanswered)
    assert (confirmed.state, unanswered.state) == ("held", "lapsed")
    assert confirmed.session.was_held and not Session.objects.get(pk=days[1].pk).was_held
    assert told() == ["booking_asked", "booking_confirmed", "booking_asked", "session_reminder", "session_rating"]
    letters.send_due()
    assert f"/voor-partijen/boeken/cijfer/{confirmed.rating_key}/" in mailoutbox[-1].body
    with pytest.raises(IllegalMove):
        actions.cancel_booking(confirmed, address=confirmed.address)


def test_a_mark_is_kept_without_day_or_giver_and_no_more_than_people_came(offer, days, organiser) -> None:
    booking = actions.confirm_booking(booked(offer, days[0]), by=organiser)
    actions.keep_bookings(days[0].ends_at)
    key, at = again(booking).rating_key, days[0].ends_at + timedelta(days=1)
    Booking.objects.update(people=2)
    session_actions.rate_session(key, 8, at=at)
    session_actions.rate_session(key, 3, at=at)
    with pytest.raises(Refused, match="genoeg cijfers"):
        session_actions.rate_session(key, 1, at=at)
    with pytest.raises(Refused, match="tot twee maanden"):
        session_actions.rate_session(key, 1, at=at + timedelta(days=61))
    assert {field.name for field in Rating._meta.get_fields()} == {"id", "offer", "mark"}
    assert sorted(Rating.objects.values_list("mark", flat=True)) == [3, 8]


def test_the_journal_holds_neither_address_nor_name(offer, days, organiser) -> None:
    actions.confirm_booking(booked(offer, days[0]), by=organiser)
    lines = [str(line.__dict__) for line in JournalLine.objects.all()]
    assert len(lines) == 2 and not any("example.org" in line or "Proefpartij" in line for line in lines)
    assert {line.scope for line in JournalLine.objects.all()} == {offer.programme.lead().key}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"session": None}, "who_holds_a_session_has_one"),
        ({"state": "waiting"}, "who_waits_has_no_session"),
        ({"state": "held"}, "is_settled"),
        ({"settled_at": NOW}, "is_settled"),
    ],
)
def test_the_database_holds_what_a_booking_is(offer, days, change: dict, rule: str) -> None:
    booking = booked(offer, days[0])
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Booking.objects.filter(pk=booking.pk).update(**change)


def test_the_database_holds_that_a_day_and_a_municipality_have_one(offer, days) -> None:
    booking = booked(offer, days[0])
    other = booked(offer, days[1], place=1)
    for change in ({"session": booking.session}, {"municipality": municipality(0)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Booking.objects.filter(pk=other.pk).update(**change)


def test_the_address_is_unreadable_and_known_by_its_key(offer, days) -> None:
    booking = booked(offer, days[0], address="Griffie@example.org")
    assert Booking.objects.of_address(keyed("griffie@EXAMPLE.org")).get() == booking
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM programmes_booking")
        assert "example" not in cursor.fetchone()[0]


def test_a_gone_booking_is_told(offer, days) -> None:
    booking = booked(offer, days[0])
    seen = again(booking)
    booking.delete()
    with pytest.raises(IllegalMove):
        actions.cancel_booking(seen, address=seen.address)


def test_wanted_says_nothing_of_persons() -> None:
    assert set(wanted().__dataclass_fields__) == {
        "booker", "organisation_name", "municipality", "people", "note", "session",
    }  # fmt: skip
