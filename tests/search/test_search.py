"""/zoeken/: what is found, in what order, and what is said when nothing is."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.models import StandardPage
from people.models import Organisation
from programmes.models import ProgrammeIndexPage
from search.indexing import rebuild
from tests.factories.people import HelpRecordFactory, OrganisationFactory
from tests.factories.programmes import EventFactory, ProgrammeFactory, programme_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]

TITLE = re.compile(r'class="ol-vel__titel"><a href="([^"]*)">(.*?)</a>')


def found(client: Client, query: str, prefix: str = "", **more: str) -> str:
    response = client.get(f"{prefix}/zoeken/", {"q": query, **more})
    assert response.status_code == 200
    return response.text


def urls(html: str) -> list[str]:
    return [url for url, _title in TITLE.findall(html)]


def add(title: str, parent: str = "kennis", **fields: object) -> StandardPage:
    above = Page.objects.get(slug=parent, locale__language_code="nl")
    page = above.add_child(instance=StandardPage(title=title, locale=above.locale, live=False, **fields))
    page.save_revision().publish()
    return page


def text(words: str) -> list[dict[str, str]]:
    return [{"type": "text", "value": f"<p>{words}</p>"}]


# What is found ------------------------------------------------------------------------------------


def test_without_a_question_there_is_only_the_form(client: Client) -> None:
    html = client.get("/zoeken/").text
    assert 'name="q"' in html
    assert "gevonden" not in html
    assert "csrf" not in html


def test_a_page_is_found_by_its_words_and_says_what_it_is(client: Client) -> None:
    html = found(client, "zwanger uitkering")
    assert urls(html)[0] == "/kennis/rechtspositie/"
    assert "Ziek, <mark>zwanger</mark>, een <mark>uitkering</mark>" in html
    assert "<li>Kennis</li>" in html


@pytest.mark.parametrize("typed", ["kwispelstaarten", "KWISPELSTAART", "kwispelsta", "Kwíspelstaart"])
def test_other_forms_the_beginning_and_accents_lead_there_too(client: Client, typed: str) -> None:
    page = add("Over honden", slug="honden", body=text("Elke kwispelstaart mag mee naar de raad."))
    html = found(client, typed)
    assert urls(html) == [page.url]
    assert "Elke <mark>kwispelstaart</mark> mag mee" in html


def test_only_the_language_of_the_page_is_searched_by_its_own_stems(client: Client) -> None:
    assert "/en/kennis/rechtspositie/" in urls(found(client, "pregnant", "/en"))
    assert urls(found(client, "benefits", "/en")) == urls(found(client, "benefit", "/en")) != []
    assert "Niets gevonden" in found(client, "pregnant")


def test_events_organisations_help_and_bodies_are_found_where_they_stand(client: Client) -> None:
    event = EventFactory(title="Kwispelavond", text="Over wonen.", organisation=OrganisationFactory(name="Kwispel BV"))
    HelpRecordFactory(name="Kwispellijn", text="Bel ons.")
    rebuild()
    html = found(client, "kwispel")
    assert {f"/organisaties/{event.organisation.slug}/", "/hulp/"} < set(urls(html))
    assert any(url.startswith("/agenda/") for url in urls(html))
    html = found(client, "wonen kwispel")
    assert urls(html)[0].startswith("/agenda/")
    assert f", {event.town}</li>" in html, "and says when and where"
    assert urls(found(client, "Rivierenland"))[0] == "/verkiezingen/waterschap-rivierenland/"
    assert urls(found(client, "den haag"))[0] == "/verkiezingen/s-gravenhage/"


def test_hundreds_of_bodies_do_not_bury_what_is_written_of_them(client: Client) -> None:
    for typed in ("waterschap", "gemeenteraad", "verkiezingen"):
        assert sum(url.startswith("/verkiezingen/") and len(url) > 14 for url in urls(found(client, typed))) <= 1, typed


def test_a_programme_is_found_by_its_facts_and_its_organisation(client: Client) -> None:
    programme = ProgrammeFactory(where="Zeewolde en Urk", carried_by=OrganisationFactory(name="Stichting Kwispel"))
    index = ProgrammeIndexPage.objects.get(locale__language_code="nl")
    page = programme_page(index, programme)
    rebuild()
    assert page.url in urls(found(client, "urk"))
    assert urls(found(client, "stichting kwispel urk"))[0] == page.url


def test_the_title_weighs_more_than_the_text_and_more_words_more_than_one(client: Client) -> None:
    words = add("Iets anders", slug="anders", body=text("Kwispelstaart, pluimstaart."))
    titled = add("Kwispelstaart", slug="titel")
    assert urls(found(client, "kwispelstaart")) == [titled.url, words.url]
    assert urls(found(client, "kwispelstaart pluimstaart"))[0] == words.url


def test_the_kind_narrows_it_down_by_a_link(client: Client) -> None:
    page = add("Kwispelstaart", slug="kwispel")
    OrganisationFactory(name="Kwispelstaart BV")
    rebuild()
    html = found(client, "kwispelstaart")
    assert len(urls(html)) == 2
    assert 'href="?q=kwispelstaart&amp;soort=kennis"' in html
    assert urls(found(client, "kwispelstaart", soort="kennis")) == [page.url]
    assert "Zoek in alles" in found(client, "kwispelstaart", soort="verhalen")
    assert len(urls(found(client, "kwispelstaart", soort="<onzin>"))) == 2


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("programmawijzer", "/programmawijzer/"),
        ("agenda", "/agenda/"),
        ("organisaties", "/organisaties/"),
        ("verkiezing", "/verkiezingen/"),
        ("dreiging", "/hulp/"),
    ],
)
def test_lists_that_are_made_from_facts_are_found_too(client: Client, typed: str, address: str) -> None:
    rebuild()
    assert address in urls(found(client, typed))


def test_the_address_of_a_link_and_the_name_of_a_drawing_are_no_text(client: Client) -> None:
    link = {"label": "Kijk hier", "page": None, "address": "/kwispel/pluimstaart/"}
    add("Over honden", slug="honden", body=[{"type": "links", "value": [link]}])
    assert urls(found(client, "pluimstaart")) == []
    drawing = [{"type": "part", "value": {"title": "Kort", "rows": [{"drawing": "mini-trein", "lines": ["Het is."]}]}}]
    index = ProgrammeIndexPage.objects.get(locale__language_code="nl")
    programme_page(index, ProgrammeFactory(), easy=drawing, intro="Kwispelstaart")
    rebuild()
    assert urls(found(client, "kwispelstaart")) and urls(found(client, "trein")) == []


# Only what everyone may see -----------------------------------------------------------------------


def test_what_is_closed_a_moment_ago_shows_no_title(client: Client) -> None:
    organisation = OrganisationFactory(name="Kwispel BV")
    event = EventFactory(title="Kwispelavond")
    rebuild()
    assert len(urls(found(client, "kwispel"))) == 2
    Organisation.objects.filter(pk=organisation.pk).update(is_public=False)
    type(event).objects.filter(pk=event.pk).update(is_public=False)
    html = found(client, "kwispel")
    assert urls(html) == [] and "BV" not in html and "avond" not in html


def test_what_is_over_is_not_found_even_before_the_worker_comes_by(client: Client) -> None:
    event = EventFactory(title="Kwispelavond")
    rebuild()
    type(event).objects.update(starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1))
    assert urls(found(client, "kwispelavond")) == []


def test_what_ended_since_it_was_indexed_counts_for_nothing(client: Client) -> None:
    event = EventFactory(title="Kwispelavond")
    rebuild()
    assert "1 keer gevonden" in found(client, "kwispelavond")
    with time_machine.travel(event.ends_at + timedelta(hours=1)):
        assert "Niets gevonden voor ‘kwispelavond’" in found(client, "kwispelavond")


# Bad questions ------------------------------------------------------------------------------------


def test_nothing_found_says_what_to_do(client: Client) -> None:
    html = found(client, "xyzzyplugh")
    assert "Niets gevonden voor ‘xyzzyplugh’" in html
    assert 'href="/programmas/"' in html and 'href="/programmawijzer/"' in html


def test_a_typing_error_shows_what_was_meant(client: Client) -> None:
    page = add("Kwispelstaart", slug="kwispel")
    html = found(client, "kwipselstaart")
    assert "Niets gevonden voor ‘kwipselstaart’. Dit vonden wij voor ‘kwispelstaart’." in html
    assert urls(html) == [page.url]
    html = found(client, "kwipselstaart raad")
    assert "Bedoel je misschien:" in html and 'href="?q=kwispelstaart+raad"' in html


@pytest.mark.parametrize("query", ["de het een", "?!*\"'()", "AND", "\x00", "\U0001f600", "\u202eraad\u202c"])
def test_what_cannot_be_looked_for_is_answered_plainly(client: Client, query: str) -> None:
    assert "Er ging iets mis" not in found(client, query)


def test_common_words_alone_get_an_error_that_helps(client: Client) -> None:
    html = found(client, "de het een")
    assert "<title>Fout: Zoeken" in html
    assert "Typ een woord dat meer zegt" in html and 'value="de het een"' in html


def test_a_megabyte_is_refused_and_not_sent_back(client: Client) -> None:
    html = found(client, "raad " * 200_000)
    assert "te lang" in html
    assert len(html) < 50_000


@pytest.mark.parametrize(
    "query", ['"raad', "raad*", "raad OR 1=1", "(raad", "raad:", "ra-ad", "-raad", "raad%", "ra_d", "raad\\"]
)
def test_signs_of_query_languages_are_just_text(client: Client, query: str) -> None:
    assert found(client, query)


def test_what_was_typed_and_what_a_page_says_stay_text(client: Client) -> None:
    add("Kwispel <script>staart</script>", slug="kwispel", body=text("&lt;img src=x onerror=alert(1)&gt; kwispel"))
    html = found(client, "kwispel <script>alert(1)</script>")
    assert "<script>" not in html and "<img" not in html
    assert "<mark>Kwispel</mark> &lt;<mark>script</mark>&gt;staart" in html


# How much it costs --------------------------------------------------------------------------------


def test_results_are_paged_and_queries_do_not_grow(client: Client) -> None:
    add("Kwispelstaart 0", slug="k0")
    OrganisationFactory(name="Kwispelstaart BV")
    EventFactory(title="Kwispelstaartavond")
    rebuild()
    found(client, "kwispelstaart")  # fills the caches of sites and content types
    with CaptureQueriesContext(connection) as few:
        found(client, "kwispelstaart")
    for number in range(1, 25):
        add(f"Kwispelstaart {number}", slug=f"k{number}")
    with CaptureQueriesContext(connection) as many:
        html = found(client, "kwispelstaart")
    assert len(many) <= len(few) <= 12
    assert "27 keer gevonden" in html
    assert html.count('class="ol-vel__rij"') == 20
    assert "?q=kwispelstaart&amp;pagina=2" in html
    with CaptureQueriesContext(connection) as guessing:
        found(client, "kwipselstaart raad onzinwoord")
    assert len(guessing) <= 12
