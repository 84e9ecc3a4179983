"""Coming to an event at /mijn/agenda/, as people with an account see it."""

import pytest
from django.utils import timezone

from programmes.agenda.actions import register
from programmes.models import Event, Registration
from programmes.states import ParticipationState
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, admitted
from tests.programmes.coming import DAY, a_sensitive_event, an_event, own_page

pytestmark = pytest.mark.django_db


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
