"""A good guess of the mentors' prices before anything is solved: it tells which pairs are worth showing to the solver.

Only a guess: it decides how often the solver is asked, never what the matching is.
"""

import numpy as np

from mentoring.matching.pairs import Array, Pairs

ROUNDS = 8
NOT_AT_ALL = -(1 << 40)


def guess_prices(pairs: Pairs, kept: Array, match_price: int) -> Array:
    """Each mentor asks, a few times over, what clears her places if all others keep to their prices.

    To a mentee a mentor is worth the gain of the pair minus the best that she finds elsewhere. With three places, the
    price is what the fourth mentee would give; with fewer takers than places it is nothing.
    """
    pair = np.flatnonzero(kept)
    row, mentor = pairs.row_of(pair), pairs.mentor[pair].astype(np.int64)
    gain = pairs.score[pair].astype(np.int64) + match_price
    takers = np.bincount(mentor, minlength=len(pairs.capacity))
    wanted = np.flatnonzero(takers > pairs.capacity)
    price = np.zeros(len(pairs.capacity), np.int64)
    if not len(wanted):
        return price
    price[wanted] = int(gain.mean())
    marginal = (np.cumsum(takers) - takers + pairs.capacity)[wanted]
    counts = np.bincount(row)
    counts = counts[counts > 0]
    first = np.cumsum(counts) - counts
    group = np.repeat(np.arange(len(counts)), counts)
    for _round in range(ROUNDS):
        worth = gain - _best_elsewhere(gain - price[mentor], first, group)
        key = mentor << 32 | (1 << 31) - worth
        key.sort()  # by mentor, the highest worth first
        price[wanted] = np.maximum(0, (1 << 31) - (key[marginal] & 0xFFFFFFFF))
    return price


def _best_elsewhere(left: Array, first: Array, group: Array) -> Array:
    """For each pair the best that its mentee keeps with another mentor, or alone (0)."""
    best = np.maximum.reduceat(left, first)[group]
    is_best = left == best
    second = np.maximum.reduceat(np.where(is_best, NOT_AT_ALL, left), first)[group]
    return np.maximum(np.where(is_best, second, best), 0)
