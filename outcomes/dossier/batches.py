"""When answers may be shown: closed waves are put together, in order, until a batch holds ten; pure.

A batch is shown as a whole or not at all, and never changes. Of two pages that were read at different moments the
difference is a whole batch again: nobody finds the answers of a wave that was too small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

FEWEST = 10


@dataclass(frozen=True)
class Closed:
    """How often each option was chosen in a wave that is over."""

    day: date
    counts: tuple[int, ...]


def batches(waves: Sequence[Closed], fewest: int = FEWEST) -> list[Closed]:
    """The batches in order, each with the last day of its last wave. What is left over waits.

    >>> day = date(2026, 3, 1)
    >>> batches([Closed(day, (4, 3)), Closed(day, (2, 1)), Closed(day, (9, 0))])
    [Closed(day=datetime.date(2026, 3, 1), counts=(6, 4))]
    """
    found: list[Closed] = []
    held: tuple[int, ...] = ()
    for wave in sorted(waves, key=lambda one: one.day):
        held = tuple(map(sum, zip(held, wave.counts, strict=True))) if held else wave.counts
        if sum(held) >= fewest:
            found.append(Closed(wave.day, held))
            held = ()
    return found


def shown(waves: Sequence[Closed], first: date, last: date) -> tuple[int, ...] | None:
    """The batches that were complete in this period, added up; None when there is none."""
    inside = [batch.counts for batch in batches(waves) if first <= batch.day <= last]
    return tuple(map(sum, zip(*inside, strict=True))) if inside else None
