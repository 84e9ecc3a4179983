"""A table leaves as a file that runs nothing with whoever opens it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from home.spreadsheet import as_csv, as_xlsx, file_response, harmless


@pytest.mark.parametrize("text", ["=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1", "\u202e=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Ann", "a=b", "2026-11-30", "’s-Hertogenbosch", ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_number_stays_a_number_and_a_text_a_text() -> None:
    sheet = load_workbook(BytesIO(as_xlsx({"Lijst": [("Naam", "Keer"), ("=1", 3)]}))).active
    assert [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()] == [
        [("Naam", "s"), ("Keer", "s")],
        [("'=1", "s"), (3, "n")],
    ]
    assert sheet["A1"].font.bold and sheet.freeze_panes is None


def test_the_names_of_columns_stay_in_sight_and_a_long_name_fits() -> None:
    book = load_workbook(BytesIO(as_xlsx({"Een naam die langer is dan Excel wil": [("Naam",)]}, headed=True)))
    assert book.active.freeze_panes == "A2" and len(book.active.title) == 31


def test_a_cell_of_a_csv_stays_one_where_a_program_splits_at_commas() -> None:
    assert b'"Ann,=1+1";"Bo\t=1+1"' in as_csv([("Ann,=1+1", "Bo\t=1+1")])


def test_a_csv_is_read_as_utf_8_with_a_column_for_each_cell() -> None:
    kept = as_csv([("Naam", "Keer"), ("@Zoë; Ann", 3)])
    assert kept == '\ufeff"Naam";"Keer"\r\n"\'@Zoë; Ann";"3"\r\n'.encode()


def test_a_file_is_kept_and_never_cached() -> None:
    answer = file_response(b"a", "csv", name="lijst.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="lijst.csv"' and answer["Cache-Control"] == "no-store"
