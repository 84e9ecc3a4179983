"""The first sheet of an XLSX that holds something, as rows of text.

A formula gives what it came to when the file was saved; a merged cell holds for every row that it covers.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from programmes.importing.sheets import MOST_COLUMNS, MOST_ROWS, Raw, Unreadable

MOST_UNFOLDED = 100 * 1024 * 1024
MOST_EMPTY = 2_000
"""A sheet of which whole columns have a colour goes on for a million rows."""
MOST_LOOKED_AT = 30_000
MOST_TAGS, MOST_OTHER_TAGS = 1_500_000, 100_000
"""Of a list and its texts, and of what stands around them: each is an object in memory before it is looked at."""
ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
MOST_MERGED = 5_000
MOST_COVERED = 100_000
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    SyntaxError,  # of XML
    LookupError,
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,  # with a password, or packed in a way of its own
    EOFError,
    OSError,
)

Merged = dict[tuple[int, int], tuple[int, int]]


def rows_of_workbook(data: bytes) -> Iterator[Raw]:
    try:
        _hold_no_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            rows = _rows(sheet, _merged(_text_of(data, sheet)))
            if (first := next(rows, None)) is not None:
                yield first
                yield from rows
                return
    except Unreadable:
        raise
    except BROKEN as error:
        raise Unreadable(_("Dit bestand is stuk, of het is geen XLSX. Sla het opnieuw op als XLSX.")) from error


def _hold_no_bomb(data: bytes) -> None:
    """A small file can unfold to gigabytes; how much, stands in its own list of parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if "xl/workbook.xml" not in {part.filename for part in parts}:
            raise Unreadable(_("Dit soort bestand lezen wij niet. Sla de lijst op als XLSX of CSV en kies die."))
        if sum(part.file_size for part in parts) > MOST_UNFOLDED:
            raise _too_large()
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and "/worksheets/" not in part.filename:
                texts = part.filename.lower().endswith("sharedstrings.xml")
                _hold_no_flood(packed.read(part), MOST_TAGS if texts else MOST_OTHER_TAGS)


def _hold_no_flood(text: bytes, most: int, end: int | None = None) -> None:
    """So many small things that they fill the memory. In two bytes a letter nothing can be counted, and nobody does."""
    if b"\x00" in text or text.count(b"<", 0, len(text) if end is None else end) > most:
        raise _too_large()


def _too_large() -> Unreadable:
    return Unreadable(_("Dit bestand is te groot om te lezen. Zet alleen de lijst in een nieuw bestand."))


def _text_of(data: bytes, sheet: Any) -> bytes:
    """The sheet as it stands in the file, as far as it will be read: held against a flood."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = packed.read(sheet._worksheet_path)
    beyond = next(islice(ROW.finditer(text), MOST_ROWS + MOST_EMPTY + MOST_COLUMNS, None), None)
    _hold_no_flood(text, MOST_TAGS, beyond.start() if beyond else None)
    return text


def _merged(text: bytes) -> Merged:
    """Which cell holds the value of a covered one. Read beside the rows: these come without it."""
    covered: Merged = {}
    looked_at = 0
    for found in MERGED.findall(text)[:MOST_MERGED]:
        left, top, _right, bottom = range_boundaries(found.decode())
        rows = range(top, min(bottom, MOST_LOOKED_AT) + 1)
        looked_at += len(rows)
        if looked_at > MOST_COVERED:
            raise _too_large()
        if left <= MOST_COLUMNS:
            covered |= {(row, left): (top, left) for row in rows}  # down: a title over all columns is no value of each
    return covered


def _rows(sheet: Any, covered: Merged) -> Iterator[Raw]:
    held: dict[tuple[int, int], str] = {}
    sources = set(covered.values())
    empty = 0
    sheet.reset_dimensions()  # what a file says of its own size is often wrong, and rows would stay out
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
        if number > MOST_LOOKED_AT:
            raise _too_large()
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
