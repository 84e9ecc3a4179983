"""The smallest prices of an optimal flow on the pairs it saw, and the pairs left out that could still better it."""

import numpy as np

from mentoring.matching.certificate import bound
from mentoring.matching.flow import NotProved
from mentoring.matching.pairs import Array, Pairs


def smallest_prices(
    row: Array, mentor: Array, gain: Array, matched: Array, mentees: int, capacity: Array
) -> tuple[Array, Array]:
    """(u, v) on the kept pairs, of which `matched` are in the flow; gains are match_price + score.

    They settle after at most one sweep per mentor: prices travel along chains of mentors without a turn. When they do
    not, or do not add up, the flow was no optimum.
    """
    found = prices_within(len(capacity) + 2, row, mentor, gain, matched, mentees, capacity)
    if found is None:
        raise NotProved("the prices do not settle to what the flow gains")
    return found


def prices_within(
    sweeps: int, row: Array, mentor: Array, gain: Array, matched: Array, mentees: int, capacity: Array
) -> tuple[Array, Array] | None:
    """As `smallest_prices`; None when so many sweeps do not show that the matching is the best of these pairs.

    v starts at nothing. A matched mentee asks her gain minus the price of her mentor, others ask nothing; a mentor's
    price rises to whatever a kept pair would gain above that. It never passes a price that proves the matching, so
    where nothing is left for a mentee there is none.
    """
    v = np.zeros(len(capacity), np.int64)
    u = np.zeros(mentees, np.int64)
    held, by, base = row[matched], mentor[matched], gain[matched]
    order = np.argsort(mentor, kind="stable")
    row, gain = row[order], gain[order]
    counts = np.bincount(mentor, minlength=len(capacity))
    asked = np.flatnonzero(counts)
    first = (np.cumsum(counts) - counts)[asked]
    for _sweep in range(sweeps):
        u[held] = base - v[by]
        wanted = np.maximum.reduceat(gain - u[row], first) if len(asked) else v[asked]
        if u.min(initial=0) < 0:
            break
        if (wanted <= v[asked]).all():
            return (u, v) if bound(capacity, u, v) == int(base.sum()) else None
        v[asked] = np.maximum(v[asked], wanted)
    return None


def left_out(pairs: Pairs, kept: Array, u: Array, v: Array, match_price: int, slack: int, most: int) -> Array:
    """Pairs to keep as well: none when no pair that is not kept beats the prices, which proves the matching.

    Otherwise those that beat them and those that nearly do (within `slack`), at most `most` of each mentee: chasing
    single pairs would cost rounds.
    """
    near: list[Array] = []
    beaten = False
    for low, high in pairs.chunks():
        span = slice(int(pairs.start[low]), int(pairs.start[high]))
        over = pairs.score[span].astype(np.int64) - v[pairs.mentor[span]]
        over -= np.repeat(u[low:high] - match_price, np.diff(pairs.start[low : high + 1]))
        over[kept[span]] = -slack - 1
        found = np.flatnonzero(over > -slack)
        beaten = beaten or bool((over[found] > 0).any())
        near.append(_best_of_each(pairs.row_of(found + span.start), over[found], found + span.start, most))
    return np.concatenate(near) if beaten else np.zeros(0, np.int64)


def _best_of_each(row: Array, value: Array, pair: Array, most: int) -> Array:
    """Of each row at most `most` pairs, the highest values first."""
    order = np.lexsort((-value, row))
    row, pair = row[order], pair[order]
    first = np.searchsorted(row, row, side="left")
    return pair[np.arange(len(row)) - first < most]
