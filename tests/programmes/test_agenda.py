"""/agenda/: what is coming, by month, and in one's own calendar without a telling word."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
from django.urls import reverse

from tests.programmes.public_site import event, public_programme

pytestmark = pytest.mark.django_db
AGENDA = "/agenda/"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(*moment: int) -> dt.datetime:
    return dt.datetime(*moment, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def late_november():
    with time_machine.travel("2026-11-29T12:00:00+01:00", tick=False):
        yield


def test_an_empty_agenda_says_what_one_can_do(client):
    response = client.get(AGENDA)
    assert response.status_code == 200
    assert "De agenda is nu leeg" in response.text
    assert "Een vergadering van de raad kun je altijd bezoeken" in response.text


def test_events_stand_by_month_in_order(client):
    event("Oefenen", at(2027, 1, 14, 18, 30))
    event("Vragenuur", at(2026, 12, 9, 20, 0), town="", online=True)
    event("Meelopen", at(2026, 12, 3, 19, 0), access="Zonder trap.", hours=3)
    text = client.get(AGENDA).text.partition("<main")[2]
    places = [text.index(word) for word in ("December 2026", "Meelopen", "Vragenuur", "Januari 2027", "Oefenen")]
    assert places == sorted(places)
    assert "Donderdag, 19.00 tot 22.00 uur. Deventer." in text
    assert "20.00 tot 22.00 uur. Online." in text
    assert "Toegankelijkheid: Zonder trap." in text


def test_what_is_over_or_not_public_is_gone_and_what_is_going_on_stays(client):
    event("Voorbij", at(2026, 11, 29, 9, 0))
    event("Besloten", at(2026, 12, 3, 19, 0), is_public=False)
    event("Nu bezig", at(2026, 11, 29, 11, 0))
    text = client.get(AGENDA).text
    assert "Voorbij" not in text
    assert "Besloten" not in text
    assert "Nu bezig" in text


def test_the_address_is_nowhere(client):
    shown = event("Meelopen", at(2026, 12, 3, 19, 0), address="Geheimweg 1")
    assert "Geheimweg" not in client.get(AGENDA).text
    assert "Geheimweg" not in client.get(reverse("programmes:appointment", args=[shown.key])).text


def test_a_programme_is_linked_by_its_live_page(client):
    event("Avond", at(2026, 12, 3, 19, 0), programme=public_programme("Proefraad"))
    event("Andere avond", at(2026, 12, 4, 19, 0), programme=public_programme("Nog niet klaar", live=False))
    text = client.get(AGENDA).text
    assert "/programmas/proefraad/" in text
    assert "Nog niet klaar" not in text


def test_an_event_over_two_days_says_both(client):
    event("Weekend", at(2026, 12, 5, 10, 0), hours=30)
    assert "10.00 uur, tot 6 december, 16.00 uur" in client.get(AGENDA).text


def test_english_writes_the_clock_with_a_colon(client):
    event("Weekend", at(2026, 12, 5, 10, 0), hours=30)
    event("Meelopen", at(2026, 12, 3, 19, 0), hours=3)
    text = client.get(f"/en{AGENDA}").text
    assert "10:00, to 6 December, 16:00" in text
    assert "19:00 to 22:00" in text


def test_the_agenda_is_paged_and_the_queries_do_not_grow(client, django_assert_max_num_queries):
    for day in range(1, 31):
        event(f"Avond {day}", at(2026, 12, day, 19, 0), programme=public_programme(f"P {day}") if day < 9 else None)
    with django_assert_max_num_queries(5):
        response = client.get(AGENDA)
    assert response.text.count('class="ol-datum"') == 24
    assert client.get(AGENDA, {"pagina": "2"}).text.count('class="ol-datum"') == 6


@pytest.mark.parametrize(
    ("begin", "utc"),
    [
        (at(2027, 1, 14, 19, 0), "20270114T180000Z"),
        (at(2027, 7, 14, 19, 0), "20270714T170000Z"),
        (at(2027, 3, 28, 3, 30), "20270328T013000Z"),  # the night that summer time begins
    ],
)
def test_an_appointment_is_at_the_right_time_in_winter_and_summer(client, begin, utc):
    response = client.get(reverse("programmes:appointment", args=[event("Avond", begin).key]))
    assert response["Content-Type"].startswith("text/calendar")
    assert f"DTSTART:{utc}" in response.text
    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert entry.decoded("dtend") - entry.decoded("dtstart") == dt.timedelta(hours=2)


def test_an_appointment_tells_nothing(client):
    programme = public_programme("Proefraad")
    shown = event("Politiek voor beginners", at(2026, 12, 3, 19, 0), programme=programme, text="Over de raad")
    response = client.get(reverse("programmes:appointment", args=[shown.key]))
    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert (entry["SUMMARY"], entry["LOCATION"]) == ("Afspraak", "Deventer")
    for word in ("Politiek", "Proefraad", "raad", shown.organisation.name):
        assert word not in response.text
    assert response["Content-Disposition"] == 'attachment; filename="afspraak.ics"'


def test_the_appointment_of_what_is_not_public_does_not_exist(client):
    hidden = event("Besloten", at(2026, 12, 3, 19, 0), is_public=False)
    assert client.get(reverse("programmes:appointment", args=[hidden.key])).status_code == 404
    assert client.get("/agenda/geen-sleutel/afspraak.ics").status_code == 404


def test_an_entry_in_a_calendar_does_not_lead_to_the_page_of_the_event(client):
    """Whoever sees the calendar of another would read there what it is about."""
    shown, other = (event(title, at(2026, 12, 3, 19, 0)) for title in ("Een", "Twee"))
    file = client.get(f"/agenda/{shown.key}/afspraak.ics")
    assert str(shown.key) not in file.text and shown.key.hex not in file.text
    shown.sequence = 1
    shown.save()
    again, foreign = (client.get(f"/agenda/{one.key}/afspraak.ics") for one in (shown, other))
    uids = [icalendar.Calendar.from_ical(one.content).walk("VEVENT")[0]["uid"] for one in (file, again, foreign)]
    assert uids[0] == uids[1] != uids[2], "what changes stays the same entry"


def test_english_agenda(client):
    event("Meelopen", at(2026, 12, 3, 19, 0), title_en="Join a councillor")
    text = client.get(f"/en{AGENDA}").text
    assert "Join a councillor" in text
    assert "December 2026" in text
