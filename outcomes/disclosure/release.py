"""What one release says of one table: which rows are renewed, and which keep the values they had.

people  ── standing in a row ──> counts ── thresholds ──> shown ── rounding ──> Row
                                    └── changed since the row was last published? else the old Row stays
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from outcomes.disclosure.catalogue import Table
from outcomes.disclosure.rhythm import ENOUGH_CHANGED, is_due, people_changed
from outcomes.disclosure.rounding import rounded
from outcomes.disclosure.thresholds import shown


@dataclass(frozen=True)
class Standing:
    """Where one person stands in one row. `person` tells people apart, `key` rounds; each at most once a row."""

    person: int
    key: int
    row: str
    cell: str


@dataclass(frozen=True)
class Row:
    """A row as it is published. Hidden is None; `as_of` is None where everything is."""

    key: str
    as_of: date | None
    cells: Mapping[str, int | None]
    band: str = ""


@dataclass(frozen=True)
class Before:
    """What an earlier release left of one table.

    `rows` as they stood (None: the table was never published), who stood where when each was last renewed,
    and how many of a row were erased since.
    """

    released: date | None = None
    rows: Mapping[str, Row] | None = None
    cells: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    gone: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Composed:
    """The rows of a table in one release, and of those that were renewed who stands where."""

    rows: tuple[Row, ...]
    renewed: Mapping[str, Mapping[int, str]]


def compose(
    table: Table, keys: Iterable[str], standings: Iterable[Standing], before: Before, *, as_of: date, secret: bytes
) -> Composed:
    """The table about `as_of`. `keys` are the rows that must be there, with people in them or not."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        found[standing.row].append(standing)
    published = before.rows or {}
    is_turn = before.rows is None or is_due(table.rhythm, before.released, as_of)
    rows, renewed = [], {}
    for key in sorted({*keys, *found, *published}):
        now = {standing.person: standing.cell for standing in found[key]}
        # Of a row that shows nothing yet nobody is remembered, so there ten people changed as soon as it has ten.
        changed = people_changed(before.cells.get(key, {}), now, before.gone.get(key, 0))
        if is_turn and changed >= ENOUGH_CHANGED:
            rows.append(_row(table, key, found[key], as_of, secret))
            renewed[key] = now if rows[-1].as_of else {}
        else:
            rows.append(published.get(key) or _empty(table, key))
    return Composed(tuple(rows), renewed)


def _row(table: Table, key: str, standings: list[Standing], as_of: date, secret: bytes) -> Row:
    counts, sums = dict.fromkeys(table.columns, 0), dict.fromkeys(table.columns, 0)
    for standing in standings:
        for column in table.counts_in(standing.cell):
            counts[column] += 1
            sums[column] += standing.key
    visible = shown(table, counts)
    cells = {
        column: rounded(counts[column], sums[column], secret) if column in visible else None for column in table.columns
    }
    return Row(key, as_of if visible else None, cells)


def _empty(table: Table, key: str) -> Row:
    return Row(key, None, dict.fromkeys(table.columns))
