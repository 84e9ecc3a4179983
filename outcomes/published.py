"""What was published, as pages, files and charts read it: from PublishedCell, and from nothing else."""

from collections import defaultdict
from dataclasses import dataclass

from outcomes.disclosure.catalogue import CATALOGUE, Table
from outcomes.disclosure.release import Row
from outcomes.models import PublishedCell, Release

BAND = "band"


@dataclass(frozen=True)
class PublishedTable:
    """One table of one release; `rows` by key."""

    table: Table
    rows: tuple[Row, ...]


def tables_of(release: Release) -> list[PublishedTable]:
    """The tables that this release has, in the order of the catalogue."""
    cells: dict[str, list[PublishedCell]] = defaultdict(list)
    for cell in release.cells.all():
        cells[cell.table].append(cell)
    return [PublishedTable(table, _rows(table, cells[table.id])) for table in CATALOGUE if table.id in cells]


def rows_of(release: Release, table: str) -> tuple[Row, ...]:
    """The rows of one table; none when the release does not have it."""
    (known,) = [entry for entry in CATALOGUE if entry.id == table]
    return _rows(known, list(release.cells.filter(table=table)))


def _rows(table: Table, cells: list[PublishedCell]) -> tuple[Row, ...]:
    found: dict[str, list[PublishedCell]] = defaultdict(list)
    for cell in cells:
        found[cell.row].append(cell)
    return tuple(_row(table, key, found[key]) for key in sorted(found))


def _row(table: Table, key: str, cells: list[PublishedCell]) -> Row:
    values = {cell.column: cell.value for cell in cells}
    band = next((cell.band for cell in cells if cell.column == BAND), "")
    return Row(key, cells[0].as_of, {column: values.get(column) for column in table.columns}, band)
