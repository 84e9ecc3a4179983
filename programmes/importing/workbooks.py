"""The first sheet of an XLSX that holds something, as rows of text.

A formula gives what it came to when the file was saved; a merged cell holds for every row that it covers.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from programmes.importing.sheets import MOST_COLUMNS, Raw, Unreadable

MOST_UNFOLDED = 100 * 1024 * 1024
MOST_EMPTY = 20_000
"""A sheet of which whole columns have a colour goes on for a million rows."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
MOST_MERGED = 5_000

Merged = dict[tuple[int, int], tuple[int, int]]


def rows_of_workbook(data: bytes) -> Iterator[Raw]:
    _hold_no_bomb(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            rows = _rows(sheet, _merged(data, sheet))
            if (first := next(rows, None)) is not None:
                yield first
                yield from rows
                return
    except Unreadable:
        raise
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise Unreadable(_("Dit bestand is stuk, of het is geen XLSX. Sla het opnieuw op als XLSX.")) from error


def _hold_no_bomb(data: bytes) -> None:
    """A small file can unfold to gigabytes; how much, stands in its own list of parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unfolded = sum(part.file_size for part in packed.infolist())
            names = set(packed.namelist())
    except zipfile.BadZipFile:
        raise Unreadable(_("Dit bestand is stuk. Sla de lijst opnieuw op als XLSX of CSV.")) from None
    if "xl/workbook.xml" not in names:
        raise Unreadable(_("Dit soort bestand lezen wij niet. Sla de lijst op als XLSX of CSV en kies die."))
    if unfolded > MOST_UNFOLDED:
        raise Unreadable(_("Dit bestand is te groot om te lezen. Zet alleen de lijst in een nieuw bestand."))


def _merged(data: bytes, sheet: Any) -> Merged:
    """Which cell holds the value of a covered one. Read beside the rows: these come without it."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = packed.read(sheet._worksheet_path)
    covered: Merged = {}
    for found in MERGED.findall(text)[:MOST_MERGED]:
        left, top, _right, bottom = range_boundaries(found.decode())
        for row in range(top, min(bottom, top + 5_000) + 1):
            covered[row, left] = (top, left)  # down, not sideways: a title over all columns is no value of each
    return covered


def _rows(sheet: Any, covered: Merged) -> Iterator[Raw]:
    held: dict[tuple[int, int], str] = {}
    sources = set(covered.values())
    empty = 0
    for number, values in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        cells = [as_text(value) for value in values]
        for column in range(1, len(cells) + 1):
            if (number, column) in sources:
                held[number, column] = cells[column - 1]
            elif (number, column) in covered:
                cells[column - 1] = held.get(covered[number, column], "")
        empty = 0 if any(cells) else empty + 1
        if empty > MOST_EMPTY:
            return
        if any(cells):
            yield number, cells


def as_text(value: Any) -> str:
    """As the organiser reads it; a day as year-month-day."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
