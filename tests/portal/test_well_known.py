"""Small files for machines."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from elections.models import Body
from home.models import HomePage, StandardPage
from tests.factories.people import OrganisationFactory
from tests.factories.programmes import EventFactory


def lines(client: Client, path: str) -> dict[str, str]:
    response = client.get(path)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines() if ": " in line)


def test_security_txt_says_where_to_report(client: Client, settings):
    fields = lines(client, "/.well-known/security.txt")
    assert fields["Contact"] == settings.SECURITY_CONTACT
    assert fields["Canonical"] == "http://localhost:8000/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "nl, en"


def test_security_txt_expires_within_a_year(client: Client):
    """RFC 9116 advises less than a year, and a passed date makes the file worthless."""
    expires = datetime.strptime(lines(client, "/.well-known/security.txt")["Expires"], "%Y-%m-%dT%H:%M:%SZ")
    assert timedelta(days=30) < expires.replace(tzinfo=UTC) - datetime.now(UTC) < timedelta(days=365)


def test_robots_stay_out_of_what_is_someones(client: Client):
    text = client.get("/robots.txt").content.decode()
    for path in ("/mijn/", "/cms/", "/account/", "/campagne/", "/zoeken/"):
        assert f"Disallow: {path}\n" in text
        assert f"Disallow: /en{path}\n" in text
    assert "Sitemap: http://localhost:8000/sitemap.xml" in text


@pytest.fixture
def site(db) -> Site:
    """A Dutch and an English home page, each with a page; one page is a draft."""
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    root.get_children().delete()
    root = Page.get_first_root_node()
    dutch = root.add_child(
        instance=HomePage(title="Thuis", slug="thuis", locale=Locale.objects.get_or_create(language_code="nl")[0])
    )
    english = dutch.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    english.slug = "thuis-en"
    english.save_revision().publish()
    dutch.add_child(instance=StandardPage(title="Over ons", slug="over-ons"))
    dutch.add_child(instance=StandardPage(title="Nog niet", slug="nog-niet", live=False))
    english.add_child(instance=StandardPage(title="About us", slug="about-us", locale=english.locale))
    return Site.objects.create(hostname="testserver", root_page=dutch, is_default_site=True)


HERE = "http://localhost:8000"


def places(client: Client) -> dict[str, dict[str, str]]:
    """Each address with the same thing in other languages."""
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    found = {}
    for url in ET.fromstring(response.content):
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in url if link.tag.endswith("link")}
        found[next(part.text for part in url if part.tag.endswith("loc"))] = links
    return found


def test_sitemap_lists_public_pages_of_both_languages(client: Client, site: Site):
    found = places(client)
    assert found[f"{HERE}/over-ons/"] == found[f"{HERE}/en/about-us/"] == {}, "each without a translation"
    assert found[f"{HERE}/"] == {"nl": f"{HERE}/", "en": f"{HERE}/en/", "x-default": f"{HERE}/"} == found[f"{HERE}/en/"]
    assert f"{HERE}/verkiezingen/" in found
    assert not [address for address in found if "nog-niet" in address]


def test_sitemap_lists_what_is_made_from_facts_and_public(client: Client, site: Site):
    organisation, hidden = OrganisationFactory(), OrganisationFactory(is_public=False)
    event, closed = EventFactory(organisation=organisation), EventFactory(is_public=False, organisation=organisation)
    body = Body.objects.create(kind="raad", code="GM9999", domain="9999", name="Proefdam", slug="proefdam")
    found = places(client)
    address = f"/organisaties/{organisation.slug}/"
    assert found[f"{HERE}{address}"]["en"] == f"{HERE}/en{address}"
    assert {f"{HERE}/agenda/{event.key}/", f"{HERE}/verkiezingen/{body.slug}/"} <= set(found)
    assert not [address for address in found if hidden.slug in address or str(closed.key) in address]


def test_sitemap_asks_no_more_for_more(client: Client, site: Site):
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as few:
        client.get("/sitemap.xml")
    for _more in range(5):
        EventFactory()
        site.root_page.add_child(instance=StandardPage(title=f"Pagina {_more}"))
    with CaptureQueriesContext(connection) as many:
        client.get("/sitemap.xml")
    assert len(many) <= len(few) <= 20
