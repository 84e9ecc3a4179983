"""A table as CSV or XLSX in which no cell is a formula."""

import csv
import io
from collections.abc import Sequence

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.styles import Font

from people.typed import plain

Table = Sequence[Sequence[str]]
STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class Format(TextChoices):
    XLSX = "xlsx", _("XLSX, voor Excel en LibreOffice")
    CSV = "csv", _("CSV, voor andere programma’s")


CONTENT_TYPES = {
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
}


def harmless(text: str) -> str:
    """Somebody's name can be typed as a formula, which would run with whoever opens the file."""
    text = plain(text)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_file(table: Table, form: str) -> bytes:
    cells = [[harmless(text) for text in row] for row in table]
    return _csv(cells) if form == Format.CSV else _xlsx(cells)


def _csv(cells: Table) -> bytes:
    csv.writer(kept := io.StringIO(newline=""), delimiter=";").writerows(cells)
    return b"\xef\xbb\xbf" + kept.getvalue().encode()  # the mark by which Excel knows that it is UTF-8


def _xlsx(cells: Table) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in cells:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    book.save(kept := io.BytesIO())
    return kept.getvalue()
