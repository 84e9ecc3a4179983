"""Five people who come here for the first time: what each looks for is on the front page, one press away."""

import datetime as dt
import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import HomePage
from programmes.guide.forms import GuideForm
from programmes.models import ProgrammeIndexPage, ProgrammePage
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory, programme_page
from tests.home.test_words_are_plain import too_long

pytestmark = pytest.mark.django_db
EASY = "/makkelijke-taal/"
LINES = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def main_of(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def links(html: str) -> list[str]:
    return re.findall(r'href="(/[^"#]*)', main_of(html))


def with_easy(slug: str, *, language: str = "nl", text: str = "Je leert spreken.") -> ProgrammePage:
    programme = ProgrammeFactory(name=slug, slug=slug)
    index = ProgrammeIndexPage.objects.get(locale__language_code=language)
    page = programme_page(index, programme)
    row = {"drawing": "mini-leren", "picture": None, "lines": [text]}
    page.easy = json.dumps([{"type": "part", "value": {"title": "Wat", "rows": [row]}}])
    page.save()
    return page


# The front page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("19 years old, on a phone", "/programmawijzer/"),
        ("reads with difficulty", EASY),
        ("of a party", "/voor-partijen/"),
        ("a councillor who would help", "/mentor-worden/"),
        ("somebody who is threatened", "/hulp/"),
        ("who wants to be on a list", "/verkiezingen/"),
        ("who knows somebody else", "/vraag-iemand/"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_each_looks_for_is_one_press_away(laid: None, client: Client, who: str, address: str, prefix: str) -> None:
    found = links(client.get(f"{prefix}/").text)
    assert f"{prefix}{address}" in found, who
    assert client.get(f"{prefix}{address}").status_code == 200


def test_the_ways_in_stand_before_what_is_to_be_read(laid: None, client: Client) -> None:
    html = main_of(client.get("/").text)
    assert html.index("/programmawijzer/") < html.index(EASY) < html.index('id="pad"')


def test_when_nothing_is_open_one_can_ask_to_be_told(laid: None, client: Client) -> None:
    assert {"/laat-het-me-weten/", "/bel-mij/"} <= set(links(client.get("/").text))
    OpenEditionFactory(programme=with_easy("proef").programme)
    client.get("/")
    assert "/laat-het-me-weten/" not in links(client.get("/?vers").text)


@pytest.mark.parametrize("page", ["nl", "en"])
def test_the_front_page_is_said_in_short_sentences(laid: None, page: str) -> None:
    home = HomePage.objects.get(locale__language_code=page)
    fields = (home.intro, home.hero_note, home.want, home.may, home.can, home.go, home.ask_text, home.mentor_text)
    assert not [long for text in fields for long in too_long(text)]


# In easy language -----------------------------------------------------------------------------------------


def test_programmes_in_easy_language_lead_to_their_easy_page(laid: None, client: Client) -> None:
    OpenEditionFactory(programme=with_easy("open-proef").programme)
    with_easy("dichte-proef")
    programme_page(ProgrammeIndexPage.objects.get(locale__language_code="nl"), ProgrammeFactory(slug="zonder"))
    html = client.get(EASY).text
    found = links(html)
    assert found.index("/programmas/open-proef/makkelijke-taal/") < found.index(
        "/programmas/dichte-proef/makkelijke-taal/"
    )
    assert "/programmas/zonder/makkelijke-taal/" not in found
    assert "Er is plek" in html
    assert client.get("/programmas/open-proef/makkelijke-taal/").status_code == 200


def test_each_language_has_its_own(laid: None, client: Client) -> None:
    with_easy("nederlands")
    assert "/programmas/nederlands/makkelijke-taal/" in links(client.get(EASY).text)
    assert not [link for link in links(client.get(f"/en{EASY}").text) if "nederlands" in link]


def test_without_programmes_it_is_no_dead_end(laid: None, client: Client) -> None:
    html = client.get(EASY).text
    assert "Er staan nu geen programma’s." in html
    assert {"/programmawijzer/", "/hulp/", "/bel-mij/", "/agenda/"} <= set(links(html))


def test_each_line_is_one_short_thought(laid: None, client: Client) -> None:
    lines = [re.sub(r"<[^>]+>", "", line).strip() for line in LINES.findall(main_of(client.get(EASY).text))]
    assert len(lines) > 12
    assert [line for line in lines if len(line.split()) > 10] == []
    assert [line for line in lines if line.count(".") + line.count("?") > 2] == []


def test_more_programmes_take_no_question_more(laid: None, client: Client) -> None:
    with_easy("proef-0")
    client.get(f"{EASY}?vers")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{EASY}?verser")
    for number in range(1, 6):
        EditionFactory(programme=with_easy(f"proef-{number}").programme)
    with CaptureQueriesContext(connection) as many:
        client.get(f"{EASY}?verst")
    assert len(few) > 0 and len(many) <= len(few) <= 10
    client.get(EASY)
    with CaptureQueriesContext(connection) as warm:
        client.get(EASY)
    assert len(warm) == 0


# The guide ------------------------------------------------------------------------------------------------


def test_advice_can_be_passed_on_without_what_else_stood_in_the_address(laid: None, client: Client) -> None:
    text = client.get("/programmawijzer/?ambt=raad&stap=&leeftijd=18-plus&bron=poster&wie=ik").text
    shared = re.search(r'href="(/programmawijzer/\?ambt=[^"]*)"[^>]*>mijn advies', text)
    assert shared and shared[1].replace("&amp;", "&").startswith("/programmawijzer/?ambt=raad&leeftijd=18-plus")
    assert "wie=ik" not in shared[1]


def test_what_is_closed_offers_to_tell_when_it_opens(laid: None, client: Client) -> None:
    page = with_easy("proef")
    EditionFactory(programme=page.programme, opens_at=timezone.now() + dt.timedelta(days=30))
    text = client.get("/programmawijzer/?ambt=").text
    assert f"/laat-het-me-weten/programma/{page.programme.key}/" in text


def test_nothing_that_fits_offers_what_one_can_do(laid: None, client: Client) -> None:
    html = client.get("/programmawijzer/?ambt=waterschap&leeftijd=onder-16&waar=Drenthe").text
    assert "Er past nu geen programma" in html
    found = links(html)
    assert any(link.startswith("/laat-het-me-weten/") for link in found)
    assert {"/bel-mij/", "/kennis/kijk-bij-een-vergadering/", "/kennis/anders-meedoen/"} <= set(found)


def test_the_guide_asks_five_questions_at_most() -> None:
    assert len(GuideForm.base_fields) <= 5
