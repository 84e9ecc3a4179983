"""Whether there is room is said in words: to nobody outside the desk a number of places, nor what is left of it.

The places are so many that their number means nothing else, in a page, a feed, a file or data for machines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from people.models import Membership
from programmes.models import Edition, Event, ProgrammeIndexPage
from search.indexing import rebuild
from tests.factories.people import MembershipFactory, UserFactory
from tests.factories.programmes import (
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    RegistrationFactory,
    admitted,
    programme_page,
)
from tests.laid import lay
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

PLACES = 7019


def as_said(number: int) -> list[str]:
    """As a page in either language, or data for machines, would write it."""
    return [f"{number}", f"{number:,}", f"{number:,}".replace(",", ".")]


@dataclass
class Room:
    """An edition and an event with many places, three of each taken."""

    edition: Edition
    event: Event


@pytest.fixture(scope="module")
def room(django_db_setup: None, django_db_blocker: Any) -> Iterator[Room]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            lay()
            programme = ProgrammeFactory(name="Proefraad", slug="proefraad")
            edition = OpenEditionFactory(programme=programme, capacity=PLACES)
            event = EventFactory(
                programme=programme, organisation=programme.lead(), registering="open", capacity=PLACES
            )
            for _number in range(3):
                admitted(edition)
                RegistrationFactory(event=event)
            for index in ProgrammeIndexPage.objects.all():
                programme_page(index, programme, intro="Over de proefraad.")
            rebuild()
            yield Room(edition, event)
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


def paths(room: Room, language: str) -> list[str]:
    """Wherever something is said of an edition or an event."""
    key, slug = room.event.key, room.edition.programme.lead().slug
    shown = [
        "/", "/programmas/", "/programmas/proefraad/", "/programmas/proefraad/makkelijke-taal/", "/makkelijke-taal/",
        "/programmawijzer/", "/organisaties/", f"/organisaties/{slug}/", "/agenda/", f"/agenda/{key}/",
        f"/agenda/{key}/afspraak.ics", "/agenda/rss.xml", "/programmas/rss.xml", "/verhalen/rss.xml",
        "/zoeken/?q=proefraad", "/zoeken/?q=proefavond", f"/laat-het-me-weten/programma/{room.edition.programme.key}/",
        f"/aanmelden/{room.edition.key}/", f"/mijn/agenda/{key}/", "/mijn/",
    ]  # fmt: skip
    return [*shown, "/sitemap.xml"] if language == "nl" else [f"/en{path}" for path in shown]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("who", ["a visitor", "a newcomer", "who comes"])
def test_nowhere_stands_how_many_places_there_are(room: Room, who: str, language: str) -> None:
    client = Client()
    if who != "a visitor":
        user = UserFactory(language=language)
        if who == "who comes":
            RegistrationFactory(event=room.event, user=user)
        sign_in(client, user)
    answers = {path: client.get(path, follow=True) for path in paths(room, language)}
    left = {PLACES - room.event.taken(), PLACES - 3}  # of the event, and of the edition
    numbers = [said for number in (PLACES, *left) for said in as_said(number)]
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    told = {path: answer.content.decode() for path, answer in answers.items()}
    assert {path for path, text in told.items() if any(number in text for number in numbers)} == set()
    assert sum("Proef" in text for text in told.values()) > 8, "it is told of there"


def test_the_desk_of_the_event_counts_so_the_walk_would_see_it(room: Room) -> None:
    organiser = MembershipFactory(organisation=room.event.organisation, role=Membership.Role.ORGANISER).user
    listed = sign_in(Client(), organiser).get(reverse("desk_events:index")).content.decode()
    assert str(PLACES) in listed
