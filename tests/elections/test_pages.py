"""/verkiezingen/ and one body: what stands there, in how many queries, and with bad input."""

import time

import pytest
import time_machine
from django.urls import reverse

from elections.models import Body, Election

pytestmark = pytest.mark.django_db
INDEX = "/verkiezingen/"


@pytest.fixture(autouse=True)
def late_november():
    with time_machine.travel("2026-11-29T12:00:00+01:00", tick=False):
        yield


def test_empty_pages_answer_and_say_what_is_missing(client):
    Election.objects.all().delete()
    response = client.get(INDEX)
    assert response.status_code == 200
    assert "nog geen verkiezing in de kalender" in response.text
    assert "De lijst met gemeenten is nog leeg" in response.text


def test_index_shows_the_coming_elections_with_days_to_go(client, bodies):
    text = client.get(INDEX).text
    assert "Provinciale Statenverkiezingen 2027" in text
    assert "Waterschapsverkiezingen 2027" in text
    assert "Gemeenteraadsverkiezingen 2030" in text
    assert "1 februari 2027, over 64 dagen" in text
    assert "Verwacht." in text
    assert "Gemeenteraadsverkiezingen 2026" not in text


def test_index_is_paged_with_a_bounded_number_of_queries(client, bodies, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        response = client.get(INDEX)
    assert response.text.count('class="ol-vel__rij"') == 24
    assert "375 plekken gevonden" in response.text
    with django_assert_max_num_queries(2):
        last = client.get(INDEX, {"pagina": "16"})
    assert last.text.count('class="ol-vel__rij"') == 375 - 15 * 24


@pytest.mark.parametrize("page", ["0", "-1", "9999", "x", "1" * 5000])
def test_a_page_that_is_not_there_gives_one_that_is(client, bodies, page):
    assert client.get(INDEX, {"pagina": page}).status_code == 200


def test_search_by_everyday_name_leads_to_the_body(client, bodies):
    text = client.get(INDEX, {"q": "den haag"}).text
    assert "1 plek gevonden" in text
    assert reverse("elections:body", args=["s-gravenhage"]) in text


def test_what_was_searched_stands_on_top(client, bodies):
    def order(**query: str) -> bool:
        text = client.get(INDEX, query).text
        return text.index('class="ol-vel__rij"') < text.index("Deze verkiezingen komen eraan")

    assert (order(), order(q="utrecht"), order(pagina="2")) == (False, True, True)


def test_a_typing_error_is_answered_with_a_suggestion(client, bodies):
    text = client.get(INDEX, {"q": "Amersfort"}).text
    assert "Bedoel je dit?" in text
    assert reverse("elections:body", args=["amersfoort"]) in text


def test_search_can_be_limited_to_a_kind(client, bodies):
    text = client.get(INDEX, {"q": "utrecht", "soort": "staten"}).text
    assert "1 plek gevonden" in text
    assert "provincie-utrecht" in text


def test_a_kind_that_does_not_exist_is_an_error_that_is_named(client, bodies):
    response = client.get(INDEX, {"q": "utrecht", "soort": "koning"})
    assert response.status_code == 200
    assert "Fout:" in response.text
    assert 'value="utrecht"' in response.text


def test_words_from_outside_are_shown_as_text(client, bodies):
    assert "<script>x" not in client.get(INDEX, {"q": "<script>x"}).text


def test_a_megabyte_gets_a_clear_error_and_a_short_page(client, bodies):
    begin = time.process_time()  # of our own work: a busy machine is no fault
    response = client.get(INDEX, {"q": "a" * 1_000_000})
    assert response.status_code == 200
    assert "Gebruik hoogstens 60 tekens." in response.text
    assert len(response.content) < 100_000
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("slug", "texts"),
    [
        (
            "utrecht",
            [
                "Gemeenteraadsverkiezingen 2030",
                "Nog 3\xa0jaar, 2\xa0maanden",
                "4 februari 2030",
                "op 18 maart 2026",
                "Tijd om te kijken",
            ],
        ),
        (
            "provincie-utrecht",
            ["Provinciale Statenverkiezingen 2027", "64", "Bel vandaag nog", "Nederlandse nationaliteit"],
        ),
        ("waterschap-limburg", ["Waterschapsverkiezingen 2027", "gebied van het waterschap"]),
        ("hilversum", ["door een herindeling", "najaar van 2026"]),
        (
            "wijdemeren",
            ["bestaat tot en met 31 december 2026", "Bekijk Hilversum", "volgende verkiezing is die van Hilversum"],
        ),
    ],
)
def test_page_of_a_body(client, bodies, slug, texts):
    response = client.get(f"{INDEX}{slug}/")
    assert response.status_code == 200
    for text in [*texts, "Mag ik op de lijst?", "nog geen officiële lijst ingelezen"]:
        assert text in response.text


def test_page_of_a_body_after_nomination_day(client, bodies):
    with time_machine.travel("2027-02-02T12:00:00+01:00"):
        text = client.get(f"{INDEX}provincie-utrecht/").text
    assert "De lijsten zijn ingeleverd" in text
    assert "dagen</span>" not in text


def test_page_of_a_body_needs_few_queries(client, bodies, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get(f"{INDEX}wijdemeren/")


def test_everyday_name_in_the_address_leads_on_and_nonsense_is_404(client, bodies):
    response = client.get(f"{INDEX}den-haag/")
    assert (response.status_code, response["Location"]) == (301, f"{INDEX}s-gravenhage/")
    assert client.get(f"{INDEX}atlantis/").status_code == 404


def test_english_pages_stand_under_en(client, bodies):
    assert client.get(f"/en{INDEX}").status_code == 200
    english = client.get("/en/verkiezingen/utrecht/")
    assert 'lang="en"' in english.text
    assert "20 March 2030" in english.text


def test_pages_can_be_cached_since_they_hold_no_token(client, bodies):
    for address in (INDEX, f"{INDEX}utrecht/"):
        response = client.get(address)
        assert "csrfmiddlewaretoken" not in response.text
        assert not response.cookies


def test_every_body_has_a_page(client, bodies):
    slugs = Body.objects.filter(name__regex=r"[^A-Za-z ]").values_list("slug", flat=True)
    assert len(slugs) > 20
    assert {client.get(f"{INDEX}{slug}/").status_code for slug in slugs} == {200}
