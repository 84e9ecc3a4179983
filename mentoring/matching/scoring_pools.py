"""All allowed pairs of a pool with their scores; the same as `score_pair` on each, a test holds the two together.

Work grows with the pairs that may be allowed, not with all: mentees are taken in groups of one office, province and
ways of meeting. What those three are worth is one number for each mentor, and each group only looks at the mentors that
its limits leave.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mentoring.matching.pairs import Array, Pairs, index_type
from mentoring.matching.pools import REMOTE_BITS, WAY_BITS, Pool
from mentoring.matching.scoring import points_for
from mentoring.matching.weights import Weights

CELLS = 1 << 18  # of a block of mentees × mentors: what is worked on stays in the processor's cache
BY_PAIR = ("topics", "help", "language", "availability")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Mentees of one group, the mentors it looks at, and what office, province and ways are worth with each."""

    rows: Array
    mentors: Array
    points: Array


def pairs_of(pool: Pool, weights: Weights) -> Pairs:
    tables = {code: _table(pool, weights, code) for code in BY_PAIR}
    counts = np.zeros(len(pool.mentees), np.int64)
    parts: list[tuple[Array, Array, Array]] = []
    for block in _blocks(pool, weights):
        row, column = np.nonzero(_allowed(pool, weights, block))
        mentee, mentor = block.rows[row], block.mentors[column]
        points = block.points[column]
        for code in BY_PAIR:
            offset, table = tables[code]
            points += table[offset[mentee] + _found(pool, code, mentee, mentor)]
        counts[block.rows] = np.bincount(row, minlength=len(block.rows))
        parts.append((block.rows, mentor.astype(index_type(len(pool.mentors))), points.astype(np.uint16)))
    return _in_order(counts, parts, pool)


def _blocks(pool: Pool, weights: Weights) -> Iterator[Block]:
    side = pool.mentees
    columns = (side.province, side.ways, pool.asked["office"], *side.sets["office"])
    key = np.column_stack([column.astype(np.uint64) for column in columns])
    _, first, group = np.unique(key, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(group.reshape(-1), kind="stable")
    ends = np.cumsum(np.bincount(group.reshape(-1), minlength=len(first)))
    for number, end in enumerate(ends):
        rows = order[ends[number - 1] if number else 0 : end]
        mentors, points = _seen_by(pool, weights, int(first[number]))
        step = max(1, CELLS // max(1, len(mentors)))
        for low in range(0, len(rows), step):
            yield Block(rows[low : low + step], mentors, points)


def _seen_by(pool: Pool, weights: Weights, one: int) -> tuple[Array, Array]:
    """The mentors that a mentee's office, province and ways leave, and the points those three give with each."""
    mentee, mentors = pool.mentees, pool.mentors
    province = mentee.province[one]
    known = (mentors.province > 0) & bool(province)
    same = mentors.province == province
    ways = mentors.ways & mentee.ways[one]
    if weights.live_within == "province":
        ways = np.where(known & ~same, ways & REMOTE_BITS, ways)
    office = sum(
        np.bitwise_count(theirs & ours[one])
        for theirs, ours in zip(mentors.sets["office"], mentee.sets["office"], strict=True)
    )
    points = np.where(known, same * weights.most["province"], weights.most["province"] // 2)
    points = points + _lookup(weights, "office", int(pool.asked["office"][one]), 1)[office]
    points += _lookup(weights, "way", int(pool.asked["way"][one]), len(WAY_BITS))[np.bitwise_count(ways)]
    seen = ways > 0
    if "office" in weights.limits and pool.asked["office"][one]:
        seen &= office > 0
    mentors_seen = np.flatnonzero(seen)
    return mentors_seen, points[mentors_seen].astype(np.int16)


def _allowed(pool: Pool, weights: Weights, block: Block) -> Array:
    """bool[rows, mentors]: the limits that are a matter of each pair."""
    allowed = _shares(pool, "availability", block) & _shares(pool, "language", block)
    if "help" in weights.limits:
        allowed &= _shares(pool, "help", block) | (pool.asked["help"][block.rows, None] == 0)
    return allowed


def _shares(pool: Pool, code: str, block: Block) -> Array:
    words = zip(pool.mentees.sets[code], pool.mentors.sets[code], strict=True)
    first, *others = [(ours[block.rows, None] & theirs[block.mentors]) != 0 for ours, theirs in words]
    for other in others:
        first |= other
    return first


def _found(pool: Pool, code: str, mentee: Array, mentor: Array) -> Array:
    """How many things in common each of these pairs has."""
    words = zip(pool.mentees.sets[code], pool.mentors.sets[code], strict=True)
    first, *others = [np.bitwise_count(ours[mentee] & theirs[mentor]) for ours, theirs in words]
    for other in others:
        first = first + other.astype(np.uint16)
    return first


def _table(pool: Pool, weights: Weights, code: str) -> tuple[Array, Array]:
    """Points by (how many asked, how many found) in one row, and where the row of each mentee begins."""
    width = sum(8 * word.itemsize for word in pool.mentees.sets[code])
    need = np.minimum(pool.asked[code], weights.full[code]).astype(np.int32)
    table = [_lookup(weights, code, asked, width) for asked in range(int(need.max(initial=0)) + 1)]
    return need * (width + 1), np.concatenate(table)


def _lookup(weights: Weights, code: str, asked: int, width: int) -> Array:
    full, most = weights.full[code], weights.most[code]
    return np.array([points_for(asked, found, full, most) for found in range(width + 1)], np.int16)


def _in_order(counts: Array, parts: list[tuple[Array, Array, Array]], pool: Pool) -> Pairs:
    """The blocks' pairs put in the order of the mentees; the blocks are let go one by one."""
    start = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=start[1:])
    mentors = np.empty(start[-1], index_type(len(pool.mentors)))
    scores = np.empty(start[-1], np.uint16)
    while parts:
        rows, mentor, score = parts.pop()
        size = counts[rows]
        to = np.repeat(start[rows] - (np.cumsum(size) - size), size) + np.arange(len(mentor))
        mentors[to], scores[to] = mentor, score
    return Pairs(start, mentors, scores, pool.capacity)
