"""The worst-off raised: of all ways to match as many, the one whose lowest score is highest, then the highest total.

Three sums in strict order, each with its own proof over all pairs:

number   A cover of all pairs: people who together touch every pair, and have as many places as there are matches.
lowest   A cover of the pairs that score *more* than the lowest, with too few places for as many matches.
total    Prices (see `certificate`) on the pairs that score at least the lowest; the others do not take part.

The cover of the number says at once how far the lowest can rise at most (`limit_of`), and nearly always as many can be
matched with pairs of so much. Else it is found by halving: a largest flow says on a part of the pairs how many can be
matched, and the cover that comes with it whether a pair left out could change the answer.
"""

from dataclasses import dataclass, replace

import numpy as np
from ortools.graph.python import max_flow

from mentoring.matching.assigning import ADD, assign, best_of_each
from mentoring.matching.certificate import Assignment, check
from mentoring.matching.covers import Cover, cover_of, limit_of, uncovered
from mentoring.matching.flow import NotProved
from mentoring.matching.pairs import Array, Pairs

KEEP = 24  # pairs of each mentee that the first question is asked about


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """`assignment` is about the pairs of at least `lowest`, its `chosen` are indexes into all pairs."""

    assignment: Assignment
    lowest: int
    number: Cover
    above: Cover
    worst_before: int
    total_before: int


def raise_worst(pairs: Pairs, plain: Assignment, *, whole_below: int | None = None, keep: int = KEEP) -> Raised | None:
    """From the best total to the best lowest score, checked; None when nobody is matched. Raises NotProved."""
    if not len(plain.chosen):
        return None
    number, worst = cover_of(plain), int(pairs.score[plain.chosen].min())
    lowest, above = limit_of(pairs, plain, number)
    best = _of_at_least(lowest, pairs, plain, whole_below)
    if len(best.chosen) < len(plain.chosen):
        lowest, above = _highest_lowest(pairs, plain, lowest, keep)
        best = _of_at_least(lowest, pairs, plain, whole_below)
    found = Raised(best, lowest, number, above, worst, plain.total)
    check_raised(pairs, found)
    return found


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
    check(pairs.only(allowed), _forth(found.assignment, np.flatnonzero(allowed)))


def _of_at_least(lowest: int, pairs: Pairs, plain: Assignment, whole_below: int | None) -> Assignment:
    """The best matching of the pairs that score so much, from the prices of the best of all."""
    if lowest <= pairs.score[plain.chosen].min():
        return plain
    allowed = pairs.score >= lowest
    return _back(assign(pairs.only(allowed), warm=plain.v, whole_below=whole_below), np.flatnonzero(allowed))


def _highest_lowest(pairs: Pairs, plain: Assignment, limit: int, keep: int) -> tuple[int, Cover]:
    """The highest score that as many matches can all have, below a limit that they cannot; and why not more."""
    number, worst = len(plain.chosen), pairs.score[plain.chosen].min()
    kept = best_of_each(pairs, keep, plain.v)
    kept[plain.chosen] = True
    scores = np.flatnonzero(np.bincount(pairs.score))
    scores = scores[(scores >= worst) & (scores <= limit)]
    good, bad = 0, len(scores) - 1
    above = _cover_if_fewer(pairs, kept, limit, number)
    if above is None:
        raise NotProved("as many can have the lowest score that fewer were found for")
    while bad - good > 1:
        middle = (good + bad) // 2
        cover = _cover_if_fewer(pairs, kept, int(scores[middle]), number)
        if cover is None:
            good = middle
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
    return replace(found, chosen=pair[found.chosen])


def _forth(found: Assignment, pair: Array) -> Assignment:
    return replace(found, chosen=np.searchsorted(pair, found.chosen))
