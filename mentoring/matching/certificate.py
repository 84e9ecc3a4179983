"""The proof that a matching cannot be bettered, and its check in one pass without a solver.

Every match gains `match_price` plus its score. Prices u >= 0 for each mentee and v >= 0 for each *place* of a mentor
that cover the gain of every allowed pair (u_i + v_j >= match_price + score_ij) bound every matching: none gains more
than the sum of u and of capacity times v. A matching that reaches the bound is the best one.

That its *number* is the largest is proved by a cover: with t half the match_price, the mentors with v >= t and the
mentees with u > match_price - t touch every pair, so nobody can match more than these have places.
"""

from dataclasses import dataclass

import numpy as np

from mentoring.matching.flow import NotProved
from mentoring.matching.pairs import Array, Pairs


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """The matched pairs (indexes into Pairs) and the prices that prove them."""

    chosen: Array  # int64[n], rising
    u: Array  # int64[N]
    v: Array  # int64[M]
    match_price: int
    total: int
    solves: int  # how often the solver was asked


def cover(capacity: Array, u: Array, v: Array, match_price: int) -> int:
    """No matching is larger than this."""
    half = match_price // 2
    return int(capacity[v >= half].sum() + (u > match_price - half).sum())


def bound(capacity: Array, u: Array, v: Array) -> int:
    """No matching gains more than this."""
    return int(u.sum() + (capacity * v).sum())


def check(pairs: Pairs, found: Assignment) -> None:
    """NotProved, naming what fails, unless the certificate holds over all pairs."""
    chosen, u, v = found.chosen, found.u, found.v
    if len(u) != pairs.mentees or len(v) != len(pairs.capacity):
        raise NotProved("the prices belong to another pool")
    if len(chosen) and not 0 <= chosen.min() <= chosen.max() < len(pairs):
        raise NotProved("a matched pair is not allowed")
    if len(np.unique(pairs.row_of(chosen))) != len(chosen):
        raise NotProved("a mentee is matched twice")
    if (np.bincount(pairs.mentor[chosen], minlength=len(v)) > pairs.capacity).any():
        raise NotProved("a mentor is over capacity")
    if u.min(initial=0) < 0 or v.min(initial=0) < 0:
        raise NotProved("a price is negative")
    for low, high in pairs.chunks():
        span = slice(pairs.start[low], pairs.start[high])
        spare = np.repeat(u[low:high], np.diff(pairs.start[low : high + 1])) + v[pairs.mentor[span]]
        if (spare < pairs.score[span].astype(np.int64) + found.match_price).any():
            raise NotProved("a pair beats the prices")
    if int(pairs.score[chosen].sum(dtype=np.int64)) != found.total:
        raise NotProved("the total is not that of the matched pairs")
    if bound(pairs.capacity, u, v) != found.match_price * len(chosen) + found.total:
        raise NotProved("the bound is not reached")
    if cover(pairs.capacity, u, v, found.match_price) != len(chosen):
        raise NotProved("the number is not proved largest")
