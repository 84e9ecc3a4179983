"""What one can follow with a reader of feeds, and what pages say to machines."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home import page_cache
from home.models import StandardPage
from programmes.models import ProgrammeIndexPage
from tests.factories.people import OrganisationFactory
from tests.factories.programmes import (
    EditionFactory,
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    programme_page,
)
from tests.laid import laid
from tests.programmes.told import CANARY, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
__all__ = ["laid"]

HERE = settings.SITE_ADDRESS
STREET = "Geheimstraat 12"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def feed(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ET.fromstring(response.content).find("channel")
    assert channel is not None
    return [{part.tag: part.text or "" for part in item} for item in channel.findall("item")]


def data(client: Client, address: str, kind: str = "") -> list[dict]:
    """The things of this type that the page says to machines."""
    response = client.get(address)
    assert response.status_code == 200
    (block,) = DATA.findall(response.text)
    assert json.loads(block)["@context"] == "https://schema.org"
    return [thing for thing in json.loads(block)["@graph"] if kind in ("", thing["@type"])]


def page_with_edition(**facts: object):
    programme = ProgrammeFactory(where="Almere", **facts)
    OpenEditionFactory(programme=programme, name="voorjaar", town="Lelystad", capacity=7)
    EditionFactory(programme=programme, town="Geheimdorp")
    index = ProgrammeIndexPage.objects.get(locale__language_code="nl")
    return programme_page(index, programme, intro="Leer hoe de raad werkt.")


# Feeds --------------------------------------------------------------------------------------------


def test_the_agenda_can_be_followed_without_an_address(client: Client) -> None:
    event = EventFactory(title="Proefavond & meer", title_en="Trial evening", address=STREET)
    EventFactory(title="Besloten", is_public=False)
    EventFactory(title="Geweest", starts_at=timezone.now() - timedelta(days=3))
    (item,) = feed(client, "/agenda/rss.xml")
    assert item["title"] == "Proefavond & meer" and event.town in item["description"]
    assert item["link"] == item["guid"] == f"{HERE}/agenda/{event.key}/"
    assert client.get(item["link"].removeprefix(HERE)).status_code == 200
    assert STREET not in client.get("/agenda/rss.xml").text
    (english,) = feed(client, "/en/agenda/rss.xml")
    assert english["title"] == "Trial evening" and english["link"].startswith(f"{HERE}/en/agenda/")


def test_stories_and_programmes_can_be_followed(client: Client) -> None:
    story = published()
    (item,) = feed(client, "/verhalen/rss.xml")
    assert item["title"] == f"{CANARY} titel 1" and item["link"] == f"{HERE}{page_of(story).url}"
    assert item["pubDate"] and "Geel" not in client.get("/verhalen/rss.xml").text
    story.pages.all().delete()
    assert feed(client, "/verhalen/rss.xml") == []
    page = page_with_edition()
    assert page.url in "".join(item["link"] for item in feed(client, "/programmas/rss.xml"))
    page.unpublish()
    assert page.url not in "".join(item["link"] for item in feed(client, "/programmas/rss.xml"))


@pytest.mark.parametrize("above", ["/agenda/", "/verhalen/", "/programmas/", "/en/agenda/"])
def test_the_list_names_its_feed(client: Client, above: str) -> None:
    html = client.get(above).text
    (found,) = re.findall(r'<link rel="alternate" type="application/rss\+xml" title="[^"]+" href="([^"]+)">', html)
    assert found == f"{HERE}{above}rss.xml" and client.get(f"{above}rss.xml").status_code == 200
    assert "rss" not in client.get("/hulp/").text


# Data for machines --------------------------------------------------------------------------------


def test_a_programme_is_a_course_with_its_times_and_never_a_number_of_places(client: Client) -> None:
    page = page_with_edition(is_example=True)
    (course,) = data(client, page.url, "Course")
    assert course["name"] == page.title and course["description"] == "Leer hoe de raad werkt."
    assert course["url"] == f"{HERE}{page.url}"
    assert course["provider"][0]["url"] == f"{HERE}/organisaties/{page.programme.lead().slug}/"
    (instance,) = course["hasCourseInstance"]
    edition = page.programme.editions.get(town="Lelystad")
    assert instance["startDate"] == edition.starts_on.isoformat() and instance["location"]["name"] == "Lelystad"
    assert instance["courseMode"] == "onsite"
    assert "verzonnen" in course["disambiguatingDescription"]
    assert "Geheimdorp" not in client.get(page.url).text
    assert "capacity" not in json.dumps(course).lower() and "7" not in json.dumps(instance["name"])


def test_an_event_says_when_and_in_which_town_and_no_more(client: Client) -> None:
    event = EventFactory(title="Avond </script><script>alert(1)</script>", address=STREET, town="Urk")
    for address in (f"/agenda/{event.key}/", "/agenda/"):
        (told,) = data(client, address, "Event")
        assert told["name"] == event.title
        assert told["location"]["address"]["addressLocality"] == "Urk"
        assert told["url"] == f"{HERE}/agenda/{event.key}/"
        assert told["startDate"] == timezone.localtime(event.starts_at).isoformat()
        assert STREET not in client.get(address).text
        assert "<script>alert" not in client.get(address).text
    online = EventFactory(online=True, town="")
    (told,) = data(client, f"/agenda/{online.key}/", "Event")
    assert told["location"]["@type"] == "VirtualLocation" and "Online" in told["eventAttendanceMode"]


def test_an_organisation_says_who_it_is(client: Client) -> None:
    organisation = OrganisationFactory(name="Kwispel BV", website="https://kwispel.example.org", about="Wij kwispelen.")
    (told,) = data(client, f"/organisaties/{organisation.slug}/", "Organization")
    assert told["sameAs"] == "https://kwispel.example.org" and told["description"] == "Wij kwispelen."
    assert told["url"] == f"{HERE}/organisaties/{organisation.slug}/"


def test_every_page_says_the_trail_to_it(client: Client) -> None:
    (trail,) = data(client, "/kennis/rechtspositie/", "BreadcrumbList")
    assert [(step["position"], step["item"]) for step in trail["itemListElement"]] == [
        (1, f"{HERE}/"),
        (2, f"{HERE}/kennis/"),
        (3, f"{HERE}/kennis/rechtspositie/"),
    ]
    page = StandardPage.objects.get(slug="rechtspositie", locale__language_code="nl")
    assert trail["itemListElement"][2]["name"] == page.title
    (site,) = data(client, "/")
    assert site["@type"] == "WebSite" and site["name"] == "Op de lijst"


def test_data_for_machines_asks_the_database_nothing(client: Client, settings) -> None:
    page = page_with_edition()
    EventFactory()
    for address in (page.url, "/agenda/"):
        client.get(address)
        with CaptureQueriesContext(connection) as with_data:
            client.get(f"{address}?vers=1")
        settings.STRUCTURED_DATA = []
        with CaptureQueriesContext(connection) as without:
            client.get(f"{address}?vers=1")
        settings.STRUCTURED_DATA = [
            "programmes.structured.course",
            "programmes.structured.events",
        ]
        assert len(with_data) == len(without)


# Another address ----------------------------------------------------------------------------------


def test_a_page_with_another_address_is_found_at_the_old_one_too(
    client: Client, django_capture_on_commit_callbacks
) -> None:
    page = page_with_edition()
    page.easy = [{"type": "part", "value": {"title": "Kort", "rows": []}}]
    page.save_revision().publish()
    page.refresh_from_db()
    old = page.url
    page.slug = "heel-ander-adres"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    for below in ("", "makkelijke-taal/"):
        moved = client.get(f"{old}{below}")
        assert moved.status_code == 301 and moved["Location"] == f"/programmas/heel-ander-adres/{below}"
        assert client.get(moved["Location"]).status_code == 200


def test_an_organisation_with_another_address_is_found_at_the_old_ones_too(client: Client) -> None:
    organisation = OrganisationFactory(name="Kwispel BV", slug="kwispel")
    call_command("rebuild_search")
    for slug in ("kwispel-bv", "kwispelstaart"):
        organisation.slug = slug
        organisation.save()
        call_command("rebuild_search")
    for old in ("kwispel", "kwispel-bv"):
        for prefix in ("", "/en"):
            moved = client.get(f"{prefix}/organisaties/{old}/")
            assert (moved.status_code, moved["Location"]) == (301, f"{prefix}/organisaties/kwispelstaart/")
    organisation.slug = "kwispel"
    organisation.save()
    call_command("rebuild_search")
    assert client.get("/organisaties/kwispel/").status_code == 200, "back again, without going round"
    assert client.get("/organisaties/kwispelstaart/")["Location"] == "/organisaties/kwispel/"
    organisation.is_public = False
    organisation.save()
    page_cache.memory.clear()
    page_cache.caches["pages"].clear()
    assert client.get("/organisaties/kwispel-bv/", follow=True).status_code == 404


def test_a_sign_that_no_feed_may_hold_closes_no_list(client: Client) -> None:
    EventFactory(title="Oefen\x0bavond", text="Kom \x1bmee\ufffe.")
    EventFactory(title="Daarna")
    found = {item["title"]: item["description"] for item in feed(client, "/agenda/rss.xml")}
    assert set(found) == {"Oefen avond", "Daarna"} and found["Oefen avond"].endswith("Kom  mee .")
