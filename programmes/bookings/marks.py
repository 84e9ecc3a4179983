"""When marks for a training may be told, and how: never of fewer than ten people, and never to the decimal."""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 10


@dataclass(frozen=True)
class Told:
    """`mark` in whole numbers; `at_least` people gave one, rounded down to tens."""

    mark: int
    at_least: int


def told(marks: Sequence[int]) -> Told | None:
    """None until there are enough. The tens only grow, and the mark moves with ten more at once.

    Told is what the first 10, 20, 30 … said, not the last one: else a new mark could be read from the difference.
    """
    enough = len(marks) - len(marks) % FEWEST
    if not enough:
        return None
    counted = marks[:enough]
    return Told(mark=(2 * sum(counted) + enough) // (2 * enough), at_least=enough)
