"""The fairness sheet of matching: four small tables beside the catalogue, one sheet a calendar year, never renewed.

They go through the same doors as the catalogue (`release.compose`): cells of ten, keyed rounding, hidden is None.
Of each row two figures leave at most: who took part and who found a mentor. There is no row of everybody, so a
hidden row cannot be worked out from the others; and `doubted` looks at every row before it leaves.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from outcomes.disclosure.catalogue import AGES, MAN, TOTAL, WOMAN, Shape, Table, X
from outcomes.disclosure.percentages import share
from outcomes.disclosure.release import Row
from outcomes.disclosure.rhythm import Rhythm
from outcomes.disclosure.rounding import STEP
from outcomes.disclosure.steps import MATCHED
from outcomes.disclosure.thresholds import SMALLEST, SMALLEST_BROKEN_DOWN

UNMATCHED, PROPOSED, PASSED_BY, LONG = "unmatched", "proposed", "passed_by", "lang"
WEEKS = (4, 8, 13, 26)
MENTORS, PEOPLE = "mentoren", "mensen"

_GROUPS = (MATCHED, UNMATCHED, TOTAL)
BY_GENDER = Table("matched-gender", (WOMAN, MAN, X), _GROUPS, Rhythm.YEARLY, Shape.PARTS)
BY_AGE = Table("matched-age", AGES, _GROUPS, Rhythm.YEARLY, Shape.PARTS)
EXPOSURE = Table("exposure", (MENTORS,), (PROPOSED, PASSED_BY, TOTAL), Rhythm.YEARLY, Shape.PARTS)
WAITING = Table(
    "waiting", (PEOPLE,), (TOTAL, *map(str, reversed(WEEKS)), LONG), Rhythm.YEARLY, side=(LONG,)
)  # within so many weeks, or fewer; LONG: more than the last of them, and no proposal before

UNDER_HALF, ABOUT_HALF, MOST = "onder", "half", "meeste"
FEWEST_PROGRAMMES = 3
NINE_OF_TEN = 90
TURN_MONTH = 5


def turn_of(year: int) -> date:
    """The day up to which the sheet of a year counts: who began last had four months to find a mentor."""
    return date(year + 1, TURN_MONTH, 1)


def latest_year(day: date) -> int:
    """The last calendar year whose sheet has had its turn."""
    return day.year - 1 if day >= turn_of(day.year - 1) else day.year - 2


def are_several(where: Iterable[tuple[int, int]]) -> bool:
    """Whether these (programme, person) are people of several programmes, so that no figure is about one of them."""
    people: dict[int, set[int]] = defaultdict(set)
    for programme, person in where:
        people[programme].add(person)
    return sum(len(one) >= SMALLEST for one in people.values()) >= FEWEST_PROGRAMMES


def exposure_band(cells: Mapping[str, int | None]) -> str:
    """Which part of the mentors with room had a proposal; "" where that is not said."""
    part = share(cells[PROPOSED], cells[TOTAL])
    if part is None:
        return ""
    return UNDER_HALF if part.percent < 40 else MOST if part.percent > 60 else ABOUT_HALF


def waiting_band(cells: Mapping[str, int | None]) -> str:
    """The number of weeks within which nine of ten had a proposal; LONG when none is, "" where that is not said."""
    if share(cells[TOTAL], cells[TOTAL]) is None:
        return ""
    for weeks in map(str, WEEKS):
        part = share(cells[weeks], cells[TOTAL])
        if part and part.percent >= NINE_OF_TEN:
            return weeks
    return LONG


def doubted(rows: Iterable[Row], *, off: int = STEP - 1) -> list[str]:
    """The rows of which matched, unmatched or total would lie in an interval of two wide or less; `off`: how far a
    shown count can be from the true one. Empty: the sheet may leave."""
    return [row.key for row in rows if any(high - low <= 2 for low, high in _intervals(row, off))]


def _intervals(row: Row, off: int) -> list[tuple[float, float]]:
    """What a reader can work out of total, matched and unmatched, with total = matched + unmatched."""
    total, matched = row.cells[TOTAL], row.cells[MATCHED]
    if total is None:
        return []
    least = SMALLEST if matched is None else SMALLEST_BROKEN_DOWN
    whole = max(least, total - off), total + off
    if matched is None:  # one of the two is under ten, and nothing tells which
        return [whole, (0, whole[1]), (0, whole[1])]
    part = max(SMALLEST, matched - off), min(matched + off, whole[1] - SMALLEST)
    rest = max(SMALLEST, whole[0] - part[1]), whole[1] - part[0]
    return [whole, part, rest]
