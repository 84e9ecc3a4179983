"""A table as a file for a spreadsheet, in which no cell is a formula.

    content = as_xlsx({"Dossier": [("Programma", "Zonnebloem"), ("Mensen", 12)]})
    return file_response(content, "xlsx", name="dossier.xlsx")

Numbers stay numbers. Text is written as text: somebody's name can be typed as a formula, which would run with whoever
opens the file.
"""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from people.typed import plain

Cell = str | int
Table = Sequence[Sequence[Cell]]

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
LONGEST_NAME = 31
"""Of a sheet, in Excel."""
WIDEST, NARROWEST = 60, 12


def harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula is marked as text; what is not seen goes."""
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_csv(table: Table) -> bytes:
    # Each cell in quotes: where a program splits at commas, "Ann,=1+1" would be two cells, the second a formula.
    writer = csv.writer(kept := StringIO(newline=""), delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([map(harmless, row) for row in table])
    return b"\xef\xbb\xbf" + kept.getvalue().encode()  # the mark by which Excel knows that it is UTF-8


def as_xlsx(sheets: Mapping[str, Table], *, headed: bool = False) -> bytes:
    """A sheet for each table, by its name, the first row in bold; `headed`: that row names the columns, and stays."""
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name[:LONGEST_NAME])
        _write(sheet, table)
        sheet.freeze_panes = "A2" if headed else None
    book.save(kept := BytesIO())
    return kept.getvalue()


def file_response(content: bytes, form: str, *, name: str) -> HttpResponse:
    """`form` is one of MEDIA_TYPES. To keep, not to show, and never in a cache."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=MEDIA_TYPES[form], headers=headers)


def _write(sheet: Worksheet, table: Table) -> None:
    for row in table:
        sheet.append([harmless(cell) for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place in range(1, sheet.max_column + 1):
        longest = max((len(str(row[place - 1])) for row in table if 1 < len(row) >= place), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(WIDEST, max(NARROWEST, longest + 2))
