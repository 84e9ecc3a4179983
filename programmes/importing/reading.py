"""From the bytes of a file to a sheet: CSV as Excel and others write it, or XLSX."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from programmes.importing.sheets import Raw, Sheet, Unreadable, sheet_of
from programmes.importing.workbooks import rows_of_workbook

MOST_BYTES = 5 * 1024 * 1024
DELIMITERS = ";,\t"
PACKED, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes, name: str) -> Sheet:
    """Unreadable when it is too large, of another kind, or holds no list."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("Dit bestand is groter dan 5 MB. Haal plaatjes en andere bladen eruit, of splits de lijst."))
    if data.startswith(OLD_OFFICE) or name.lower().endswith(
        (".ods", ".numbers", ".pdf", ".docx", ".png", ".jpg", ".jpeg", ".heic")
    ):
        raise Unreadable(_("Dit soort bestand lezen wij niet. Sla de lijst op als XLSX of CSV en kies die."))
    return sheet_of(rows_of_workbook(data) if data.startswith(PACKED) else rows_of_text(decoded(data)))


def decoded(data: bytes) -> str:
    """As UTF-8, UTF-16 or, when it is neither, as Windows wrote it for decades."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:200]
    if head.count(b"\x00") * 4 > len(head):  # every other byte; a stray NUL is something else
        return data.decode("utf-16-le" if head[1:2] == b"\x00" else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows_of_text(text: str) -> Iterator[Raw]:
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    declared = text[:6].lower().startswith("sep=") and text[4:5] in DELIMITERS and text[5:6] in ("\n", "")
    delimiter = text[4] if declared else _delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(rows, start=1):
            if not (declared and number == 1):
                yield number, cells
    except csv.Error:
        line = rows.line_num
        raise Unreadable(
            _("Vanaf regel %(line)s kunnen wij niet verder lezen. Staat daar een aanhalingsteken te veel?")
            % {"line": line}
        ) from None


def _delimiter(text: str) -> str:
    """The one that most of the first lines have most of."""
    head = [_outside_quotes(line) for line in text[:20_000].split("\n")[:10]]
    return max(
        DELIMITERS, key=lambda sign: (sum(sign in line for line in head), sum(line.count(sign) for line in head))
    )


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
