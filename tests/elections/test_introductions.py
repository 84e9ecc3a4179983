"""Ik wil kennismaken: a card to take along, the same for each party; counted, and nothing else."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from elections.introductions.questions import QUESTIONS
from elections.models import Body, IntroductionCount
from tests.factories.elections import BodyElectionFactory, ListedPartyFactory, PartyCardFactory
from tests.factories.people import AdministratorFactory, MembershipFactory
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(bodies) -> str:
    election = BodyElectionFactory(body=Body.objects.get(code="GM0168"))
    first = ListedPartyFactory(body_election=election, number=1, party__name="Zevenster").party
    ListedPartyFactory(body_election=election, number=2, party__name="Waterkant")
    ListedPartyFactory(body_election=election, number=3, party=None)
    PartyCardFactory(party=first, shown=True, phone="053 123 45 67", closes_on=dt.date(2029, 10, 1))
    return "/verkiezingen/losser/kennismaken/"


def test_every_list_has_its_page_also_without_a_card(client, pages):
    for which, name in (("1", "Zevenster"), ("2", "Waterkant"), ("3", "Blanco lijst")):
        text = client.get(f"{pages}{which}/").text
        assert name in text
        assert all(str(question) in text for question in QUESTIONS)


@pytest.mark.parametrize("which", ["4", "0", "1-2", "01", "x", "9" * 400])
def test_a_list_that_is_not_there_is_nowhere(client, pages, which):
    assert client.get(f"{pages}{which}/").status_code == 404
    assert client.post(f"{pages}{which}/").status_code == 404
    assert not IntroductionCount.objects.exists()


def test_opening_a_page_counts_nothing(client, pages):
    before = whole_database("django_session")
    client.get(f"{pages}1/")
    client.get(f"{pages}1/kaart/")
    assert whole_database("django_session") == before


def test_taking_a_card_is_counted_by_kind_and_year_and_nothing_else_changes(client, pages):
    before = whole_database("django_session", "elections_introductioncount")
    for which in ("1", "2", "2"):
        response = client.post(f"{pages}{which}/")
        assert (response.status_code, response["Location"]) == (302, f"{pages}{which}/kaart/")
    counts = IntroductionCount.objects.values_list("kind", "year", "taken")
    assert [*counts] == [("raad", timezone.localdate().year, 3)]
    assert whole_database("django_session", "elections_introductioncount") == before


def test_the_count_knows_no_party_place_or_person():
    assert {field.name for field in IntroductionCount._meta.fields} == {"id", "kind", "year", "taken"}


def test_an_administrator_reads_the_count_and_others_find_nothing(pages):
    Client().post(f"{pages}1/")
    shown = sign_in(Client(), AdministratorFactory()).get("/cms/beheer/kennismaken/").text
    row = re.search(r"<tbody>.*</tbody>", shown, re.DOTALL)[0]
    assert f">{timezone.localdate().year}<" in "".join(row.split()) and "raad" in row and "Zevenster" not in shown
    organiser = MembershipFactory(role="organiser").user
    assert sign_in(Client(), organiser).get("/cms/beheer/kennismaken/").status_code == 404


def test_a_press_from_another_site_is_not_counted(pages):
    assert Client(enforce_csrf_checks=True).post(f"{pages}1/").status_code == 403
    assert not IntroductionCount.objects.exists()


def test_the_card_says_how_to_reach_the_party_and_leaves_the_name_to_paper(client, pages):
    text = client.get(f"{pages}1/kaart/").text
    assert "Ik wil kennismaken met Zevenster" in text
    assert "053 123 45 67" in text and "Aanmelden tot en met 1 oktober 2029" in text
    card = text.partition("<main")[2].partition("</main>")[0]
    assert "<input" not in card and "<form" not in card
    assert "Vraag het haar" in client.get(f"{pages}2/kaart/").text


def test_only_the_card_is_kept_for_everyone(client, pages):
    """The page before it holds a button, so a token: that is never kept."""
    assert "csrfmiddlewaretoken" in client.get(f"{pages}1/").text
    fresh = Client().get(f"{pages}1/kaart/")
    assert "csrfmiddlewaretoken" not in fresh.text and not fresh.cookies


def test_english_pages_say_the_same_of_the_party(client, pages):
    text = client.get(f"/en{pages}1/").text
    assert 'lang="en"' in text and "Zevenster" in text and '<span lang="nl">' in text
