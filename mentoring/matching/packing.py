"""A pool scored once for any weights: of each pair is kept what is asked and found, not yet what that is worth.

Weights change what a reason counts, never what two people have in common. So each pair has one number that stands for
all its reasons, and other weights are one table: as long as there are combinations, not as there are pairs.
"""

from dataclasses import dataclass

import numpy as np

from mentoring.matching.pairs import Array, Pairs
from mentoring.matching.pools import Pool
from mentoring.matching.scoring_pools import Values, gather_worth, points_of
from mentoring.matching.weights import CODES, Weights


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The allowed pairs of a pool; good for all weights with the same limits and the same `full`."""

    start: Array
    mentor: Array
    found: Array  # uint32[E]
    capacity: Array
    like: Weights

    def fits(self, weights: Weights) -> bool:
        ours = self.like
        return (ours.limits, ours.live_within, ours.full) == (weights.limits, weights.live_within, weights.full)

    def scored(self, weights: Weights) -> Pairs:
        """The same as `pairs_of`; ValueError when the weights allow other pairs."""
        if not self.fits(weights):
            raise ValueError("these weights allow other pairs")
        return Pairs(self.start, self.mentor, _table(points_of(weights))[self.found], self.capacity)


def pack(pool: Pool, weights: Weights) -> Packed:
    start, mentor, found = gather_worth(pool, weights, _numbers(points_of(weights)), np.uint32)
    return Packed(start, mentor, found, pool.capacity, weights)


def _numbers(points: Values) -> Values:
    """Each way to ask and find gets a number of its own within its reason; sums of them stand for combinations."""
    numbers: dict[str, list[list[int]]] = {}
    unit = 1
    for code in CODES:
        numbers[code], next_one = [], 0
        for row in points[code]:
            numbers[code].append([unit * (next_one + place) for place in range(len(row))])
            next_one += len(row)
        unit *= next_one
    return numbers


def _table(points: Values) -> Array:
    """The score of each combination, in the order of `_numbers`."""
    table = np.zeros(1, np.uint16)
    for code in CODES:
        own = np.array([value for row in points[code] for value in row], np.uint16)
        table = (own[:, None] + table).ravel()
    return table
