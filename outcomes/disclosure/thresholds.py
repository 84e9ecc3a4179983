"""Which counts may be shown at all: decided on the exact counts, before anything is rounded."""

from collections.abc import Mapping

from outcomes.disclosure.catalogue import Shape, Table

SMALLEST = 10
SMALLEST_BROKEN_DOWN = 30
FEWEST_PARTS = 2


def shown(table: Table, counts: Mapping[str, int]) -> frozenset[str]:
    """The columns of a row that may be shown; none when the row is too small."""
    total = counts.get(table.total, 0)
    if total < SMALLEST:
        return frozenset()
    if total < SMALLEST_BROKEN_DOWN:
        return frozenset({table.total})
    large = frozenset(column for column in table.columns if counts.get(column, 0) >= SMALLEST)
    if table.shape is Shape.PARTS and len(large - {table.total}) < FEWEST_PARTS:
        return frozenset({table.total})
    return large
