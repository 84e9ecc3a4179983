"""Bringing people in at the desk: two presses from a file to the report, and every fault in words."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from programmes.importing.running import run_due
from programmes.models import Becomes, Edition, Imported, ImportRun
from programmes.states import EditionState, ImportState
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of
from tests.programmes.test_reading_sheets import workbook
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

ROWS = [("Naam", "E-mail", "Beperking", "Partij")] + [
    (f"Mens {number}", f"mens{number}@example.org", "kanarie", "kanariepartij") for number in range(20)
]


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory(name="voorjaar", town="Gouda")


@pytest.fixture
def desk(client: Client, edition: Edition) -> Client:
    return sign_in(client, organiser_of(edition.programme))


def hand_in(desk: Client, edition: Edition, data: bytes, name: str = "lijst.xlsx", **typed: Any) -> Any:
    file = SimpleUploadedFile(name, data)
    typed = {"becomes": Becomes.PARTICIPANT, "file": file, **typed}
    return desk.post(f"/cms/edities/{edition.key}/invoer/", typed)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_twenty_people_in_two_presses(desk: Client, edition: Edition) -> None:
    assert "Niemand wacht" in text(desk.get(f"/cms/edities/{edition.key}/invoer/"))
    sent = hand_in(desk, edition, workbook(*ROWS))
    preview = text(desk.get(sent["Location"]))
    assert "Beperking, Partij" in preview and "niet gelezen" in preview and "kanarie" not in preview
    assert "Nog niemand is gevraagd" in text(desk.get("/cms/")), "it waits on the first page"
    assert "20 mensen zijn nieuw" in preview and "Voer 20 mensen in" in preview
    run = ImportRun.objects.get()
    pressed = desk.post(f"/cms/invoer/{run.key}/start/", follow=True)
    assert "wordt nu ingevoerd" in text(pressed) and "0 van 20 rijen" in text(pressed)
    run_due()
    assert "Nieuw: zij krijgen één mail</strong></dt><dd>20</dd>" in text(desk.get(f"/cms/invoer/{run.key}/"))
    assert Imported.objects.filter(edition=edition).count() == 20
    listed = text(desk.get(f"/cms/edities/{edition.key}/invoer/"))
    assert "Wie nog niets zei</h2>" not in listed and "(20)" in listed and "Mens 19" in listed
    assert "20 wachten op een ja" in text(desk.get(f"/cms/edities/{edition.key}/"))


def test_headings_that_say_too_little_are_asked(desk: Client, edition: Edition) -> None:
    sent = hand_in(desk, edition, b"Wie;Waarmee\nAnn;ann@example.org\n", "lijst.csv", becomes=Becomes.APPLICANT)
    page = text(desk.get(sent["Location"]))
    assert "herkenden niet genoeg" in page and "Voer" not in page.partition("Weggooien")[0].partition("<h1")[2]
    again = desk.post(sent["Location"], {"becomes": Becomes.APPLICANT, "name": "0"})
    assert "Kies de kolom met het e-mailadres" in text(again)
    desk.post(sent["Location"], {"becomes": Becomes.APPLICANT, "name": "0", "address": "1"})
    assert "Voer 1 persoon in" in text(desk.get(sent["Location"]))
    assert ImportRun.objects.get().becomes == Becomes.APPLICANT
    for wrong in ({"name": "7"}, {"becomes": "baas"}, {"address": "x\x00"}):
        answer = desk.post(sent["Location"], {"becomes": Becomes.APPLICANT, "name": "0", "address": "1", **wrong})
        assert answer.status_code == 200 and "Fout:" in text(answer)


def test_places_without_an_edition_are_made_when_she_says_so(desk: Client, edition: Edition) -> None:
    data = b"Naam;E-mail;Locatie\nAnn;ann@example.org;Ede\nBo;bo@example.org;Gouda\n"
    sent = hand_in(desk, edition, data, "lijst.csv")
    assert "In deze plaats is geen editie" in text(desk.get(sent["Location"]))
    columns = {"name": "0", "address": "1", "town": "2", "makes_editions": "on", "becomes": Becomes.PARTICIPANT}
    desk.post(sent["Location"], columns)
    page = text(desk.get(sent["Location"]))
    assert "wordt gemaakt" in page and "aanmelden staat er dicht" in page and "Voer 2 mensen in" in page
    desk.post(f"/cms/invoer/{ImportRun.objects.get().key}/start/")
    run_due()
    assert edition.programme.editions.get(town="Ede").state == EditionState.CLOSED


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "leeg.csv", "staat niets"),
        (b"PK\x03\x04stuk", "stuk.xlsx", "is stuk"),
        (b"\xd0\xcf\x11\xe0", "oud.xls", "XLSX of CSV"),
        (b"x" * (5 * 1024 * 1024 + 1), "groot.csv", "groter dan 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_of_the_field(
    desk: Client, edition: Edition, data: bytes, name: str, said: str
) -> None:
    answer = hand_in(desk, edition, data, name)
    assert answer.status_code == 200 and said in text(answer) and "Fout:" in text(answer)
    assert not ImportRun.objects.exists()


def test_faults_are_listed_by_row_with_what_helps(desk: Client, edition: Edition) -> None:
    lines = [f"Mens {number};" for number in range(60)]
    sent = hand_in(desk, edition, ("Naam;E-mail\nAnn;ann@example.org\n" + "\n".join(lines)).encode(), "lijst.csv")
    page = text(desk.get(sent["Location"]))
    assert "60 rijen hebben een fout" in page and "Pagina 1 van 2" in page and "Mens 0" in page
    desk.post(f"/cms/invoer/{ImportRun.objects.get().key}/start/")
    run_due()
    report = text(desk.get(f"{sent['Location']}?p=2"))
    assert '<th scope="row">62</th>' in report and "Het e-mailadres ontbreekt" in report and "Mens 5" not in report


def test_a_sheet_in_progress_shows_how_far_it_is(desk: Client, edition: Edition) -> None:
    sent = hand_in(desk, edition, workbook(*ROWS))
    ImportRun.objects.update(state=ImportState.STARTED, rows_seen=7)
    page = text(desk.get(sent["Location"]))
    assert '<progress max="20" value="7"' in page and "7 van 20 rijen" in page
    key = ImportRun.objects.get().key
    answer = text(desk.post(f"/cms/invoer/{key}/throw_away/", follow=True))
    assert "kan nu niet meer" in answer and ImportRun.objects.exists()
    assert desk.post(f"/cms/invoer/{key}/explode/").status_code == 404
    ImportRun.objects.update(state=ImportState.FAILED)
    assert "Er is niemand ingevoerd" in text(desk.get(sent["Location"]))
    desk.post(f"/cms/invoer/{key}/throw_away/")
    assert not ImportRun.objects.exists()


def test_it_asks_as_much_for_many_rows_as_for_few(
    desk: Client, edition: Edition, django_assert_max_num_queries
) -> None:
    admitted(edition)
    data = "Naam;E-mail\n" + "\n".join(f"Mens {number};mens{number}@example.org" for number in range(240))
    sent = hand_in(desk, edition, data.encode(), "lijst.csv")
    desk.get(sent["Location"])
    with django_assert_max_num_queries(30):
        desk.get(sent["Location"])


def test_a_sheet_of_another_desk_is_not_there(client: Client, edition: Edition) -> None:
    own = sign_in(client, organiser_of(edition.programme))
    key = hand_in(own, edition, workbook(*ROWS))["Location"].split("/")[-2]
    other = sign_in(Client(), organiser_of(OpenEditionFactory().programme))
    for path in (f"/cms/edities/{edition.key}/invoer/", f"/cms/invoer/{key}/"):
        assert other.get(path).status_code == 404
        assert other.post(path, {"file": io.BytesIO(b"x")}).status_code == 404
    assert other.post(f"/cms/invoer/{key}/start/").status_code == 404
    assert ImportRun.objects.get().state == ImportState.CHECKED
