"""What was read from a file: rows of text below their headings, without the columns that must not enter.

sheet = read(b"Naam;E-mail;Beperking\\nAnn;ann@example.org;geheim\\n", "lijst.csv")
sheet.headings        # ("Naam", "E-mail")
sheet.rows[0]         # Row(number=2, cells=("Ann", "ann@example.org"))
sheet.dropped         # ("Beperking",): named, and nothing below it was looked at
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people.typed import plain
from programmes.forbidden import heading_asks_too_much
from programmes.importing.columns import guess

MOST_ROWS, MOST_COLUMNS, MOST_SIGNS = 5_000, 100, 400
"""A cell is cut after so many signs: no name, address or place is longer."""
HEADINGS_WITHIN = 10
"""Above the headings often stands a title; so many rows are looked at."""

Raw = tuple[int, Sequence[str]]
"""The number of a row in the file, from 1, and its cells as text."""


class Unreadable(Refused):
    """This file cannot be taken in; the text says what helps."""


@dataclass(frozen=True)
class Row:
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    dropped: tuple[str, ...] = ()
    unnamed: int = 0
    """Columns without a heading: nobody can say what is in them, so they stay out too."""


def sheet_of(raw: Iterable[Raw]) -> Sheet:
    """Finds the headings, and keeps of each row what may be kept. Unreadable when there is nothing to keep."""
    filled = ((number, cells) for number, cells in raw if any(cell.strip() for cell in cells))
    first = list(islice(filled, HEADINGS_WITHIN))
    if not first:
        raise Unreadable(_("In dit bestand staat niets. Kies het bestand met je lijst."))
    at = max(range(len(first)), key=lambda index: (_recognised(first[index][1]), -index))
    headings = [_tidy(cell) for cell in first[at][1][:MOST_COLUMNS]]
    if any("@" in heading for heading in headings):
        raise Unreadable(_("Zet op de eerste rij de namen van de kolommen, zoals Naam en E-mail."))
    asks = {index: heading for index, heading in enumerate(headings) if heading_asks_too_much(heading)}
    asks = {**_asked_above(first[:at], len(headings)), **asks}
    kept = [index for index, heading in enumerate(headings) if heading and index not in asks]
    rows = tuple(_rows(chain(first[at + 1 :], filled), kept))
    if not rows:
        raise Unreadable(_("Onder de namen van de kolommen staat niemand. Zet elke persoon op een eigen rij."))
    return Sheet(
        headings=tuple(headings[index] for index in kept),
        rows=rows,
        dropped=tuple(dict.fromkeys(asks[index] for index in sorted(asks))),
        unnamed=sum(not heading for index, heading in enumerate(headings) if index not in asks),
    )


def _asked_above(rows: Sequence[Raw], width: int) -> dict[int, str]:
    """Headings can stand in two rows: what the upper one says holds up to its next cell. A title alone is none."""
    found: dict[int, str] = {}
    for _number, cells in rows:
        above = [_tidy(cell) for cell in cells[:width]]
        if sum(map(bool, above)) < 2 and above[:1] != [""]:
            continue
        said = ""
        for index in range(width):
            said = (above[index] if index < len(above) else "") or said
            if said and heading_asks_too_much(said):
                found[index] = said
    return found


def _rows(raw: Iterable[Raw], kept: Sequence[int]) -> Iterator[Row]:
    for count, (number, cells) in enumerate(raw):
        if count >= MOST_ROWS:
            raise Unreadable(_("Er staan meer dan 5.000 rijen in. Verdeel de lijst over meer bestanden."))
        yield Row(number, tuple(_tidy(cells[index]) if index < len(cells) else "" for index in kept))


def _recognised(cells: Sequence[str]) -> int:
    return len({found for cell in cells[:MOST_COLUMNS] if (found := guess(cell))})


def _tidy(cell: str) -> str:
    return " ".join(plain(cell[: MOST_SIGNS * 2]).split())[:MOST_SIGNS]
