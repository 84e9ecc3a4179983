"""The administrator's screen of official lists: hand in a file, read what became of it, see what is unclear."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from elections.models import BodyElection, ElectionFile, ListEntry
from lifecycle.models import JournalLine
from portal.demo.elections.making import candidate_lists, result, seated
from tests.elections.test_taking_in import zipped
from tests.factories.elections import BodyElectionFactory, candidate, head, party_list
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
INDEX, READ = "/cms/beheer/officiele-lijsten/", "/cms/beheer/officiele-lijsten/inlezen/"
LISTS = (party_list(1, candidate(1), candidate(2), candidate(3, "Wit")),)
FILE, RESULT = candidate_lists(head(), LISTS), result(head(), seated(LISTS, {1: [1, 3]}))


@pytest.fixture
def desk(client: Client) -> Client:
    return sign_in(client, AdministratorFactory())


def hand_in(desk: Client, data: bytes, name: str = "lijst.xml"):
    return desk.post(READ, {"file": SimpleUploadedFile(name, data)})


def test_a_file_is_handed_in_and_stands_on_the_list(bodies, desk: Client) -> None:
    page = hand_in(desk, FILE)
    assert page.status_code == 200 and "<dd>3</dd>" in page.text
    assert JournalLine.objects.filter(verb="import", actor__isnull=False).count() == 1
    text = desk.get(INDEX).text
    assert "Gemeenteraad Losser 2030" in text and "Lees bestanden in" in text


def test_a_zip_is_handed_in_and_what_is_refused_is_named(bodies, desk: Client) -> None:
    page = hand_in(desk, zipped({"a.xml": FILE, "b.xml": b"<html/>", "../c.xml": FILE}), "alles.zip")
    assert page.context["report"].imported == 1
    assert "alles.zip/b.xml" in page.text and "Dit is geen EML-bestand van de Kiesraad." in page.text
    assert "buiten het zipbestand" in page.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (b"<!DOCTYPE x><EML/>", "DOCTYPE of ENTITY"),
        (b"PK\x03\x04", "Het zipbestand is beschadigd."),
        (zipped({"lees.txt": b"x"}), "In dit zipbestand staat geen EML-bestand."),
    ],
)
def test_what_is_no_official_file_is_refused_in_plain_words(desk: Client, data: bytes, said: str) -> None:
    page = hand_in(desk, data)
    assert page.status_code == 200 and said in page.text
    assert not BodyElection.objects.exists()


def test_no_file_and_too_large_a_file_are_refused(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Kies een bestand." in desk.post(READ).text
    monkeypatch.setattr("elections.desk_forms.LARGEST", 10)
    assert "te groot" in hand_in(desk, FILE).text


def test_when_time_is_up_the_same_file_goes_on_where_it_stopped(bodies, desk: Client, monkeypatch) -> None:
    both = zipped({"a.xml": FILE, "b.xml": RESULT})
    monkeypatch.setattr("elections.desk_views.SECONDS", -1)
    assert "2 bestanden zijn nog niet ingelezen" in hand_in(desk, both).text
    monkeypatch.setattr("elections.desk_views.SECONDS", 30)
    assert hand_in(desk, both).context["report"].imported == 2


def test_who_is_not_recognised_is_shown_and_not_guessed(bodies, desk: Client) -> None:
    hand_in(desk, zipped({"a.xml": FILE, "b.xml": RESULT}))
    body_election = BodyElection.objects.get()
    page = desk.get(reverse("admin_official_lists:inspect", args=[body_election.pk])).text
    assert "Kan meer dan één kandidaat zijn" in page and "F.A. (Fenna) Proefvlier" in page
    assert page.count("Proefvlier") == 1  # the other candidates stand nowhere on this page
    assert ListEntry.objects.filter(elected=True).count() == 1


def test_a_result_without_its_lists_says_what_to_do(bodies, desk: Client) -> None:
    hand_in(desk, RESULT)
    page = desk.get(reverse("admin_official_lists:inspect", args=[BodyElection.objects.get().pk])).text
    assert "Lees die ook in." in page and "niet herkend" not in page


def test_an_unknown_body_is_marked(desk: Client) -> None:
    BodyElectionFactory(body=None)
    assert "Onbekend bestuur" in desk.get(INDEX).text
    page = desk.get(reverse("admin_official_lists:inspect", args=[BodyElection.objects.get().pk])).text
    assert "Dit bestuur of dit soort verkiezing kennen wij niet." in page


@pytest.mark.parametrize("maker", [MinistryFactory, lambda: MembershipFactory().user])
def test_others_find_nothing_here(client: Client, maker) -> None:
    sign_in(client, maker())
    assert [client.get(address).status_code for address in (INDEX, READ)] == [404, 404]
    assert hand_in(client, FILE).status_code == 404
    assert not ElectionFile.objects.exists()


def test_a_row_takes_no_question_more(bodies, desk: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(INDEX).status_code == 200
        return len(captured)

    BodyElectionFactory()
    count()
    few = count()
    BodyElectionFactory.create_batch(10)
    assert count() == few <= 60  # each item of the menu asks for a role
