"""Trainings at the desk of who gives them: days laid and changed, bookings answered, and what waits."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from people.models import Letter, Membership
from programmes.bookings import policies
from programmes.bookings.desk_sections import bookings as section
from programmes.models import Booking, Session, SessionOffer
from tests.factories.bookings import SessionFactory, SessionOfferFactory, booked
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.factories.programmes import organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(programme) -> SessionOffer:
    return SessionOfferFactory(programme=programme, title="Eerlijk kiezen")


@pytest.fixture
def booking(offer) -> Booking:
    return booked(offer, SessionFactory(offer=offer))


def press(desk: Client, booking: Booking, verb: str, **typed: str) -> str:
    address = reverse("desk_bookings:move", kwargs={"key": booking.key, "verb": verb})
    return desk.post(address, typed, follow=True).content.decode()


def typed_day(begins, hours: int = 3) -> dict:
    ends = begins + timedelta(hours=hours)
    return {
        "starts_at": f"{timezone.localtime(begins):%Y-%m-%d %H:%M}",
        "ends_at": f"{timezone.localtime(ends):%Y-%m-%d %H:%M}",
    }


ROLES = ["visitor", "newcomer", "organiser", "other_organiser", "publisher", "administrator"]
YES, NO = True, False
#                             visit newc  orga  other publ  admin
TABLE = {
    "can_see_bookings":      (NO,   NO,   YES,  YES,  NO,   NO),
    "can_answer_booking":    (NO,   NO,   YES,  NO,   NO,   NO),
    "can_manage_sessions":   (NO,   NO,   YES,  NO,   NO,   YES),
    "shows_answer: confirm": (NO,   NO,   YES,  NO,   NO,   NO),
    "shows_answer: hold":    (NO,   NO,   NO,   NO,   NO,   NO),
    "has it at the desk":    (NO,   NO,   YES,  NO,   NO,   NO),
    "sees the day":          (NO,   NO,   YES,  NO,   NO,   YES),
}  # fmt: skip


def test_role_by_verb(booking) -> None:
    programme = booking.offer.programme
    cast = {
        "visitor": AnonymousUser(),
        "newcomer": UserFactory(),
        "organiser": organiser_of(programme),
        "other_organiser": MembershipFactory().user,
        "publisher": MembershipFactory(organisation=programme.lead(), role=Membership.Role.PUBLISHER).user,
        "administrator": AdministratorFactory(),
    }
    given = {
        "can_see_bookings": lambda user: policies.can_see_bookings(user),
        "can_answer_booking": lambda user: policies.can_answer_booking(user, booking),
        "can_manage_sessions": lambda user: policies.can_manage_sessions(user, booking.offer),
        "shows_answer: confirm": lambda user: policies.shows_answer(user, booking, "confirm"),
        "shows_answer: hold": lambda user: policies.shows_answer(user, booking, "hold"),
        "has it at the desk": lambda user: Booking.objects.at_the_desk_of(user).exists(),
        "sees the day": lambda user: user.is_authenticated and Session.objects.visible_to(user).exists(),
    }
    assert {verb: tuple(ask(cast[role]) for role in ROLES) for verb, ask in given.items()} == TABLE


@pytest.mark.parametrize(
    ("address", "own"),
    [("bestuur0@example.org", YES), ("BESTUUR0@example.org", YES), ("a@b.nl", NO), ("", NO), (None, NO)],
)
def test_a_booking_is_of_its_address(booking, address: str | None, own: bool) -> None:
    assert policies.is_own_booking(address, booking) is own
    assert policies.shows_own(address, booking, "move") is own
    assert not policies.shows_own(address, booking, "move_up")


def test_confirming_and_refusing_are_buttons_that_say_what_they_did(desk: Client, booking) -> None:
    page = desk.get(reverse("desk_bookings:detail", args=[booking.key])).content.decode()
    assert "bestuur0@example.org" in page and "Bevestig deze dag" in page
    assert "waarom het niet kan" in press(desk, booking, "refuse", reason=" \x00 ")
    assert "De dag is bevestigd" in press(desk, booking, "confirm")
    assert "kan nu niet meer" in press(desk, booking, "confirm")
    assert "gaat niet door" in press(desk, booking, "lose_session")
    booking.refresh_from_db()
    assert booking.is_waiting and booking.session is None
    assert "afgewezen" in press(desk, booking, "refuse", reason="Nu geen trainer.")
    assert desk.post(reverse("desk_bookings:move", args=[booking.key, "cancel"])).status_code == 404


def test_a_day_is_laid_and_changed_by_a_form_and_the_booker_hears(desk: Client, offer, booking) -> None:
    begins = timezone.now().replace(second=0, microsecond=0) + timedelta(days=50)
    assert desk.post(reverse("desk_sessions:add"), {"offer": offer.pk, **typed_day(begins)}).status_code == 302
    assert Session.objects.filter(offer=offer, starts_at=begins).exists()
    session = booking.session
    desk.post(
        reverse("desk_sessions:edit", args=[session.pk]), {"offer": offer.pk, **typed_day(begins + timedelta(days=1))}
    )
    session.refresh_from_db()
    assert session.starts_at == begins + timedelta(days=1)
    assert Letter.objects.filter(message="programmes.session_changed").count() == 1


@pytest.mark.parametrize(
    ("days", "hours", "said"), [(-1, 3, "die nog komt"), (5, 0, "na het begin"), (5, -2, "na het begin")]
)
def test_a_day_that_cannot_be_is_told_in_words(desk: Client, offer, days: int, hours: int, said: str) -> None:
    typed = typed_day(timezone.now() + timedelta(days=days), hours)
    page = desk.post(reverse("desk_sessions:add"), {"offer": offer.pk, **typed}).content.decode()
    assert said in page and "session_ends_after_start" not in page and not Session.objects.exists()


def test_no_day_beyond_the_number_and_none_of_another(desk: Client, offer) -> None:
    SessionOffer.objects.update(most_sessions=1)
    SessionFactory(offer=offer)
    begins = timezone.now() + timedelta(days=9)
    page = desk.post(reverse("desk_sessions:add"), {"offer": offer.pk, **typed_day(begins)}).content.decode()
    assert "staan al klaar" in page and Session.objects.count() == 1
    foreign = SessionOfferFactory()
    desk.post(reverse("desk_sessions:add"), {"offer": foreign.pk, **typed_day(begins)})
    assert not Session.objects.filter(offer=foreign).exists()


def test_a_day_that_somebody_holds_cannot_be_deleted(desk: Client, booking) -> None:
    answer = desk.post(reverse("desk_sessions:delete", args=[booking.session_id]))
    assert Session.objects.filter(pk=booking.session_id).exists() and answer.status_code != 500


def test_what_waits_to_be_confirmed_stands_on_the_first_page(organiser, booking) -> None:
    def shown(user):
        return section(SimpleNamespace(user=user))

    assert [task.title for task in shown(organiser).tasks] == ["Proefpartij 0, Proefgemeente 0"]
    assert shown(AdministratorFactory()) is None and shown(MembershipFactory().user) is None
    assert shown(sign_in(Client(), organiser) and organiser).doors


def test_an_address_leads_to_a_mail_to_itself_and_puts_nothing_else_in_it(offer) -> None:
    """Else a mail to who booked would go to somebody else as well."""
    booking = booked(offer, SessionFactory(offer=offer), address="a?bcc=elders%40example.com&subject=@example.org")
    desk = Client()
    sign_in(desk, organiser_of(offer.programme))
    page = desk.get(reverse("desk_bookings:detail", kwargs={"key": booking.key})).text
    assert 'href="mailto:a%3Fbcc%3Delders%2540example.com%26subject%3D@example.org"' in page
