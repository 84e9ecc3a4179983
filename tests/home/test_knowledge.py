"""Knowledge along the way, by topic and for whom: chosen by the address, and nothing is asked of who reads."""

import json

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import MaterialBlock
from home.knowledge import Entry, find
from home.models import StandardPage
from portal.content.parts import materials
from portal.content.tree import FIXED_PAGES

pytestmark = pytest.mark.django_db


def entry(title: str, *, onderwerp: str = "", stap: str = "", wie: str = "", material: bool = False) -> Entry:
    return Entry(title, "", "/x/", onderwerp=onderwerp, stap=stap, wie=wie, is_material=material)


MONEY = entry("Geld", onderwerp="rechten", stap="mogen", wie="kandidaten")
WORK = entry("Werk", onderwerp="werk", stap="willen", wie="kandidaten")
COURSE = entry("Cursus", onderwerp="leren", stap="willen", wie="inwoners", material=True)
LOOSE = entry("Los")


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", ["Geld", "Werk", "Los", "Cursus"]),
        ("onderwerp=rechten", ["Geld"]),
        ("onderwerp=rechten&onderwerp=werk", ["Geld", "Werk"]),
        ("stap=willen", ["Werk", "Cursus"]),
        ("wie=inwoners", ["Cursus"]),
        ("wie=kandidaten&stap=willen", ["Werk"]),
        ("onderwerp=leren&wie=kandidaten", []),
        ("onderwerp=bestaat-niet", ["Geld", "Werk", "Los", "Cursus"]),
        ("onderwerp=veilig", ["Geld", "Werk", "Los", "Cursus"]),  # a topic, but nothing is about it
        ("stap=%00&wie=%3Cscript%3E&onderwerp=werk", ["Werk"]),
    ],
)
def test_what_is_left_answers_each_question_that_was_asked(query: str, left: list[str]) -> None:
    found = find([MONEY, WORK, LOOSE, COURSE], QueryDict(query))
    assert [one.title for one in (*found.pages, *found.materials)] == left


def test_only_what_something_answers_is_offered() -> None:
    form = find([MONEY, WORK, COURSE], QueryDict()).form
    assert [value for value, _label in form.fields["onderwerp"].choices] == ["werk", "rechten", "leren"]
    assert list(find([MONEY], QueryDict()).form.fields) == []  # one answer is no choice


def test_each_choice_that_is_on_can_be_taken_away() -> None:
    chips = find([MONEY, WORK, COURSE], QueryDict("onderwerp=werk&onderwerp=leren&stap=willen&pagina=3")).chips
    assert [chip["url"] for chip in chips] == [
        "?onderwerp=leren&stap=willen",
        "?onderwerp=werk&stap=willen",
        "?onderwerp=werk&onderwerp=leren",
    ]


def test_the_page_shows_topics_and_for_whom(laid: None, client: Client) -> None:
    html = client.get("/kennis/").text
    assert ">Leermateriaal<" in html
    assert "Digitale leeromgeving" in html and "Voor raadsleden" in html
    assert "Rechten, tijd en geld" in html
    chosen = client.get("/kennis/?onderwerp=rechten").text
    assert "Je rechten als raadslid" in chosen
    assert "Wat doet een raadslid?" not in chosen
    assert "Digitale leeromgeving" not in chosen
    assert "Haal filter weg:" in chosen


def test_nothing_that_fits_says_what_to_do(laid: None, client: Client) -> None:
    html = client.get("/kennis/?onderwerp=rechten&wie=partijen").text
    assert "Hierover staat nog niets" in html
    assert 'href="/zoeken/"' in html


def test_what_is_chosen_is_kept_for_the_next_visitor(laid: None, client: Client) -> None:
    address = "/kennis/?onderwerp=rechten&stap=mogen&wie=kandidaten"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) == 0


def test_more_pages_take_no_question_more(laid: None, client: Client) -> None:
    above = StandardPage.objects.get(slug="kennis", locale__language_code="nl")
    client.get("/kennis/?vers")
    with CaptureQueriesContext(connection) as few:
        client.get("/kennis/?verser")
    part = materials({"title": "Les", "text": "Kort.", "reader": "inwoners"})
    body = json.dumps([{"type": part.block, "value": [{"type": "item", "id": "a" * 36, "value": part.value[0]}]}])
    for number in range(60):
        above.add_child(instance=StandardPage(title=f"Nog {number}", slug=f"nog-{number}", topic="werk", body=body))
        above.refresh_from_db()
    with CaptureQueriesContext(connection) as many:
        html = client.get("/kennis/?verst").text
    assert 0 < len(many) == len(few) <= 12
    assert "Les" in html
    assert 'href="?verst=&amp;pagina=2"' in html
    assert "Nog 59" in client.get("/kennis/?pagina=2").text


def test_what_does_not_say_where_it_stands_stands_on_its_page(laid: None) -> None:
    page = StandardPage.objects.get(slug="leren", locale__language_code="nl")
    found = {one.title: one for one in page.entries()}
    assert found["Inwerken"].url == page.url
    assert (found["Inwerken"].onderwerp, found["Inwerken"].stap) == ("leren", "gaan")
    assert (found["Programma’s op deze site"].url, found["Programma’s op deze site"].stap) == ("/programmas/", "kunnen")


def test_every_fixed_page_of_knowledge_says_what_it_is_about() -> None:
    knowledge = next(page for page in FIXED_PAGES if page.slug == "kennis")
    assert [page.slug for page in knowledge.children if not page.facts.get("topic")] == []


@pytest.mark.parametrize(
    ("address", "accepted"), [("", True), ("/x/", True), ("https://example.org", True), ("x", False)]
)
def test_a_thing_to_learn_from_leads_to_a_plain_address(address: str, accepted: bool) -> None:
    block = MaterialBlock()
    value = block.to_python({"title": "Les", "text": "Kort.", "reader": "inwoners", "address": address})
    if accepted:
        assert block.clean(value)["address"] == address
    else:
        with pytest.raises(StructBlockValidationError):
            block.clean(value)


def test_english_readers_choose_in_english_words(laid: None, client: Client) -> None:
    html = client.get("/en/kennis/?onderwerp=rechten").text
    assert "Your rights as a councillor" in html
    assert "What does a councillor do?" not in html
