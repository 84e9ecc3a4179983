"""Small files for machines."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Locale, Page, Site

from home.models import HomePage, StandardPage


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


def test_sitemap_lists_public_pages_of_both_languages(client: Client, site: Site):
    text = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://testserver/over-ons/</loc>" in text
    assert "<loc>http://testserver/en/about-us/</loc>" in text
    assert "/verkiezingen/</loc>" in text
    assert "nog-niet" not in text
