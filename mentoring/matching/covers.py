"""Covers: people of whom each pair has at least one. No matching is larger than the places that they have."""

from dataclasses import dataclass

import numpy as np

from mentoring.matching.certificate import Assignment
from mentoring.matching.pairs import Array, Pairs


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Marks people so that each pair has one of them."""

    mentees: Array  # bool[N]
    mentors: Array  # bool[M]

    def places(self, capacity: Array) -> int:
        return int(self.mentees.sum() + capacity[self.mentors].sum())


def cover_of(found: Assignment) -> Cover:
    """Of all pairs, with as many places as were matched (see `certificate`)."""
    half = found.match_price // 2
    return Cover(found.u > found.match_price - half, found.v >= half)


def uncovered(pairs: Pairs, cover: Cover, lowest: int) -> Array:
    """Pairs that score at least `lowest` and touch nobody of the cover."""
    if cover.mentees.all() or cover.mentors.all():
        return np.zeros(0, np.int64)
    found: list[Array] = []
    for low, high in pairs.chunks():
        span = slice(int(pairs.start[low]), int(pairs.start[high]))
        touched = np.repeat(cover.mentees[low:high], np.diff(pairs.start[low : high + 1]))
        touched |= cover.mentors[pairs.mentor[span]]
        touched |= pairs.score[span] < lowest
        found.append(np.flatnonzero(~touched) + span.start)
    return np.concatenate(found)


def limit_of(pairs: Pairs, plain: Assignment, number: Cover) -> tuple[int, Cover]:
    """A score above which the lowest cannot rise, and a cover of the pairs above it that says so.

    As many matches take every place in the number's cover, each by a pair that touches nobody else of it. So who is in
    it with three places needs three such pairs, and the third best of hers is a limit. Above it she has fewer than
    three: without her and with those mentees the cover is smaller.
    """
    row, mentor, score = pairs.row_of(plain.chosen), pairs.mentor[plain.chosen], pairs.score[plain.chosen]
    poorest = np.full(pairs.mentees + len(pairs.capacity), np.iinfo(score.dtype).max)
    np.minimum.at(poorest, np.where(number.mentees[row], row, pairs.mentees + mentor.astype(np.int64)), score)
    limit, _who = _least_needed(pairs, number, poorest == score.min())
    limit, who = _least_needed(pairs, number, poorest <= limit)  # all others have better pairs than that
    mentees, mentors = number.mentees.copy(), number.mentors.copy()
    if who < pairs.mentees:
        mentees[who] = False
    else:
        mentors[who - pairs.mentees] = False
    mentees[pairs.row_of(uncovered(pairs, Cover(mentees, mentors), limit + 1))] = True
    return limit, Cover(mentees, mentors)


def _least_needed(pairs: Pairs, number: Cover, asked: Array) -> tuple[int, int]:
    """The lowest score that one of these people of the cover needs to fill her places, and who that is.

    Mentors are counted on after the mentees.
    """
    mentees, mentors = np.split(asked, [pairs.mentees])
    of_mentees = uncovered(pairs, Cover(~mentees, number.mentors), 0)
    of_mentors = uncovered(pairs, Cover(number.mentees, ~mentors), 0)
    who = np.append(pairs.row_of(of_mentees), pairs.mentees + pairs.mentor[of_mentors].astype(np.int64))
    score = pairs.score[np.append(of_mentees, of_mentors)].astype(np.int64)
    order = np.lexsort((-score, who))
    people = np.flatnonzero(asked)
    places = np.append(np.ones(pairs.mentees, np.int64), pairs.capacity)[people]
    needed = score[order[np.searchsorted(who[order], people) + places - 1]]
    return int(needed.min()), int(people[needed.argmin()])
