import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage

pytestmark = pytest.mark.django_db


def found(client: Client, query: str, prefix: str = "") -> str:
    response = client.get(f"{prefix}/zoeken/", {"q": query})
    assert response.status_code == 200
    return response.content.decode()


def add(title: str, parent: str = "kennis", **fields: object) -> StandardPage:
    above = Page.objects.get(slug=parent, locale__language_code="nl")
    return above.add_child(instance=StandardPage(title=title, locale=above.locale, **fields))


def test_without_a_question_there_is_only_the_form(laid: None, client: Client) -> None:
    html = client.get("/zoeken/").content.decode()
    assert 'name="q"' in html
    assert "gevonden" not in html
    assert "csrf" not in html


def test_a_page_is_found_by_its_text_with_title_intro_and_part_of_the_site(laid: None, client: Client) -> None:
    html = found(client, "zwanger uitkering")
    assert 'href="/kennis/rechtspositie/"' in html
    assert "Ziek, zwanger, een uitkering" in html
    assert "<li>Kennis</li>" in html


def test_only_the_language_of_the_page_is_searched(laid: None, client: Client) -> None:
    assert 'href="/en/kennis/rechtspositie/"' in found(client, "pregnant", "/en")
    assert "Niets gevonden" in found(client, "pregnant")


def test_drafts_and_closed_pages_are_not_found(laid: None, client: Client) -> None:
    add("Kwispelstaart in concept", slug="concept", live=False)
    closed = add("Kwispelstaart achter slot", slug="slot")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert "Niets gevonden" in found(client, "kwispelstaart")
    add("Kwispelstaart voor iedereen", slug="open")
    html = found(client, "kwispelstaart")
    assert "1 pagina gevonden" in html
    assert "voor iedereen" in html


def test_nothing_found_says_what_to_do(laid: None, client: Client) -> None:
    html = found(client, "xyzzyplugh")
    assert "Niets gevonden voor ‘xyzzyplugh’" in html
    assert 'href="/programmas/"' in html


@pytest.mark.parametrize("query", ["de het een", "?!*\"'()", "AND", "\x00"])
def test_what_cannot_be_looked_for_is_answered_plainly(laid: None, client: Client, query: str) -> None:
    html = found(client, query)
    assert "pagina’s gevonden" not in html


def test_common_words_alone_get_an_error_that_helps(laid: None, client: Client) -> None:
    html = found(client, "de het een")
    assert "<title>Fout: Zoeken" in html
    assert "Typ een woord dat meer zegt" in html


def test_a_megabyte_is_refused_and_not_sent_back(laid: None, client: Client) -> None:
    html = found(client, "raad " * 200_000)
    assert "te lang" in html
    assert len(html) < 50_000


@pytest.mark.parametrize(
    "query", ['"raad', "raad*", "raad OR 1=1", "(raad", "raad:", "ra-ad", "-raad", "<script>alert(1)</script>"]
)
def test_signs_of_query_languages_are_just_text(laid: None, client: Client, query: str) -> None:
    assert "<script>" not in found(client, query)


def test_results_are_paged_and_queries_do_not_grow(laid: None, client: Client) -> None:
    add("Kwispelstaart 0", slug="k0")
    found(client, "kwispelstaart")  # fills the caches of sites and content types
    with CaptureQueriesContext(connection) as few:
        found(client, "kwispelstaart")
    for number in range(1, 25):
        add(f"Kwispelstaart {number}", slug=f"k{number}")
    with CaptureQueriesContext(connection) as many:
        html = found(client, "kwispelstaart")
    assert len(many) == len(few) <= 8
    assert "25 pagina’s gevonden" in html
    assert html.count('class="ol-vel__rij"') == 20
    assert "pagina=2" in html
