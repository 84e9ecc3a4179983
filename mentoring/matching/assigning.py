"""From allowed pairs to the proved best matching: most matched first, then the highest total.

Small pools go to the solver whole. Of large ones it sees the best pairs of each mentee; prices then find the left-out
pairs that could better it, until there are none: see `certificate` for why that is a proof over all pairs.
"""

import numpy as np

from mentoring.matching.certificate import Assignment, check, cover
from mentoring.matching.flow import NotProved, flow
from mentoring.matching.guessing import guess_prices
from mentoring.matching.pairs import Array, Pairs
from mentoring.matching.pricing import left_out, prices_within, smallest_prices

WHOLE_BELOW = 300_000  # pairs; up to here keeping some costs more than it saves
WHOLE_BELOW_WARM = 20_000  # and with prices of a like pool up to here
KEEP, ADD = 14, 24  # pairs of each mentee
KEEP_WARM = 12  # prices of a like pool tell better than guessed ones
GUESS_FROM = 12  # and so many of them tell well enough what a place is worth
FAR = 1 << 20  # who costs so much is not among the best anyhow
TRIED_SWEEPS = 60  # they cost a quarter of a solve
SLACK = 10  # a pair within this part of the highest score is added too


def assign(
    pairs: Pairs,
    *,
    warm: Array | None = None,
    whole_below: int | None = None,
    keep: int | None = None,
    add: int = ADD,
) -> Assignment:
    """The best matching with its proof, which has been checked; NotProved when there is no proof.

    `warm` are the mentors' prices of an earlier, like pool: they tell which pairs are worth keeping.
    """
    keep = keep or (KEEP if warm is None else KEEP_WARM)
    if whole_below is None:
        whole_below = WHOLE_BELOW if warm is None else WHOLE_BELOW_WARM
    highest = int(pairs.score.max(initial=0))
    match_price = max(2, 2 * highest)
    enough = 20 * (pairs.mentees + 1) * (highest + 1)
    if len(pairs) < whole_below:
        kept = np.ones(len(pairs), bool)
    else:
        prices = guess_prices(pairs, best_of_each(pairs, min(keep, GUESS_FROM)), match_price) if warm is None else warm
        kept = best_of_each(pairs, keep, prices)
    solves = 0
    while True:
        found = _settle(pairs, kept, match_price, max(1, highest // SLACK), add)
        solves += found.solves
        if cover(pairs.capacity, found.u, found.v, match_price) == len(found.chosen):
            break
        if match_price > enough:
            raise NotProved("the number is not proved largest")
        match_price *= 10
    result = Assignment(found.chosen, found.u, found.v, match_price, found.total, solves)
    check(pairs, result)
    return result


def _settle(pairs: Pairs, kept: Array, match_price: int, slack: int, add: int) -> Assignment:
    """Solve, price, add what was left out (to `kept` itself), until nothing is.

    Where something is added, the matching often stays the best and only its prices were too low: they are tried before
    the solver is asked again.
    """
    chosen, solves = np.zeros(len(pairs), bool), 0
    while True:
        pair = np.flatnonzero(kept)
        row, mentor = pairs.row_of(pair).astype(np.int32), pairs.mentor[pair]
        score = pairs.score[pair].astype(np.int64)
        shown, of = (row, mentor, score + match_price), (pairs.mentees, pairs.capacity)
        prices = prices_within(TRIED_SWEEPS, *shown, chosen[pair], *of) if solves else None
        if prices is None:
            chosen[pair] = flow(row, mentor, score, *of, match_price)
            solves += 1
            prices = smallest_prices(*shown, chosen[pair], *of)
        u, v = prices
        more = left_out(pairs, kept, u, v, match_price, slack, add) if len(pair) < len(pairs) else pair[:0]
        if not len(more):
            matched = np.flatnonzero(chosen)
            return Assignment(matched, u, v, match_price, int(pairs.score[matched].sum(dtype=np.int64)), solves)
        kept[more] = True


def best_of_each(pairs: Pairs, keep: int, warm: Array | None = None) -> Array:
    """Marks the `keep` best pairs of each mentee; equals are thinned by a fixed hash of mentee and mentor.

    By lowest number instead, everyone would keep the same mentors.
    """
    kept = np.zeros(len(pairs), bool)
    rank = np.arange(keep)
    lot_of_mentor = np.arange(len(pairs.capacity), dtype=np.uint32) * np.uint32(2246822519)
    for low, high in pairs.chunks():
        first, last = int(pairs.start[low]), int(pairs.start[high])
        row, mentor = pairs.rows(low, high), pairs.mentor[first:last]
        worth = pairs.score[first:last].astype(np.int32)
        if warm is not None:
            worth -= np.minimum(warm, FAR).astype(np.int32)[mentor]
        behind = np.minimum(worth.max(initial=0) - worth, (1 << 12) - 1)
        lot = ((row.astype(np.uint32) * np.uint32(2654435761)) ^ lot_of_mentor[mentor]) >> np.uint32(20)
        key = (row - low).astype(np.int64) << 44 | (behind << 12 | lot.astype(np.int32)).astype(np.int64) << 20
        key |= np.arange(last - first)  # 16 + 12 + 12 + 20 bits
        key.sort()  # each row stays within its own span
        begin, size = pairs.start[low:high] - first, np.diff(pairs.start[low : high + 1])
        best = (begin[:, None] + rank)[rank < size[:, None]]
        kept[first + (key[best] & 0xFFFFF)] = True
    return kept
