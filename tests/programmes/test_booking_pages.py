"""Trainings on the site: three words for everyone, booking after a mailed code, and nothing of another's."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from people import letters, privacy
from people.models import MailCode
from programmes.bookings import actions, marks
from programmes.models import Booking, Rating
from tests.factories import bookings as laying
from tests.factories.bookings import ADDRESS, SessionFactory, SessionOfferFactory, a_municipality, booked, municipality
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of
from tests.walkers.expecting import MISSING

pytestmark = pytest.mark.django_db
TRAININGS = "/voor-partijen/trainingen/"
ADDRESS_PAGE, CODE = "/voor-partijen/boeken/adres/", "/voor-partijen/boeken/code/"


@pytest.fixture
def offer():
    return SessionOfferFactory(title="Eerlijk kiezen", title_en="Choosing fairly", most_people=20)


@pytest.fixture
def days(offer):
    return SessionFactory.create_batch(3, offer=offer)


@pytest.fixture
def proved(client: Client, mailoutbox) -> Client:
    return prove(client, mailoutbox)


def prove(client: Client, mailoutbox, address: str = ADDRESS) -> Client:
    client.post(ADDRESS_PAGE, {"address": address})
    letters.send_due()
    digits = re.search(r"^(\d{6})$", mailoutbox[-1].body, re.MULTILINE)[1]
    assert client.post(CODE, {"code": digits}).url == "/voor-partijen/boeken/"
    return client


def new_url(offer) -> str:
    return reverse("programmes:booking_new", args=[offer.key])


def typed(day=None, **more) -> dict:
    facts = {
        "booker": "lokaal",
        "organisation_name": "Proefpartij",
        "municipality": municipality().name,
        "people": "12",
    }
    return {**facts, **({"session": str(day.key)} if day else {}), **more}


def text(response) -> str:
    return response.content.decode()


def fresh(path: str):
    """Past the pages that are kept: a transaction of a test never ends, so nothing purges them."""
    return Client(headers={"x-requested-with": "test"}).get(path)


# For everyone -----------------------------------------------------------------------------------------


def test_the_page_tells_in_words_and_shows_the_first_days_only(client: Client, offer) -> None:
    days = SessionFactory.create_batch(5, offer=offer)
    page = text(client.get(TRAININGS))
    assert "Er is plek" in page and page.count(" uur") == 3 and "Boek deze training" in page
    for number, day in enumerate(days[:3]):
        booked(offer, day, place=number)
    assert "Bijna vol" in text(fresh(TRAININGS))
    for number, day in enumerate(days[3:], start=3):
        booked(offer, day, place=number)
    page = text(fresh(TRAININGS))
    assert "Vol" in page and "Alle dagen zijn bezet" in page and "Wacht op een vrije dag" in page
    assert "Proefpartij" not in page


def test_without_trainings_it_says_what_there_is(client: Client) -> None:
    page = text(client.get(TRAININGS))
    assert "Er zijn nu geen trainingen te boeken" in page and 'href="/voor-partijen/"' in page


def test_it_is_kept_for_everyone_and_asks_few_questions(
    client: Client, django_assert_max_num_queries, django_assert_num_queries
) -> None:
    for _number in range(3):
        SessionFactory.create_batch(3, offer=SessionOfferFactory())
    with django_assert_max_num_queries(6):
        response = client.get(TRAININGS)
    assert "csrfmiddlewaretoken" not in text(response)
    with django_assert_num_queries(0):
        client.get(TRAININGS)


def test_english_has_its_own_name_and_address(client: Client, offer, days) -> None:
    page = text(client.get(f"/en{TRAININGS}"))
    assert "Choosing fairly" in page and f"/en/voor-partijen/boeken/nieuw/{offer.key}/" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([8] * 9, None),
        ([8] * 10, marks.Told(8, 10)),
        ([7] * 5 + [8] * 5, marks.Told(8, 10)),
        ([8] * 10 + [1] * 9, marks.Told(8, 10)),
        ([8] * 10 + [1] * 10, marks.Told(5, 20)),
    ],
)
def test_a_mark_is_told_from_ten_on_and_moves_by_ten(given: list[int], said) -> None:
    assert marks.told(given) == said


def test_the_page_tells_the_mark_once_ten_gave_one(client: Client, offer, days) -> None:
    Rating.objects.bulk_create([Rating(offer=offer, mark=8) for _one in range(9)])
    assert "Gemiddeld een" not in text(client.get(TRAININGS))
    Rating.objects.create(offer=offer, mark=8)
    assert "Gemiddeld een 8, door 10 mensen of meer" in text(fresh(TRAININGS))


# Booking ----------------------------------------------------------------------------------------------


def test_who_wants_to_book_first_proves_an_address_and_comes_back(client, offer, days, mailoutbox) -> None:
    answer = client.get(new_url(offer))
    assert answer.url == f"{ADDRESS_PAGE}?training={offer.key}"
    assert "zonder account" in text(client.get(answer.url))
    onward = client.post(answer.url, {"address": ADDRESS}).url
    letters.send_due()
    digits = re.search(r"^(\d{6})$", mailoutbox[-1].body, re.MULTILINE)[1]
    assert client.post(onward, {"code": digits}).url == new_url(offer)
    page = text(client.get(new_url(offer)))
    assert page.count('name="session"') == 3 and ADDRESS in page


def test_booking_ends_at_the_booking_which_says_what_comes_next(proved: Client, offer, days) -> None:
    answer = proved.post(new_url(offer), typed(days[1]), follow=True)
    booking = Booking.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("programmes:booking", args=[booking.key])
    assert (booking.session, booking.people, booking.address) == (days[1], 12, ADDRESS)
    assert "wacht op bevestiging" in text(answer).lower() and "Het is gelukt" in text(answer)
    assert "Eerlijk kiezen" in text(proved.get("/voor-partijen/boeken/"))


def test_what_was_typed_before_the_code_is_there_again(client: Client, offer, days, mailoutbox) -> None:
    client.post(new_url(offer), typed(days[1], organisation_name="Alvast getypt"))
    prove(client, mailoutbox)
    page = text(client.get(new_url(offer)))
    assert 'value="Alvast getypt"' in page and re.search(rf'value="{days[1].key}"[^>]*checked', page)


def test_a_day_that_was_taken_meanwhile_is_told_and_nothing_is_lost(proved: Client, offer, days, monkeypatch) -> None:
    def first(*args, **kwargs):
        monkeypatch.undo()
        booked(offer, days[0], place=5)
        return actions.book(*args, **kwargs)

    monkeypatch.setattr("programmes.bookings.views.actions.book", first)
    page = text(proved.post(new_url(offer), typed(days[0], note="Met ringleiding")))
    assert "net door een ander geboekt" in page and "Met ringleiding" in page
    assert str(days[0].key) not in page and str(days[1].key) in page


def test_when_the_last_day_was_taken_meanwhile_one_can_wait(proved: Client, offer, days) -> None:
    for number, day in enumerate(days):
        booked(offer, day, place=number + 5)
    page = text(proved.get(new_url(offer)))
    main = page.partition("<main")[2].partition("</main>")[0]
    assert "Wachten op een vrije dag" in main and 'name="session"' not in main and "op de lijst" not in main.lower()
    answer = proved.post(new_url(offer), typed(), follow=True)
    assert "wacht op een vrije dag" in text(answer).lower() and Booking.objects.waiting().count() == 1


BAD = {
    "organisation_name": ["", "\x00", "\u202e", "a" * 2**20, " "],
    "municipality": ["", "\x00", "Nergenshuizen aan Zee", "a" * 2**20],
    "people": ["", "0", "-1", "21", "veel", "1e9", "\x00", "9" * 400],
    "booker": ["", "koning", "\x00"],
    "session": ["", "geen", str(MISSING), "\x00"],
    "note": ["a" * 281],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in BAD.items() for value in values])
def test_bad_input_is_told_at_its_field_and_keeps_the_rest(proved: Client, offer, days, field: str, value: str) -> None:
    answer = proved.post(new_url(offer), typed(days[0], **{"organisation_name": "Blijft staan", field: value}))
    page = text(answer)
    assert answer.status_code == 200 and "<title>Fout:" in page and f'id="id_{field}' in page
    assert field == "organisation_name" or "Blijft staan" in page
    assert "dit veld" not in page.lower() and not Booking.objects.exists()


@pytest.mark.parametrize("value", ["\x00Zaal", "Zaal\u202e", "  Zaal \n"])
def test_signs_that_nobody_sees_do_no_harm(proved: Client, offer, days, value: str) -> None:
    proved.post(new_url(offer), typed(days[0], note=value))
    assert Booking.objects.get().note == "Zaal"


def test_a_municipality_is_found_by_its_everyday_name_and_a_near_miss_is_helped(proved, offer, days) -> None:
    a_municipality("Amersfoort", "9901")
    a_municipality("'s-Gravenhage", "9902", alias="Den Haag")
    answer = text(proved.post(new_url(offer), typed(days[0], municipality="Amersfort")))
    assert "Bedoel je" in answer and "Amersfoort" in answer
    proved.post(new_url(offer), typed(days[0], municipality="den haag"))
    assert "Den Haag" in Booking.objects.get().municipality.title


def test_who_books_too_often_is_stopped_and_loses_nothing(proved: Client, offer, days, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"booking": "1/h/ip"}
    proved.post(new_url(offer), typed(days[0]))
    answer = proved.post(new_url(offer), typed(days[1], municipality=municipality(3).name))
    assert answer.status_code == 429 and 'value="Proefpartij"' in text(answer)


# One's own --------------------------------------------------------------------------------------------


def own(offer, day) -> Booking:
    return booked(offer, day, address=ADDRESS)


def test_moving_and_cancelling_are_pages_with_a_button(proved: Client, offer, days) -> None:
    booking = own(offer, days[0])
    move, cancel = (reverse(f"programmes:booking_{verb}", args=[booking.key]) for verb in ("move", "cancel"))
    assert str(days[1].key) in text(proved.get(move)) and proved.get(cancel).status_code == 200
    assert Booking.objects.get().session == days[0], "opening does nothing"
    assert "is verzet" in text(proved.post(move, {"session": str(days[1].key)}, follow=True))
    assert Booking.objects.get().session == days[1]
    assert "Afgezegd" in text(proved.post(cancel, follow=True))
    assert "Dat kan nu niet meer" in text(proved.post(cancel, follow=True))
    assert "Dat kan nu niet meer" in text(proved.get(move, follow=True))


def test_a_mail_opens_a_page_that_first_asks_for_the_code(client: Client, offer, days) -> None:
    booking = own(offer, days[0])
    for name in ("booking", "booking_move", "booking_cancel"):
        assert client.get(reverse(f"programmes:{name}", args=[booking.key])).url == ADDRESS_PAGE
        assert client.post(reverse(f"programmes:{name}", args=[booking.key])).url == ADDRESS_PAGE
    assert Booking.objects.get().stands


@pytest.mark.parametrize("name", ["booking", "booking_move", "booking_cancel"])
def test_anothers_booking_looks_like_none(proved: Client, offer, days, name: str) -> None:
    booking = booked(offer, days[0], place=3)
    pages = {key: proved.get(reverse(f"programmes:{name}", args=[key])) for key in (booking.key, MISSING)}
    assert {page.status_code for page in pages.values()} == {404}
    bare = {re.sub(str(key), "", text(page)) for key, page in pages.items()}
    assert len(bare) == 1
    assert proved.post(reverse(f"programmes:{name}", args=[booking.key])).status_code in (404, 405)


def test_the_address_can_be_forgotten_here(proved: Client, offer, days) -> None:
    own(offer, days[0])
    assert proved.post("/voor-partijen/boeken/vergeten/").url == TRAININGS
    assert proved.get("/voor-partijen/boeken/").url == ADDRESS_PAGE


def test_no_page_of_booking_is_kept(proved: Client, offer, days, settings) -> None:
    assert any("/voor-partijen/boeken/".startswith(prefix) for prefix in settings.PAGE_CACHE_NEVER)
    assert "no-store" in proved.get("/voor-partijen/boeken/").headers["Cache-Control"]


# A mark -----------------------------------------------------------------------------------------------


def test_a_mark_is_given_by_the_link_and_a_button(client: Client, offer, days) -> None:
    booking = actions.confirm_booking(own(offer, days[0]), by=organiser_of(offer.programme))
    actions.keep_bookings(days[0].ends_at)
    page = reverse("programmes:session_rating", args=[Booking.objects.get(pk=booking.pk).rating_key])
    assert "Geef een cijfer" in text(client.get(page)) and not Rating.objects.exists()
    assert 'href="#id_mark' in text(client.post(page, {"mark": "11"}))
    assert "Dank je wel" in text(client.post(page, {"mark": "9"})) and Rating.objects.get().mark == 9
    Booking.objects.update(people=1)
    assert "genoeg cijfers" in text(client.post(page, {"mark": "1"}))
    assert client.get(reverse("programmes:session_rating", args=[MISSING])).status_code == 404


# How long, and for whom -------------------------------------------------------------------------------


def test_a_booking_goes_half_a_year_after_it_is_over(offer, days) -> None:
    booking = own(offer, days[0])
    actions.cancel_booking(booking, address=ADDRESS)
    for number, day in enumerate(days):
        booked(offer, day, place=number + 3)
    waiting = booked(offer, None, place=9)
    assert privacy.purge_expired(timezone.now() + timedelta(days=182))["booking"] == 0
    assert privacy.purge_expired(timezone.now() + timedelta(days=184))["booking"] == 2
    assert not Booking.objects.filter(pk__in=[booking.pk, waiting.pk]).exists() and Booking.objects.count() == 3


def test_who_has_an_account_with_this_address_finds_it_in_her_export_and_can_erase_it(offer, days) -> None:
    user = UserFactory(email=ADDRESS)
    own(offer, days[0])
    (told,) = [data for rule, data in privacy.export(user) if "programmes.Booking" in rule.models]
    assert told["bookings"][0]["address"] == ADDRESS and told["bookings"][0]["organisation"] == "Proefpartij 0"
    privacy.erase(user)
    assert not Booking.objects.exists() and laying.is_free(days[0])


def test_codes_for_booking_stand_by_themselves(client: Client, offer) -> None:
    client.post(ADDRESS_PAGE, {"address": ADDRESS})
    assert MailCode.objects.get().purpose == "booking"
    assert client.get(f"{ADDRESS_PAGE}?training=onzin").status_code == 200
