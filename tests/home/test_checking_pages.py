"""What could be better about a page: seen in its words, links, pictures and dates, and said to its writer."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from home.checking.findings import Finding, Kind
from home.checking.reading import Checker
from home.checking.told import LABELS, advice, summed
from home.checking.words import about_words, old_dates, sentences
from home.models import StandardPage
from programmes.editing.making import make_pages
from programmes.models import ProgrammePage
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.signing_in import sign_in

LONG = "Je komt elke week op dinsdag bij ons langs om samen met de anderen over je straat te praten."
TODAY = date(2026, 11, 1)


def kinds(text: str, language: str = "nl") -> list[str]:
    return [found.kind.value for found in about_words(text, language)]


# The words themselves -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kom langs. Breng iemand mee! Mag dat? Ja.", 4),
        ("Het begint om 19.30 uur.", 1),
        ("Bel 0900-8844, zegt zij. ‘Dat mag.’ En dan?", 3),
        ("eerste regel\ntweede regel", 2),
        ("", 0),
        (" … ", 0),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (LONG, ["long_sentence"]),
        ("Een korte zin. " * 20, []),
        ("Wilt u dit? Neem uw pas mee.", ["formal"]),
        ("Om u heen", ["formal"]),
        ("We staan rond de muur.", []),
        ("Stuur het indien nodig middels de post, conform de regels.", ["hard_word"] * 3),
        ("De indienster van de motie", []),
    ],
)
def test_what_is_seen_in_words(text: str, seen: list[str]) -> None:
    assert kinds(text) == seen


def test_english_is_only_asked_for_short_sentences() -> None:
    assert kinds("U indien thans.", "en") == []
    assert kinds("word " * 16 + "end.", "en") == ["long_sentence"]


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Meld je aan voor 31 oktober 2026.", ["31 oktober 2026"]),
        ("Op 1 november 2026 begint het.", []),
        ("From 3 March 2020 on", ["3 March 2020"]),
        ("Op 31 februari 2020", []),
        ("In 2019 en maart 2020", []),
        ("9 9999 99 januari 2020 99", []),
    ],
)
def test_dates_that_have_passed(text: str, old: list[str]) -> None:
    assert old_dates(text, TODAY) == old


def test_each_kind_has_a_label_and_an_advice_in_short_sentences() -> None:
    assert set(LABELS) == set(Kind)
    for kind in Kind:
        said = advice(Finding(kind, "WAT", "ANDERS"))
        assert said and "%(" not in said
        assert not [one for one in sentences(said) if len(one.split()) > 15]


def test_findings_are_counted_by_kind() -> None:
    found = [Finding(Kind.DEAD_LINK), Finding(Kind.FORMAL, "u"), Finding(Kind.DEAD_LINK)]
    assert [row["count"] for row in summed(found)] == [2, 1]


# A page -------------------------------------------------------------------------------------------


def page(*body: tuple[str, object], **fields: object) -> StandardPage:
    home = Page.objects.filter(depth=2).first()
    stream = json.dumps([{"type": kind, "value": value} for kind, value in body])
    return home.add_child(instance=StandardPage(title="Een pagina", body=stream, **fields))


def found(one: Page) -> list[str]:
    return [finding.kind.value for finding in Checker([one], TODAY).findings(one)]


@pytest.mark.django_db
def test_every_part_of_a_page_is_read() -> None:
    one = page(
        ("heading", "Wilt u mee?"),
        ("text", f"<p>{LONG}</p><ul><li>Voor 3 maart 2020</li></ul>"),
        ("action", {"title": "Kom", "text": "Kom indien je wilt.", "link": {"label": "Hier", "address": "/hulp/"}}),
        ("facts", [{"label": "tijd", "value": "Thans dinsdag"}]),
        ("question", {"question": "Mag het?", "answer": "<p>Ja, tevens op maandag.</p>"}),
        ("notice", {"kind": "info", "title": "Let op", "text": "Reeds vol"}),
        intro="Middels deze pagina lees je meer.",
    )
    assert sorted(found(one)) == sorted(["formal", "long_sentence", "old_date", *["hard_word"] * 5])


@pytest.mark.django_db
def test_what_is_no_text_of_the_page_is_not_read() -> None:
    one = page(("notice", {"kind": "warning", "title": "Goed", "text": "Kort."}), source="Rapport van 3 maart 2019, u.")
    assert found(one) == []


@pytest.mark.django_db
def test_links_that_lead_nowhere() -> None:
    home = Page.objects.filter(depth=2).first()
    draft = home.add_child(instance=StandardPage(title="Nog niet", slug="nog-niet", live=False))
    paper = Document.objects.create(title="Stuk", file=ContentFile(b"%PDF-1.4", name="stuk.pdf"))
    one = page(
        ("text", f'<p><a linktype="page" id="{draft.pk}">a</a> <a linktype="page" id="999999">b</a></p>'),
        ("text", f'<p><a linktype="page" id="{home.pk}">c</a> <a linktype="document" id="{paper.pk}">d</a></p>'),
        ("text", '<p><a id="5" linktype="document">e</a> <a href="https://example.org">f</a></p>'),
        ("links", [{"label": "g", "page": draft.pk, "address": ""}]),
    )
    assert found(one) == ["dead_link"] * 3  # the draft (twice linked), what never was, and the paper


@pytest.mark.django_db
@pytest.mark.parametrize(("years", "seen"), [(2, ["not_checked"]), (0, []), (None, [])])
def test_a_page_that_nobody_checked_for_a_year(years: int | None, seen: list[str]) -> None:
    assert found(page(checked_on=years is not None and TODAY - timedelta(days=365 * years) or None)) == seen


@pytest.mark.django_db
def test_a_picture_without_words_and_easy_language_that_is_missing() -> None:
    picture = Image.objects.create(title="Een foto", file=get_test_image_file())
    rows = [{"drawing": "", "picture": {"image": picture.pk, "alt_text": "", "decorative": False}, "lines": ["Kom."]}]
    described = [{**rows[0], "picture": {**rows[0]["picture"], "alt_text": "Twee mensen"}}]
    one = ProgrammePage(title="P", programme=ProgrammeFactory(), locale=Page.objects.first().locale)
    assert found(one) == ["no_easy_language"]
    for lines, seen in ((rows, ["no_alt_text"]), (described, [])):
        one.easy = json.dumps([{"type": "part", "value": {"title": "Wat", "rows": lines}}])
        assert found(one) == seen


@pytest.mark.django_db
def test_many_pages_cost_no_more_questions_than_one(django_assert_num_queries) -> None:
    pages = [page(("text", '<p><a linktype="page" id="1">x</a></p>'), slug=f"p{number}") for number in range(5)]
    for some in (pages[:1], pages):
        with django_assert_num_queries(2):  # the pages, and what is closed to the public
            Checker(some, TODAY)


# At the desk --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_editor_reads_above_the_page_what_can_be_better(laid: None, client: Client) -> None:
    programme = ProgrammeFactory(name="Mijn programma")
    organiser = organiser_of(programme)
    draft = make_pages(programme, by=organiser)
    draft.for_whom_text = LONG
    draft.save_revision(user=organiser)
    sign_in(client, organiser)
    text = client.get(f"/cms/pages/{draft.pk}/edit/").text
    assert "Dit kan beter" in text and LONG in text and "ook in makkelijke taal" in text


@pytest.mark.django_db
def test_the_list_holds_the_own_pages_and_nobody_elses(laid: None, client: Client) -> None:
    programme = ProgrammeFactory(name="Mijn programma")
    make_pages(programme, by=organiser_of(programme))
    other = ProgrammeFactory(name="Andermans programma")
    make_pages(other, by=organiser_of(other))
    sign_in(client, MembershipFactory(organisation=programme.lead(), role="publisher").user)
    answer = client.get("/cms/reports/nakijken/")
    assert "Mijn programma" in answer.text and "Andermans programma" not in answer.text
    assert "geen makkelijke taal" in answer.text
    assert len(answer.context["object_list"]) == 2


@pytest.mark.django_db
def test_who_has_no_pages_reads_what_to_do(client: Client) -> None:
    sign_in(client, MembershipFactory().user)
    assert "nog geen pagina’s om na te kijken" in client.get("/cms/reports/nakijken/").text


@pytest.mark.django_db
def test_the_fixed_pages_have_no_dead_links_and_no_formal_words(laid: None) -> None:
    pages = list(StandardPage.objects.live().select_related("locale"))
    checker = Checker(pages, timezone.localdate())
    bad = {Kind.DEAD_LINK, Kind.FORMAL, Kind.NO_ALT_TEXT, Kind.HARD_WORD}
    seen = {one.slug: [finding for finding in checker.findings(one) if finding.kind in bad] for one in pages}
    assert {slug: findings for slug, findings in seen.items() if findings} == {}


@pytest.mark.django_db
def test_an_administrator_pages_through_all(laid: None, client: Client, django_assert_max_num_queries) -> None:
    sign_in(client, AdministratorFactory())
    with django_assert_max_num_queries(80):
        answer = client.get("/cms/reports/nakijken/")
    assert len(answer.context["object_list"]) == 25 and answer.context["is_paginated"]
