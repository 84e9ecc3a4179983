"""Workbooks that are small on the disk and fill the memory when they are read, or that are broken in some way."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from programmes.importing.reading import read
from programmes.importing.sheets import Unreadable

SHEET = "xl/worksheets/sheet1.xml"
Change = Callable[[bytes], bytes]


def workbook() -> bytes:
    book = Workbook()
    for row in (("Naam", "E-mail"), ("Ann", "ann@example.org")):
        book.active.append(row)
    book.save(kept := io.BytesIO())
    return kept.getvalue()


def with_part(name: str, change: Change) -> bytes:
    """A workbook of which one part is changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, change(text) if part.filename == name else text)
    return kept.getvalue()


def behind_rows(more: bytes) -> Change:
    return lambda text: text.replace(b"</sheetData>", b"</sheetData>" + more)


def in_rows(more: bytes) -> Change:
    return lambda text: text.replace(b"</sheetData>", more + b"</sheetData>")


def in_the_list_of_parts(offset: int, value: int) -> bytes:
    """Each part is said to be something else than it is."""
    data, at = bytearray(workbook()), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + offset] = value
        at += 4
    return bytes(data)


MERGES = b"".join(
    b'<mergeCell ref="%s1:%s1048576"/>' % ((name := get_column_letter(at).encode()), name) for at in range(1, 99)
)
FAR_APART = b"".join(
    b'<row r="%d"><c t="inlineStr"><is><t>x</t></is></c></row>' % row for row in range(1_900, 40_000, 1_900)
)
HARMFUL = {
    "columns merged down to the last row": with_part(SHEET, behind_rows(b"<mergeCells>" + MERGES + b"</mergeCells>")),
    "a row without an end": with_part(SHEET, in_rows(b'<row r="5">' + b"<c/>" * 1_600_000 + b"</row>")),
    "tags of nobody": with_part(SHEET, in_rows(b'<row r="5">' + b"<x/>" * 1_600_000 + b"</row>")),
    "styles by the hundred thousand": with_part(
        "xl/styles.xml", lambda text: text.replace(b"</cellXfs>", b"<xf/>" * 110_000 + b"</cellXfs>")
    ),
    "two bytes a letter, in which nothing is counted": with_part(
        SHEET,
        lambda text: (
            b'<?xml version="1.0" encoding="utf-16"?>'.decode().encode("utf-16") + text.decode().encode("utf-16-le")
        ),
    ),
    "rows with emptiness between them, on and on": with_part(SHEET, in_rows(FAR_APART)),
    "a file of the server": with_part(
        SHEET, lambda text: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + text
    ),
    "cut off": with_part(SHEET, lambda text: text[:-40]),
    "with a password": in_the_list_of_parts(8, 1),
    "packed in another way": in_the_list_of_parts(10, 99),
}


@pytest.mark.parametrize("data", HARMFUL.values(), ids=HARMFUL.keys())
def test_it_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data, "lijst.xlsx")


def test_bytes_that_cannot_be_unpacked_are_refused_in_words() -> None:
    data = bytearray(workbook())
    data[300:340] = bytes(255 - byte for byte in data[300:340])
    with pytest.raises(Unreadable):
        read(bytes(data), "lijst.xlsx")


def test_a_list_with_coloured_columns_down_to_the_last_row_comes_in() -> None:
    coloured = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (row, row) for row in range(3, 40_000))
    assert len(read(with_part(SHEET, in_rows(coloured)), "lijst.xlsx").rows) == 1
