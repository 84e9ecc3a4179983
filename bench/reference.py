"""What the matching is compared with: every mentee with every mentor, and all allowed pairs in one min-cost flow.

Written apart from the engine: it shares the columns of a pool and nothing else.
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from mentoring.matching import Weights
from mentoring.matching.pairs import Array
from mentoring.matching.pools import WAY_BITS, Pool

ROWS = 512
IN_PERSON = WAY_BITS["live"] | WAY_BITS["step_free"]


def score_all(pool: Pool, weights: Weights) -> tuple[Array, Array, Array]:
    """(mentee, mentor, score) of every allowed pair, in blocks of rows over all mentors."""
    blocks = [_score_rows(pool, weights, low) for low in range(0, len(pool.mentees), ROWS)]
    mentee, mentor, score = (np.concatenate(part) for part in zip(*blocks, strict=True))
    return mentee, mentor, score


def _score_rows(pool: Pool, weights: Weights, low: int) -> tuple[Array, Array, Array]:
    ours, theirs, rows = pool.mentees, pool.mentors, slice(low, low + ROWS)
    same = ours.province[rows, None] == theirs.province
    ways = ours.ways[rows, None] & theirs.ways
    allowed = (same & (ways > 0)) | (ways & ~np.uint8(IN_PERSON) > 0)
    for code in ("office", "availability", "language", "help"):
        allowed &= (ours.sets[code][0][rows, None] & theirs.sets[code][0]) > 0
    row, mentor = np.nonzero(allowed)
    mentee = row + low
    ways = np.where(same[row, mentor], ways[row, mentor], ways[row, mentor] & ~np.uint8(IN_PERSON))
    found = {
        code: np.bitwise_count(ours.sets[code][0][mentee] & theirs.sets[code][0][mentor])
        for code in ("topics", "help", "office", "language", "availability")
    }
    score = weights.most["province"] * same[row, mentor]
    for code, count in {**found, "way": np.bitwise_count(ways)}.items():
        need = np.minimum(pool.asked[code][mentee], weights.full[code]).astype(np.int64)
        score = score + weights.most[code] * np.minimum(count, need) // need
    return mentee, mentor, score


def solve_all(pool: Pool, pairs: tuple[Array, Array, Array]) -> tuple[int, int]:
    """(number, total): a price per match that is higher than all scores together puts the number first."""
    mentee, mentor, score = pairs
    mentees, mentors = len(pool.mentees), len(pool.mentors)
    sink, unmatched = mentees + mentors, 1000 + int(score.max(initial=0)) * mentees
    network = min_cost_flow.SimpleMinCostFlow()
    add = network.add_arcs_with_capacity_and_unit_cost
    add(mentee, mentor + mentees, np.ones(len(mentee), np.int64), -score)
    add(np.arange(mentees), np.full(mentees, sink), np.ones(mentees, np.int64), np.full(mentees, unmatched))
    add(np.arange(mentors) + mentees, np.full(mentors, sink), pool.capacity, np.zeros(mentors, np.int64))
    network.set_nodes_supplies(np.append(np.arange(mentees), sink), np.append(np.ones(mentees, np.int64), -mentees))
    if network.solve() != network.OPTIMAL:
        raise RuntimeError("the reference found no optimum")
    used = network.flows(np.arange(len(mentee))) > 0
    return int(used.sum()), int(score[used].sum())
