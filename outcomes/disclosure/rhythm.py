"""When the rows of a table have their turn, and whether enough people changed to renew one."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

ENOUGH_CHANGED = 10


class Rhythm(Enum):
    """The months on whose first day a table has its turn."""

    MONTHLY = frozenset(range(1, 13))
    QUARTERLY = frozenset({2, 5, 8, 11})
    YEARLY = frozenset({11})


def latest_turn(rhythm: Rhythm, day: date) -> date:
    """The last turn on this day or before it."""
    if months := [month for month in rhythm.value if month <= day.month]:
        return date(day.year, max(months), 1)
    return date(day.year - 1, max(rhythm.value), 1)


def is_due(rhythm: Rhythm, previous: date | None, as_of: date) -> bool:
    """Whether a turn came by since the release before this one; a turn that nobody published on is not lost."""
    return previous is None or latest_turn(rhythm, as_of) > previous


def people_changed(before: Mapping[int, str], now: Mapping[int, str], gone: int = 0) -> int:
    """How many people stand in another cell of the row than when it was last published.

    Who came and who left count once each; so does who was erased, of whom only the number `gone` is known.
    """
    return gone + sum(before.get(person) != now.get(person) for person in before.keys() | now.keys())
