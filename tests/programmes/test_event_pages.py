"""The page of an event and the filters of the agenda, as everybody sees them."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from programmes.agenda.actions import call_off, cancel_registration, register
from tests.factories.people import UserFactory
from tests.factories.programmes import EventFactory
from tests.programmes.coming import DAY, an_event, desk_of, entry_of, own_page, page_of
from tests.programmes.public_site import public_programme

pytestmark = pytest.mark.django_db


# The public page --------------------------------------------------------------------------------------


def test_an_event_has_a_page_with_what_is_public_and_no_more(client):
    event = an_event(title="Meelopen", town="Deventer", province="Overijssel", access="Zonder trap", text="Kom mee.")
    text = client.get(page_of(event)).text
    for said in ("Meelopen", "Kom mee.", "Deventer (Overijssel)", "Zonder trap", event.organisation.name, "Ik kom"):
        assert said in text, said
    assert "Geheimweg" not in text
    assert own_page(event) in text and 'method="post"' not in text and "csrfmiddlewaretoken" not in text


def test_the_page_says_in_words_whether_there_is_room(client, django_capture_on_commit_callbacks):
    event = an_event(capacity=3)
    said = []
    for _one in range(4):
        text = client.get(page_of(event)).text
        words = ("Er is plek", "Bijna vol", "Vol, wel een wachtlijst")
        said.append(next(word for word in words if word in text))
        with django_capture_on_commit_callbacks(execute=True):
            register(event, by=UserFactory(), name="Iemand")
    assert said == ["Er is plek", "Er is plek", "Bijna vol", "Vol, wel een wachtlijst"]
    for registration in [*event.registrations.waiting(), event.registrations.registered().first()]:
        with django_capture_on_commit_callbacks(execute=True):
            cancel_registration(registration, by=registration.user)
    assert "Bijna vol" in client.get(page_of(event)).text, "the kept page hears of a place that came free"


def test_the_number_of_people_is_nowhere_on_a_public_page(client):
    event = an_event(capacity=877)
    for _one in range(3):
        register(event, by=UserFactory(name="Kanarie"), name="Kanarie")
    for path in (page_of(event), "/agenda/"):
        text = client.get(path).text
        # In words and attributes alike; the digits of a moment or of a key are nobody's number.
        assert not re.search(r"(?<![\d.a-f-])(877|874)(?![\da-f+-])", text) and "Kanarie" not in text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cancelled_at": timezone.now()}, "Deze bijeenkomst gaat niet door"),
        ({"registering": "closed"}, "Inschrijven is gesloten"),
        ({"starts_at": timezone.now() - 2 * DAY}, "Geweest"),
        ({"registering": "none"}, "Iedereen kan komen"),
    ],
)
def test_who_cannot_register_reads_why_and_what_then(client, fields, words):
    text = client.get(page_of(an_event(**fields))).text
    assert words in text and "Ik kom" not in text
    assert "Bekijk de hele agenda" in text or "Kom naar een bijeenkomst" in text


def test_what_is_not_public_has_no_page(client):
    assert client.get(page_of(an_event(is_public=False))).status_code == 404
    assert client.get("/agenda/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_an_event_that_is_called_off_says_so_in_the_agenda_and_leaves_calendars(client):
    event = an_event(title="Meelopen")
    call_off(event, by=desk_of(event))
    assert "Gaat niet door" in client.get("/agenda/").text
    response = client.get(reverse("programmes:appointment", args=[event.key]))
    entry = entry_of(response)
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", 1)
    assert "METHOD:CANCEL" in response.text


# Filters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "Deventer Zoom Vrouwen"),
        ("?waar=Overijssel", "Deventer Zoom"),
        ("?waar=Zeeland", "Zoom"),
        ("?vorm=online", "Zoom"),
        ("?vorm=live", "Deventer Vrouwen"),
        ("?vorm=live&vorm=online", "Deventer Zoom Vrouwen"),
        ("?voor=vrouwen", "Deventer Zoom Vrouwen"),
        ("?voor=jongeren", "Deventer Zoom"),
        ("?voor=jongeren&vorm=live", "Deventer"),
        ("?waar=Atlantis", "Deventer Zoom Vrouwen"),
        ("?vorm=%00&voor=%E2%80%AE", "Deventer Zoom Vrouwen"),
    ],
)
def test_the_agenda_is_filtered_by_where_how_and_for_whom(client, query, shown):
    EventFactory(title="AvondDeventer", province="Overijssel")
    EventFactory(title="AvondZoom", town="", online=True)
    EventFactory(title="AvondVrouwen", province="Gelderland", for_whom="vrouwen")
    text = client.get(f"/agenda/{query}").text
    assert [word for word in ("Deventer", "Zoom", "Vrouwen") if f"Avond{word}" in text] == shown.split()


def test_a_choice_can_be_taken_away_and_the_pages_keep_it(client):
    for number in range(25):
        EventFactory(title=f"Avond {number}", town="", online=True)
    text = client.get("/agenda/?vorm=online&waar=Zeeland").text
    assert 'href="?vorm=online"' in text and 'href="?waar=Zeeland"' in text
    assert "vorm=online&amp;waar=Zeeland&amp;pagina=2" in text
    assert "hoort geen" not in text


def test_no_event_that_fits_says_what_one_can_do(client):
    EventFactory(title="Avond", province="Overijssel")
    text = client.get("/agenda/?waar=Zeeland").text
    assert "Er is nu geen bijeenkomst die bij je keuze past" in text and 'href="/agenda/"' in text


def test_a_page_of_an_event_asks_the_database_little(client, django_assert_max_num_queries):
    event = an_event(programme=public_programme("Proefraad"))
    client.get(page_of(event))
    from home import page_cache

    page_cache._purge_now()
    with django_assert_max_num_queries(12):
        assert client.get(page_of(event)).status_code == 200
    with django_assert_max_num_queries(0):
        client.get(page_of(event))
