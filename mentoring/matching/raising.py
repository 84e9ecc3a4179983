"""The worst-off raised: of all ways to match as many, the one whose lowest score is highest, then the highest total.

Three sums in strict order, each with its own proof over all pairs:

number   A cover of all pairs: people who together touch every pair, and have as many places as there are matches.
lowest   A cover of the pairs that score *more* than the lowest, with too few places for as many matches.
total    Prices (see `certificate`) on the pairs that score at least the lowest; the others do not take part.

The lowest score is found by halving: can as many be matched with pairs of at least so much? A largest flow answers
that on a part of the pairs; the cover that comes with it says whether a pair left out could change the answer.
"""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python import max_flow

from mentoring.matching.assigning import ADD, WHOLE_BELOW, assign, best_of_each
from mentoring.matching.certificate import Assignment, check
from mentoring.matching.flow import NotProved
from mentoring.matching.pairs import Array, Pairs

KEEP = 24  # pairs of each mentee that the first question is asked about


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Marks people so that each pair has one of them: no matching is larger than the places they have."""

    mentees: Array  # bool[N]
    mentors: Array  # bool[M]

    def places(self, capacity: Array) -> int:
        return int(self.mentees.sum() + capacity[self.mentors].sum())


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """`assignment` is about the pairs of at least `lowest`, its `chosen` are indexes into all pairs."""

    assignment: Assignment
    lowest: int
    number: Cover
    above: Cover
    worst_before: int
    total_before: int


def raise_worst(pairs: Pairs, plain: Assignment, *, whole_below: int = WHOLE_BELOW, keep: int = KEEP) -> Raised | None:
    """From the best total to the best lowest score, checked; None when nobody is matched. Raises NotProved."""
    if not len(plain.chosen):
        return None
    matched = pairs.score[plain.chosen]
    worst = int(matched.min())
    lowest, above = _highest_lowest(pairs, plain, worst, keep)
    allowed = pairs.score >= lowest
    if lowest > worst:
        best = _back(assign(pairs.only(allowed), warm=plain.v, whole_below=whole_below), np.flatnonzero(allowed))
    else:
        best = plain
    found = Raised(best, lowest, cover_of(plain), above, worst, plain.total)
    check_raised(pairs, found)
    return found


def cover_of(found: Assignment) -> Cover:
    half = found.match_price // 2
    return Cover(found.u > found.match_price - half, found.v >= half)


def check_raised(pairs: Pairs, found: Raised) -> None:
    """NotProved, naming what fails, unless all three proofs hold over all pairs."""
    chosen = found.assignment.chosen
    if len(chosen) and not 0 <= chosen.min() <= chosen.max() < len(pairs):
        raise NotProved("a matched pair is not allowed")
    if not len(chosen) or pairs.score[chosen].min() != found.lowest:
        raise NotProved("the lowest score is another")
    for cover in (found.number, found.above):
        if len(cover.mentees) != pairs.mentees or len(cover.mentors) != len(pairs.capacity):
            raise NotProved("a cover belongs to another pool")
    if found.number.places(pairs.capacity) != len(chosen) or len(uncovered(pairs, found.number, 0)):
        raise NotProved("the number is not proved largest")
    if found.above.places(pairs.capacity) >= len(chosen) or len(uncovered(pairs, found.above, found.lowest + 1)):
        raise NotProved("the lowest score is not proved highest")
    allowed = pairs.score >= found.lowest
    check(pairs.only(allowed), _forth(found.assignment, allowed))


def uncovered(pairs: Pairs, cover: Cover, lowest: int) -> Array:
    """Pairs that score at least `lowest` and touch nobody of the cover."""
    found: list[Array] = []
    for low, high in pairs.chunks():
        span = slice(int(pairs.start[low]), int(pairs.start[high]))
        touched = np.repeat(cover.mentees[low:high], np.diff(pairs.start[low : high + 1]))
        touched |= cover.mentors[pairs.mentor[span]]
        touched |= pairs.score[span] < lowest
        found.append(np.flatnonzero(~touched) + span.start)
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _highest_lowest(pairs: Pairs, plain: Assignment, worst: int, keep: int) -> tuple[int, Cover]:
    """The highest score that as many matches can all have, and the cover that says why not more."""
    scores = np.flatnonzero(np.bincount(pairs.score))
    scores = scores[scores >= worst]
    kept = best_of_each(pairs, keep, plain.v)
    kept[plain.chosen] = True
    good, bad = 0, len(scores)  # the first can be had, the last cannot
    above = Cover(np.zeros(pairs.mentees, bool), np.zeros(len(pairs.capacity), bool))
    step = 1
    while bad - good > 1:
        middle = min(good + step, (good + bad) // 2)
        cover = _cover_if_fewer(pairs, kept, int(scores[middle]), len(plain.chosen))
        if cover is None:
            good, step = middle, step * 4
        else:
            bad, above = middle, cover
    return int(scores[good]), above


def _cover_if_fewer(pairs: Pairs, kept: Array, lowest: int, number: int) -> Cover | None:
    """None when pairs of at least `lowest` can make `number` matches. What had to be looked at is added to `kept`."""
    while True:
        pair = np.flatnonzero(kept & (pairs.score >= lowest))
        found, cover = _largest(pairs.row_of(pair), pairs.mentor[pair], pairs)
        if found >= number:
            return None
        more = uncovered(pairs, cover, lowest)
        if not len(more):
            return cover
        row = pairs.row_of(more)
        kept[more[np.arange(len(row)) - np.searchsorted(row, row, side="left") < ADD]] = True


def _largest(row: Array, mentor: Array, pairs: Pairs) -> tuple[int, Cover]:
    """The most matches that these pairs can make, and a cover of them with so many places."""
    mentees, mentors = pairs.mentees, len(pairs.capacity)
    source, sink = mentees + mentors, mentees + mentors + 1
    network = max_flow.SimpleMaxFlow()
    add = network.add_arcs_with_capacity
    add(np.full(mentees, source), np.arange(mentees), np.ones(mentees, np.int64))
    add(row, mentor.astype(np.int64) + mentees, np.ones(len(row), np.int64))
    add(np.arange(mentors) + mentees, np.full(mentors, sink), pairs.capacity)
    if network.solve(source, sink) != network.OPTIMAL:
        raise NotProved("the largest flow was not found")
    reached = np.zeros(mentees + mentors + 2, bool)
    reached[network.get_source_side_min_cut()] = True
    return network.optimal_flow(), Cover(~reached[:mentees], reached[mentees : mentees + mentors])


def _back(found: Assignment, pair: Array) -> Assignment:
    """From indexes into some pairs to indexes into all."""
    return Assignment(pair[found.chosen], found.u, found.v, found.match_price, found.total, found.solves)


def _forth(found: Assignment, allowed: Array) -> Assignment:
    place = np.cumsum(allowed) - 1
    return _back(found, place)
