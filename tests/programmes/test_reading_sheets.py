"""Sheets as organisers have them: encodings, delimiters, merged cells, formulas, dates; and what must not enter."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from programmes.forbidden import heading_asks_too_much
from programmes.importing.columns import guesses
from programmes.importing.days import read_day
from programmes.importing.reading import read
from programmes.importing.sheets import Row, Unreadable

LINES = "Naam;E-mail;Plaats\nZoë Ünal;zoe@example.org;’s-Hertogenbosch\nCafé;cafe@example.org;Gouda\n"
ZOE = ("Zoë Ünal", "zoe@example.org", "’s-Hertogenbosch")


def workbook(*rows: tuple[Any, ...], merge: str = "") -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    book.save(kept := io.BytesIO())
    return kept.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_text_in_every_encoding(encoding: str, delimiter: str, ending: str) -> None:
    sheet = read(LINES.replace(";", delimiter).replace("\n", ending).encode(encoding), "lijst.csv")
    assert sheet.headings == ("Naam", "E-mail", "Plaats")
    assert sheet.rows[0] == Row(2, ZOE) and sheet.rows[1].number == 3


def test_a_quoted_cell_may_hold_the_delimiter_and_a_line() -> None:
    sheet = read(b'sep=;\nNaam;E-mail\n"Ann; de\nVries";ann@example.org\n\n;;\nBo;bo@example.org\n', "lijst.csv")
    assert sheet.rows == (Row(3, ("Ann; de Vries", "ann@example.org")), Row(6, ("Bo", "bo@example.org")))


def test_signs_that_nobody_sees_and_very_long_cells_do_no_harm() -> None:
    sheet = read(f"Naam;E-mail\nA\x00n\u202en;ann@example.org\n{'x' * 100_000};x@example.org\n".encode(), "lijst.csv")
    assert sheet.rows[0].cells[0] == "Ann" and len(sheet.rows[1].cells[0]) == 400


FORBIDDEN = (
    "Beperking", "partij", "Partijlid?", "Afkomst", "Geloofsovertuiging", "Disability", "Nationaliteit", "BSN",
    "Seksuele geaardheid", "Rolstoel nodig", "Dieetwensen", "migratie-achtergrond", "Religion", "Fractie",
)  # fmt: skip


@pytest.mark.parametrize("heading", FORBIDDEN)
def test_what_must_not_enter_is_named_and_its_cells_are_nowhere(heading: str) -> None:
    for data in (
        f"Naam;{heading};E-mail\nAnn;kanarie;ann@example.org\n".encode(),
        workbook(("Naam", heading, "E-mail"), ("Ann", "kanarie", "ann@example.org")),
    ):
        sheet = read(data, "lijst")
        assert sheet.dropped == (heading,) and sheet.headings == ("Naam", "E-mail")
        assert "kanarie" not in repr(sheet) and sheet.rows[0].cells == ("Ann", "ann@example.org")


def test_plain_headings_may_enter() -> None:
    may = ("Naam", "E-mail", "Locatie", "Datum", "Telefoon", "Woonplaats", "Opmerking", "Cursus", "Startdatum")
    assert [heading for heading in may if heading_asks_too_much(heading)] == []


def test_a_column_without_a_heading_stays_out() -> None:
    sheet = read(b"Naam;;E-mail\nAnn;kanarie;ann@example.org\n", "lijst.csv")
    assert sheet.unnamed == 1 and "kanarie" not in repr(sheet)


def test_headings_are_found_below_a_title() -> None:
    rows = [("Deelnemers voorjaar",), (), ("Nr", "Volledige naam", "E-mailadres"), (1, "Ann", "ann@example.org")]
    sheet = read(workbook(*rows, merge="A1:C1"), "lijst.xlsx")
    assert guesses(sheet.headings) == {"name": 1, "address": 2}
    assert sheet.rows == (Row(4, ("1", "Ann", "ann@example.org")),)


def test_a_merged_cell_holds_for_each_row_that_it_covers() -> None:
    people = [("Ann", "Gouda"), ("Bo", None), ("Cas", None), ("Dag", "Ede")]
    sheet = read(workbook(("Naam", "Locatie"), *people, merge="B2:B4"), "lijst.xlsx")
    assert [row.cells[1] for row in sheet.rows] == ["Gouda", "Gouda", "Gouda", "Ede"]


def test_a_formula_is_what_it_came_to_and_never_its_text() -> None:
    """As a file saved by a program that keeps no outcomes: then the cell is empty."""
    sheet = read(workbook(("Naam", "E-mail"), ("Ann", '=HYPERLINK("x")'), ("Bo", "bo@example.org")), "lijst.xlsx")
    assert sheet.rows[0].cells == ("Ann", "")
    with_outcome = _with_outcome(workbook(("Naam", "E-mail"), ("Ann", "=A1")), "ann@example.org")
    assert read(with_outcome, "lijst.xlsx").rows[0].cells == ("Ann", "ann@example.org")


def _with_outcome(data: bytes, outcome: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part.endswith("sheet1.xml"):
                changed = text.replace(b"<f>A1</f><v></v>", f"<f>A1</f><v>{outcome}</v>".encode())
                changed = changed.replace(b"<f>A1</f><v />", f"<f>A1</f><v>{outcome}</v>".encode())
                assert changed != text
                text = changed.replace(b'<c r="B2">', b'<c r="B2" t="str">')
            new.writestr(part, text)
    return kept.getvalue()


def test_days_in_a_sheet_come_out_alike() -> None:
    rows = [("Naam", "Datum"), ("Ann", datetime(2027, 3, 12, 10)), ("Bo", date(2027, 3, 12)), ("Cas", "12-3-2027")]
    sheet = read(workbook(*rows), "lijst.xlsx")
    assert {read_day(row.cells[1]) for row in sheet.rows} == {date(2027, 3, 12)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[(text, date(2027, 3, 12)) for text in ("2027-03-12", "12-03-2027", "12/3/2027", "12.3.27", "12 maart 2027")],
        *[(text, date(2027, 3, 12)) for text in ("12 mrt 2027", "vrijdag 12 maart 2027", "12-mrt-2027", "46458")],
        *[(text, None) for text in ("31-2-2027", "12-13-2027", "morgen", "", "12 wintermaand 2027", "9999999999")],
    ],
)
def test_a_day_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "lijst.csv", "staat niets"),
        (b"\n \n;;\n", "lijst.csv", "staat niets"),
        (b"Naam;E-mail\n", "lijst.csv", "staat niemand"),
        (b"Ann;ann@example.org\nBo;bo@example.org\n", "lijst.csv", "op de eerste rij"),
        (b"\xd0\xcf\x11\xe0oud", "lijst.xls", "XLSX of CSV"),
        (b"PK\x03\x04stuk", "lijst.xlsx", "is stuk"),
        (b"%PDF-1.4", "lijst.pdf", "XLSX of CSV"),
        (b'Naam;E-mail\n"Ann;' + b"x" * 200_000, "lijst.csv", "aanhalingsteken"),
        (b"Naam;E-mail\n" + b"a;b\n" * 5_001, "lijst.csv", "meer dan 5.000"),
        (b"x" * (5 * 1024 * 1024 + 1), "lijst.csv", "groter dan 5 MB"),
    ],
)
def test_what_cannot_be_read_says_what_helps(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, name)
    assert said in refused.value.text


def test_a_file_that_unfolds_to_gigabytes_is_not_opened() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    with pytest.raises(Unreadable, match="te groot"):
        read(kept.getvalue(), "lijst.xlsx")


@pytest.mark.parametrize(
    ("text", "headings", "dropped"),
    [
        ("Wie;;Beperking;;Cursus\nNaam;E-mail;Soort;Uitleg;Plaats\nAnn;a@example.org;geheim;geheim;Gouda\n",
         ("Naam", "E-mail", "Plaats"), ("Beperking",)),
        (";;Gezondheid\nNaam;E-mail;Uitleg\nAnn;a@example.org;geheim\n", ("Naam", "E-mail"), ("Gezondheid",)),
        ("Cursus voor mensen met een beperking\nNaam;E-mail\nAnn;a@example.org\n", ("Naam", "E-mail"), ()),
    ],
)  # fmt: skip
def test_what_stands_below_an_upper_heading_that_asks_too_much_stays_out(text, headings, dropped) -> None:
    sheet = read(text.encode(), "lijst.csv")
    assert (sheet.headings, sheet.dropped) == (headings, dropped)
    assert "geheim" not in "".join(cell for row in sheet.rows for cell in row.cells)
