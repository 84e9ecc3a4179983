"""What was published, as pages, files and charts read it: from PublishedCell, and from nothing else."""

from collections import defaultdict
from dataclasses import dataclass

from outcomes.disclosure.catalogue import BY_ID, CATALOGUE, Table
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
    return _rows(BY_ID[table], list(release.cells.filter(table=table)))


def rows_over_time(releases: list[Release], table: str, row: str) -> dict[int, Row]:
    """One row as it stood in each of these releases, by the number of the release."""
    found: dict[int, list[PublishedCell]] = defaultdict(list)
    for cell in PublishedCell.objects.filter(release__in=releases, table=table, row=row):
        found[cell.release_id].append(cell)
    return {release: _row(BY_ID[table], row, cells) for release, cells in found.items()}


def _rows(table: Table, cells: list[PublishedCell]) -> tuple[Row, ...]:
    found: dict[str, list[PublishedCell]] = defaultdict(list)
    for cell in cells:
        found[cell.row].append(cell)
    return tuple(_row(table, key, found[key]) for key in sorted(found))


def _row(table: Table, key: str, cells: list[PublishedCell]) -> Row:
    values = {cell.column: cell.value for cell in cells}
    band = next((cell.band for cell in cells if cell.column == BAND), "")
    return Row(key, cells[0].as_of, {column: values.get(column) for column in table.columns}, band)
