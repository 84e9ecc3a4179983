"""Who comes, calling off and changing an event: at the desk of its organisation."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lifecycle.models import JournalLine
from people.models import PersonSeen
from programmes.agenda.actions import cancel_registration, register
from programmes.models import Event
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, RegistrationFactory
from tests.programmes.coming import an_event, as_typed, desk_of, page_of, told
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


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
    assert text.count(">Komt</td>") == 50 and "Pagina 1 van 2" in text
    assert desk.get(path, {"p": "2"}).text.count(">Komt</td>") == 5
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


def test_an_event_for_alumni_belongs_to_a_programme_and_stands_in_no_agenda(client):
    event = an_event()
    desk = sign_in(client, desk_of(event))
    edit = reverse("desk_events:edit", args=[event.pk])
    text = desk.post(edit, as_typed(event, for_alumni=True)).text
    assert "Kies een programma. Alleen wie daar" in text and "Wat in de agenda staat, ziet iedereen." in text
    event.programme = ProgrammeFactory(carried_by=event.organisation)
    desk.post(edit, as_typed(event, for_alumni=True, is_public=False))
    event.refresh_from_db()
    assert event.for_alumni and not event.is_public and event.programme
