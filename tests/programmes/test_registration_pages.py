"""The page of an event and of coming to it, as visitors, people with an account and the desk see them."""

from datetime import timedelta

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lifecycle.models import JournalLine
from people.models import PersonSeen
from programmes.agenda.actions import call_off, cancel_registration, register
from programmes.models import Event, Registration
from programmes.states import ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import EventFactory, ProgrammeFactory, RegistrationFactory, admitted
from tests.programmes.coming import DAY, a_sensitive_event, an_event, as_typed, desk_of, told
from tests.programmes.public_site import public_programme
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def page_of(event: Event) -> str:
    return reverse("programmes:event", args=[event.key])


def own_page(event: Event, name: str = "registration") -> str:
    return reverse(f"programmes:{name}", args=[event.key])


def entry_of(response) -> icalendar.Event:
    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    return entry


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


def test_the_number_of_people_is_nowhere_on_a_public_page(client):
    event = an_event(capacity=877)
    for _one in range(3):
        register(event, by=UserFactory(name="Kanarie"), name="Kanarie")
    for path in (page_of(event), "/agenda/"):
        text = client.get(path).text
        assert "877" not in text and "874" not in text and "Kanarie" not in text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cancelled_at": timezone.now()}, "Gaat niet door"),
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


# Coming -----------------------------------------------------------------------------------------------


def test_a_visitor_signs_in_and_comes_back_to_the_event(client):
    event = an_event()
    response = client.get(own_page(event))
    assert response.status_code == 302 and response["Location"].endswith(f"next={own_page(event)}")


def test_a_newcomer_gives_a_name_and_comes(browser, person):
    event = an_event()
    assert "Geheimweg" not in browser.get(own_page(event)).text
    assert Registration.objects.count() == 0, "opening a page changes nothing"
    text = browser.post(own_page(event), {"name": "Noor"}, follow=True).text
    person.refresh_from_db()
    assert person.name == "Noor" and "Je komt." in text and "Geheimweg 1" in text
    assert own_page(event, "own_appointment") in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Vul in hoe je wilt heten."),
        ("x" * 61, "Maak de naam korter"),
        ("No\0or", "vreemd teken"),
        ("y" * 1_000_000, "Maak de naam korter"),
    ],
    ids=["none", "long", "nul", "megabyte"],
)
def test_a_name_that_cannot_be_is_said_and_nothing_is_lost(browser, name, words):
    event = an_event()
    response = browser.post(own_page(event), {"name": name})
    assert response.status_code == 200 and words in response.text and "Fout:" in response.text
    assert not Registration.objects.exists()


def test_a_name_from_right_to_left_is_a_name(browser, person):
    browser.post(own_page(an_event()), {"name": "\u202eروان"})
    person.refresh_from_db()
    assert Registration.objects.get().has_place and "روان" in person.name


def test_who_waits_sees_no_address_and_reads_what_then(browser):
    event = an_event()
    register(event, by=UserFactory(), name="Eerst")
    assert "wachten op een plek" in browser.get(own_page(event)).text
    text = browser.post(own_page(event), {"name": "Noor"}, follow=True).text
    assert "Je wacht op een plek" in text and "Geheimweg" not in text
    assert "op de lijst" not in text.partition("<main")[2].partition("</main")[0].lower()


def test_a_late_address_says_when(browser):
    event = an_event(address_late=True)
    browser.post(own_page(event), {"name": "Noor"})
    text = browser.get(own_page(event)).text
    assert "Geheimweg" not in text and "twee dagen van tevoren" in text
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() + DAY)
    assert "Geheimweg 1" in browser.get(own_page(event)).text


def test_cancelling_is_asked_first_and_done_by_a_press(browser, person):
    event = an_event()
    browser.post(own_page(event), {"name": "Noor"})
    waiting = register(event, by=UserFactory(), name="Later")
    assert "Je plek gaat dan naar iemand anders" in browser.get(own_page(event, "registration_cancel")).text
    assert Registration.objects.of(person).get().has_place
    browser.post(own_page(event, "registration_cancel"))
    waiting.refresh_from_db()
    assert not Registration.objects.of(person).get().stands and waiting.has_place
    assert browser.get(own_page(event, "registration_cancel")).status_code == 302


def test_registering_for_what_closed_meanwhile_says_so(browser):
    event = an_event()
    browser.get(own_page(event))
    Event.objects.filter(pk=event.pk).update(registering="closed")
    response = browser.post(own_page(event), {"name": "Noor"}, follow=True)
    assert "kan nu niet meer" in response.text and not Registration.objects.exists()


def test_an_event_of_the_own_programme_alone_is_found_at_mijn_and_by_nobody_else(client, browser, person):
    programme = ProgrammeFactory()
    event = an_event(title="Besloten avond", programme=programme, is_public=False)
    assert browser.get(own_page(event)).status_code == 404
    assert browser.get(own_page(event, "own_appointment")).status_code == 404
    admitted(user=person, edition__programme=programme, state=ParticipationState.STARTED)
    assert "Besloten avond" in browser.get("/mijn/").text
    assert browser.get(own_page(event)).status_code == 200


def test_the_dashboard_says_where_one_comes(browser, person):
    comes, waits, past = an_event(title="Eén"), an_event(title="Twee"), an_event(title="Drie")
    register(waits, by=UserFactory(), name="Eerst")
    for event in (comes, waits, past):
        register(event, by=person, name="Noor")
    before = timezone.now() - 3 * DAY
    Event.objects.filter(pk=past.pk).update(starts_at=before, ends_at=before)
    text = browser.get("/mijn/").text
    assert "Je komt." in text and "Je wacht op een plek." in text and "Drie" not in text


def test_the_title_of_a_sensitive_event_stands_in_no_tab(browser):
    event = a_sensitive_event()
    browser.post(own_page(event), {"name": "Noor"})
    for name in ("registration", "registration_cancel"):
        head = browser.get(own_page(event, name)).text.split("</head>")[0]
        assert "Kanarie" not in head
    assert "anarie" not in browser.get(own_page(event, "own_appointment")).text


def test_english(browser):
    event = an_event(title_en="Join us")
    assert "Join us" in browser.get(f"/en{own_page(event)}").text


# The desk ---------------------------------------------------------------------------------------------


def test_an_organiser_sees_names_and_each_person_is_told(client):
    event = an_event(capacity=2)
    people = [UserFactory(email=f"kanarie{number}@example.org") for number in range(3)]
    for number, person in enumerate(people):
        register(event, by=person, name=f"Naam {number}")
    cancelled = RegistrationFactory(event=event, user=UserFactory(name="Afgezegd"))
    cancel_registration(cancelled, by=cancelled.user)
    text = sign_in(client, desk_of(event)).get(reverse("desk_event_registrations", args=[event.key])).text
    places = [text.index(word) for word in ("Naam 0", "Naam 1", "Naam 2")]
    assert places == sorted(places) and "Komt: 2" in text and "Wacht: 1" in text
    assert "kanarie" not in text and "Afgezegd" not in text
    seen = PersonSeen.objects.filter(role=PersonSeen.Role.ORGANISER, organisation=event.organisation)
    assert set(seen.values_list("user", flat=True)) == {person.pk for person in people}


def test_the_list_is_paged_and_asks_nothing_more_for_a_row(client, django_assert_max_num_queries):
    event = an_event(capacity=None)
    desk = sign_in(client, desk_of(event))
    path = reverse("desk_event_registrations", args=[event.key])
    RegistrationFactory.create_batch(3, event=event)
    desk.get(path)
    with CaptureQueriesContext(connection) as few:
        desk.get(path)
    RegistrationFactory.create_batch(52, event=event)
    with django_assert_max_num_queries(len(few) + 1):  # how many there are, once there is a second page
        text = desk.get(path).text
    assert text.count("<td>Komt</td>") == 50 and "Pagina 1 van 2" in text
    assert desk.get(path, {"p": "2"}).text.count("<td>Komt</td>") == 5
    assert "Niemand" not in text


def test_an_empty_list_says_what_to_do(client):
    event = an_event()
    text = sign_in(client, desk_of(event)).get(reverse("desk_event_registrations", args=[event.key])).text
    assert "nog niemand" in text and page_of(event) in text


def test_calling_off_at_the_desk_is_asked_first(client):
    event = an_event()
    registration = register(event, by=UserFactory(), name="Noor")
    desk = sign_in(client, desk_of(event))
    path = reverse("desk_event_call_off", args=[event.key])
    assert "Dat kan niet terug" in desk.get(path).text
    assert not Event.objects.get(pk=event.pk).is_cancelled
    desk.post(path)
    assert Event.objects.get(pk=event.pk).is_cancelled and "event_called_off_named" in told(registration.user)
    assert JournalLine.objects.filter(verb="call_off").count() == 1
    assert "gaat al niet door" in desk.get(path).text


def test_an_event_with_people_cannot_be_deleted_or_given_away(client):
    event = an_event()
    register(event, by=UserFactory(), name="Noor")
    organiser = desk_of(event)
    desk = sign_in(client, organiser)
    desk.post(reverse("desk_events:delete", args=[event.pk]))
    assert Event.objects.filter(pk=event.pk).exists()
    other = an_event(organisation__name="Ander huis").organisation
    from people.models import Membership
    from tests.factories.people import MembershipFactory

    MembershipFactory(user=organiser, organisation=other, role=Membership.Role.ORGANISER)
    desk.post(reverse("desk_events:edit", args=[event.pk]), as_typed(event, title="Nieuw") | {"organisation": other.pk})
    event.refresh_from_db()
    assert event.title == "Nieuw" and event.organisation != other


def test_a_moment_that_cannot_be_is_said_at_the_desk(client):
    event = an_event()
    desk = sign_in(client, desk_of(event))
    late = as_typed(event, registering_until=event.starts_at + timedelta(hours=1))
    response = desk.post(reverse("desk_events:edit", args=[event.pk]), late)
    assert "Kies een moment voor de bijeenkomst begint." in response.text
    none = as_typed(event) | {"capacity": "0", "starts_at": "31-31-2027"}
    assert desk.post(reverse("desk_events:edit", args=[event.pk]), none).status_code == 200
    assert Event.objects.get(pk=event.pk).capacity == 1


def test_a_page_of_an_event_asks_the_database_little(client, django_assert_max_num_queries):
    event = an_event(programme=public_programme("Proefraad"))
    client.get(page_of(event))
    from home import page_cache

    page_cache._purge_now()
    with django_assert_max_num_queries(12):
        assert client.get(page_of(event)).status_code == 200
    with django_assert_max_num_queries(0):
        client.get(page_of(event))
