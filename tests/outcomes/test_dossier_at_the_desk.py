"""A dossier at the desk: written down, changed, and taken along as a file by a press that is noted."""

import re
import zlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from outcomes.disclosure.steps import COMPLETED, STARTED
from outcomes.dossier import desk as desk_views
from outcomes.models import Grant
from programmes.models import Programme
from tests.factories.programmes import EditionFactory
from tests.outcomes.people import people_at

pytestmark = pytest.mark.django_db

TYPED = {
    "grantor": "Gemeente Voorbeeld",
    "reference": "2026-1",
    "starts_on": "2026-01-01",
    "ends_on": "2026-12-31",
    "number_started": "20",
    "number_completed": "0",
    "promise_0": "Een slotavond",
    "done_0": "",
}


def test_a_subsidy_is_written_down_and_changed(desk, programme):
    shown = desk.get(reverse("desk_dossiers:programme", args=[programme.key]))
    assert "Er is nog geen subsidie." in shown.text
    page = desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), TYPED, follow=True)
    grant = Grant.objects.get()
    assert "Gemeente Voorbeeld" in page.text and "Een slotavond" in page.text
    assert {one.step: one.number for one in grant.promises.exclude(step="")} == {STARTED: 20, COMPLETED: 0}
    change = {**TYPED, "number_started": "", "done_0": "Honderd mensen kwamen."}
    desk.post(reverse("desk_dossiers:grant_edit", args=[grant.key]), change)
    assert [str(one) for one in grant.promises.all()] == ["afgerond: 0", "Een slotavond"]
    assert desk.get(reverse("desk_dossiers:grant_edit", args=[grant.key])).text.count("Honderd mensen kwamen.") == 1
    desk.post(reverse("desk_dossiers:grant_remove", args=[grant.key]))
    assert not Grant.objects.exists()
    assert [line.verb for line in JournalLine.objects.order_by("pk")] == ["add", "change", "remove"]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("ends_on", "2025-12-31", "De laatste dag ligt voor de eerste."),
        ("ends_on", "31/31/2026", "Voer een geldige datum in"),
        ("number_started", "-1", "minstens 0"),
        ("number_started", "9" * 30, "hoogstens 100000"),
        ("grantor", "x" * 1_000_000, "niet meer dan 120 tekens"),
        ("promise_0", "", "Schrijf ook wat je beloofde."),
    ],
)
def test_nonsense_is_told_beside_its_field_and_loses_nothing(desk, programme, field, typed, told):
    values = {**TYPED, "done_0": "Bewaar mij", field: typed}
    page = desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), values)
    assert page.status_code == 200 and told in page.text
    assert "Bewaar mij" in page.text and "Fout:" in page.text and not Grant.objects.exists()


def test_signs_that_nobody_sees_are_left_out(desk, programme):
    desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), {**TYPED, "grantor": "Ge\x00meente \u202eEen"})
    assert Grant.objects.get().grantor == "Gemeente Een"


def test_of_several_subsidies_the_newest_is_shown_and_each_can_be_asked(desk, grant, programme, organiser):
    older = Grant(programme=programme, grantor="Oude gever", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31))
    older.save()
    address = reverse("desk_dossiers:programme", args=[programme.key])
    assert desk.get(address).context["grant"] == grant
    assert desk.get(address, {"subsidie": str(older.key)}).context["grant"] == older
    assert desk.get(address, {"subsidie": "geen sleutel"}).context["grant"] == grant


# Files -------------------------------------------------------------------------------------------------


@pytest.fixture
def pressed(desk: Client, grant: Grant, programme: Programme) -> Iterator:
    people_at(COMPLETED, 3, edition=EditionFactory(programme=programme))

    def press(form: str):
        return desk.post(reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": form}))

    return press


def test_the_workbook_holds_numbers_as_numbers_and_no_formula(pressed, organiser, grant):
    answer = pressed("xlsx")
    assert "Zonnebloem" not in answer["Content-Disposition"]
    book = load_workbook(BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells if cell.data_type == "f"] == []
    values = [cell.value for cell in cells]
    assert "'=SOM(1)" in values and organiser.name in values and 20 in values and 3 in values
    line = JournalLine.objects.get(verb="export")
    assert (line.actor, line.thing_key, line.scope) == (organiser.journal_key, str(grant.key), grant.programme.lead_key)


def test_the_paper_is_tagged_and_its_title_names_no_programme(pressed):
    answer = pressed("pdf")
    assert answer["Content-Type"] == "application/pdf" and "Zonnebloem" not in answer["Content-Disposition"]
    for mark in (b"/StructTreeRoot", b"/Lang", b"/MarkInfo", b"/Figure", b"/TH"):
        assert mark in readable(answer.content), mark
    assert b"Zonnebloem" not in answer.content.partition(b"/Title")[2][:200]
    assert JournalLine.objects.filter(verb="export").count() == 1


def readable(content: bytes) -> bytes:
    """With what is packed inside."""
    found = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.S):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"".join(found)


def test_opening_the_address_of_a_file_makes_none(desk, grant):
    for form in ("pdf", "xlsx"):
        assert desk.get(reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": form})).status_code == 405
    other = reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": "csv"})
    assert desk.post(other).status_code == 404
    assert not JournalLine.objects.filter(verb="export").exists()


def test_where_letters_cannot_be_drawn_it_is_said_and_nothing_is_noted(pressed, monkeypatch):
    def refuse(*given):
        raise Refused("Een PDF maken kan hier nu niet.")

    monkeypatch.setitem(desk_views.FILES, "pdf", refuse)
    answer = pressed("pdf")
    assert answer.status_code == 302 and not JournalLine.objects.filter(verb="export").exists()
