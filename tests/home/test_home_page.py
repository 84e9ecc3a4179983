"""The front door: what is open now, or what one can do when nothing is; no more queries for more of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import LinkBlock
from home.knowledge import Entry, by_station
from home.models import HomePage, StandardPage
from home.templatetags.prose import prose
from programmes.models import ProgrammeIndexPage
from tests.factories.programmes import (
    EditionFactory,
    EventFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    programme_page,
)

pytestmark = pytest.mark.django_db


def open_programme(number: int, **fields: object) -> None:
    programme = ProgrammeFactory(name=f"Proef {number}", slug=f"proef-{number}", **fields)
    OpenEditionFactory(programme=programme)
    for index in ProgrammeIndexPage.objects.all():
        programme_page(index, programme, intro=f"Een proef, {number}.")


def test_without_programmes_it_says_what_one_can_do_now(laid: None, client: Client) -> None:
    html = client.get("/").content.decode()
    assert "Dit kun je nu al doen" in html
    assert 'href="/programmawijzer/"' in html
    assert "Er staat nu niets in de agenda" in html
    assert "blockquote" not in html  # no story without a story


def test_what_is_open_stands_on_it_in_words_and_never_in_numbers(laid: None, client: Client) -> None:
    open_programme(1)
    html = client.get("/").content.decode()
    assert "Hier kun je nu aan meedoen" in html
    assert 'href="/programmas/proef-1/"' in html
    assert "Er is plek" in html
    assert 'href="/en/programmas/proef-1/"' in client.get("/en/").content.decode()


def test_what_cannot_be_applied_to_is_not_offered(laid: None, client: Client) -> None:
    programme = ProgrammeFactory(name="Proef dicht", slug="proef-dicht")
    EditionFactory(programme=programme)  # in preparation
    programme_page(ProgrammeIndexPage.objects.get(locale__language_code="nl"), programme)
    html = client.get("/").content.decode()
    assert "Proef dicht" not in html
    assert "Dit kun je nu al doen" in html


def test_the_next_events_show_town_and_time_and_not_the_address(laid: None, client: Client) -> None:
    noon = timezone.localtime().replace(hour=12, minute=30) + timedelta(days=2)
    EventFactory(
        title="Loop mee", town="Deventer", address="Geheimstraat 1", starts_at=noon, ends_at=noon + timedelta(hours=2)
    )
    EventFactory(title="Niet openbaar", is_public=False)
    html = client.get("/").content.decode()
    assert "Loop mee" in html
    assert "12.30 tot 14.30 uur. Deventer" in html
    assert "Geheimstraat" not in html
    assert "Niet openbaar" not in html


def test_the_path_has_four_stations_in_both_languages(laid: None, client: Client) -> None:
    for page in HomePage.objects.all():
        html = client.get(page.url).content.decode()
        assert html.count('class="ol-pad__station') == 4
        assert all(text in html for text in (page.want, page.may, page.can, page.go))


def test_queries_do_not_grow_with_what_there_is(laid: None, client: Client) -> None:
    open_programme(1)
    EventFactory()
    client.get("/")  # fills the caches of sites and content types
    with CaptureQueriesContext(connection) as few:
        client.get("/?vers")
    for number in range(2, 6):
        open_programme(number)
        EventFactory()
    with CaptureQueriesContext(connection) as many:
        client.get("/?verser")
    assert 0 < len(many) == len(few) <= 15


def test_a_standard_page_knows_its_way_back_and_its_source(laid: None, client: Client) -> None:
    html = client.get("/kennis/rechtspositie/").content.decode()
    assert '<a class="utrecht-link utrecht-link--html-a" href="/kennis/">Kennis</a>' in html
    assert "Dit is een wetsvoorstel, nog geen wet" in html
    assert "Nagekeken op 29 november 2026." in html
    with CaptureQueriesContext(connection) as queries:
        client.get("/kennis/?vers")
    assert 0 < len(queries) <= 10


def test_the_station_of_a_page_in_a_list_says_what_it_is() -> None:
    """The bare word "Willen" beside a title is a riddle."""
    groups = by_station(
        [
            Entry("Los", "", "/", onderwerp="", stap="", wie=""),
            Entry("Oefenen", "", "/", onderwerp="", stap="kunnen", wie=""),
            Entry("Durven", "", "/", onderwerp="", stap="willen", wie=""),
        ]
    )
    assert [(group["label"], [row["title"] for row in group["rows"]]) for group in groups] == [
        ("Stap: willen", ["Durven"]),
        ("Stap: kunnen", ["Oefenen"]),
        ("En verder", ["Los"]),
    ]


def test_stories_are_honest_about_being_none(laid: None, client: Client) -> None:
    assert "Er staan nog geen verhalen" in client.get("/verhalen/").content.decode()


def test_a_page_of_words_is_cut_at_its_headings() -> None:
    body = [("text", "<p>Eerst.</p>"), ("heading", "Kop"), ("text", "<p>Dan.</p>"), ("heading", "Leeg")]
    stream = StandardPage.body.field.stream_block
    page = StandardPage(title="Proef", body=stream.to_python([{"type": kind, "value": value} for kind, value in body]))
    cut = [(chapter["heading"] and chapter["heading"].value, len(chapter["blocks"])) for chapter in page.chapters()]
    assert cut == [(None, 1), ("Kop", 1), ("Leeg", 0)]


def test_words_of_an_editor_get_the_classes_of_the_design_system() -> None:
    html = prose('<p>Zie <a href="/x/">x</a></p><ul><li>een</li></ul><ol><li>twee</li></ol>')
    assert '<p class="utrecht-paragraph">' in html
    assert '<a class="utrecht-link utrecht-link--html-a" href="/x/">' in html
    assert html.count("utrecht-unordered-list__item") == 1


@pytest.mark.parametrize(
    ("address", "accepted"),
    [("/kennis/", True), ("https://example.org", True), ("", False), ("javascript:alert(1)", False)],
)
def test_a_link_leads_to_a_page_or_a_plain_address(address: str, accepted: bool) -> None:
    block = LinkBlock()
    value = block.to_python({"label": "Lees", "page": None, "address": address})
    if accepted:
        assert block.clean(value)["address"] == address
    else:
        with pytest.raises(StructBlockValidationError):
            block.clean(value)
