"""All allowed pairs of a pool with their scores; the same as `score_pair` on each, a test holds the two together.

Work grows with the pairs that may be allowed, not with all: mentees are taken in groups of one office, province and
ways of meeting. What those three are worth is one number for each mentor, and each group only looks at the mentors that
its limits leave.

What a pair is worth goes in as `Values`: points, or numbers that stand for them until the weights are known; see
`packing`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentoring.matching.pairs import Array, Pairs, index_type
from mentoring.matching.pools import REMOTE_BITS, WAY_BITS, Pool
from mentoring.matching.scoring import points_for
from mentoring.matching.weights import CODES, Weights

Values = Mapping[
    str, Sequence[Sequence[int]]
]  # by reason: [how much is asked, at most `full`][how much of it is found]
CELLS = 1 << 18  # of a block of mentees × mentors: what is worked on stays in the processor's cache
BY_PAIR = ("topics", "help", "language", "availability")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Mentees of one group, the mentors it looks at, and what office, province and ways are worth with each."""

    rows: Array
    mentors: Array
    worth: Array


def pairs_of(pool: Pool, weights: Weights) -> Pairs:
    start, mentor, score = gather_worth(pool, weights, points_of(weights), np.uint16)
    return Pairs(start, mentor, score, pool.capacity)


def points_of(weights: Weights) -> Values:
    return {
        code: [
            [points_for(asked, found, weights.full[code], weights.most[code]) for found in range(asked + 1)]
            for asked in range(weights.full[code] + 1)
        ]
        for code in CODES
    }


def gather_worth(pool: Pool, weights: Weights, values: Values, kind: Any) -> tuple[Array, Array, Array]:
    """start, mentor and the sum of the values of each pair that the limits allow; of the weights it needs no more."""
    tables = {code: _table(pool, values, code) for code in BY_PAIR}
    counts = np.zeros(len(pool.mentees), np.int64)
    parts: list[tuple[Array, Array, Array]] = []
    for block in _blocks(pool, weights, values):
        allowed = _allowed(pool, weights, block)
        size = np.count_nonzero(allowed, axis=1)
        column = np.flatnonzero(allowed) - np.repeat(np.arange(len(size)) * len(block.mentors), size)
        mentor = block.mentors[column]
        worth = block.worth[column]
        for code in BY_PAIR:
            offset, table = tables[code]
            worth += table[np.repeat(offset[block.rows], size) + _found(pool, code, block.rows, size, mentor)]
        counts[block.rows] = size
        parts.append((block.rows, mentor.astype(index_type(len(pool.mentors))), worth.astype(kind)))
    return _in_order(counts, parts, index_type(len(pool.mentors)), kind)


def _blocks(pool: Pool, weights: Weights, values: Values) -> Iterator[Block]:
    side = pool.mentees
    columns = (side.province, side.ways, pool.asked["office"], *side.sets["office"])
    key = np.column_stack([column.astype(np.uint64) for column in columns])
    _, first, group = np.unique(key, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(group.reshape(-1), kind="stable")
    ends = np.cumsum(np.bincount(group.reshape(-1), minlength=len(first)))
    for number, end in enumerate(ends):
        rows = order[ends[number - 1] if number else 0 : end]
        mentors, worth = _seen_by(pool, weights, values, int(first[number]))
        step = max(1, CELLS // max(1, len(mentors)))
        for low in range(0, len(rows), step):
            yield Block(rows[low : low + step], mentors, worth)


def _seen_by(pool: Pool, weights: Weights, values: Values, one: int) -> tuple[Array, Array]:
    """The mentors that a mentee's office, province and ways leave, and what those three are worth with each."""
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
    worth = np.where(known, _lookup(values["province"], 1, 1)[same.astype(np.int8)], values["province"][0][0])
    worth = worth + _lookup(values["office"], int(pool.asked["office"][one]), 1)[office]
    worth += _lookup(values["way"], int(pool.asked["way"][one]), len(WAY_BITS))[np.bitwise_count(ways)]
    seen = ways > 0
    if "office" in weights.limits and pool.asked["office"][one]:
        seen &= office > 0
    mentors_seen = np.flatnonzero(seen)
    return mentors_seen, worth[mentors_seen]


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


def _found(pool: Pool, code: str, rows: Array, size: Array, mentor: Array) -> Array:
    """How many things in common each of these pairs has: of each row so many, one after the other."""
    words = zip(pool.mentees.sets[code], pool.mentors.sets[code], strict=True)
    first, *others = [np.bitwise_count(np.repeat(ours[rows], size) & theirs[mentor]) for ours, theirs in words]
    for other in others:
        first = first + other.astype(np.uint16)
    return first


def _table(pool: Pool, values: Values, code: str) -> tuple[Array, Array]:
    """What is worth how much by (how much is asked, how much found) in one row, and where each mentee's row begins."""
    width = sum(8 * word.itemsize for word in pool.mentees.sets[code])
    need = np.minimum(pool.asked[code], len(values[code]) - 1).astype(np.int32)
    table = [_lookup(values[code], asked, width) for asked in range(int(need.max(initial=0)) + 1)]
    return need * (width + 1), np.concatenate(table)


def _lookup(values: Sequence[Sequence[int]], asked: int, width: int) -> Array:
    row = values[min(asked, len(values) - 1)]
    return np.array([row[min(found, len(row) - 1)] for found in range(width + 1)], np.int32)


def _in_order(
    counts: Array, parts: list[tuple[Array, Array, Array]], index: Any, kind: Any
) -> tuple[Array, Array, Array]:
    """The blocks' pairs put in the order of the mentees; the blocks are let go one by one."""
    start = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=start[1:])
    mentors, worths = np.empty(start[-1], index), np.empty(start[-1], kind)
    while parts:
        rows, mentor, worth = parts.pop()
        size = counts[rows]
        to = np.repeat(start[rows] - (np.cumsum(size) - size), size) + np.arange(len(mentor))
        mentors[to], worths[to] = mentor, worth
    return start, mentors, worths
