"""From people to proposals with reasons and their proof."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import compress
from typing import Any, NamedTuple

import numpy as np

from mentoring.matching.assigning import assign
from mentoring.matching.certificate import Assignment
from mentoring.matching.pairs import Array, Pairs
from mentoring.matching.preparing import Ids, Prepared
from mentoring.matching.profiles import Mentee, Mentor
from mentoring.matching.raising import Cover, Raised, raise_worst
from mentoring.matching.scoring import Score
from mentoring.matching.weights import Weights


@dataclass(frozen=True, slots=True)
class Pair:
    mentee: str
    mentor: str
    score: Score


@dataclass(frozen=True, slots=True)
class Certificate:
    """The proof in numbers that can be stored: `certificate.py` says how to read it. Ids without a price are left out.

    Pinned pairs stand outside it: the proof is about everybody else and the places that are left.
    Where the worst-off was raised, the prices are about the pairs of at least `lowest`, and two covers prove the rest:
    `raising.py` says how.
    """

    fingerprint: str
    match_price: int
    mentee_prices: Mapping[str, int]
    mentor_prices: Mapping[str, int]
    number: int
    total: int
    lowest: int = 0
    number_cover: "People | None" = None  # without it the prices prove the number as well
    lowest_cover: "People | None" = None

    def as_data(self) -> dict[str, Any]:
        """As `dataclasses.asdict`, without a copy of every price."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value._asdict() if isinstance(value, People) else value for name, value in own.items()}


class People(NamedTuple):
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """What stands behind proposals: enough to explain and prove them, once somebody asks."""

    prepared: Prepared
    weights: Weights
    pairs: Pairs
    found: Assignment
    raised: Raised | None


@dataclass(frozen=True)
class Proposals:
    """Who meets whom (`matched`) and who is left stand in the order in which the mentees were handed in.

    What raising the worst-off costs is in points of the total, from the lowest score without it to the lowest with it;
    pinned pairs stand outside all three. The lowest scores are None where it was not asked or nobody is matched.
    """

    matched: tuple[Ids, ...]
    unassigned: tuple[str, ...]
    total: int
    cost_of_raising: int
    worst_before: int | None
    worst_after: int | None
    solved: Solved = field(repr=False, compare=False)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """With their reasons."""
        return tuple(self._explained(mentee, mentor) for mentee, mentor in self.matched)

    @cached_property
    def mentor_of(self) -> Mapping[str, str]:
        return dict(self.matched)

    def pair_of(self, mentee: str) -> Pair | None:
        mentor = self.mentor_of.get(mentee)
        return None if mentor is None else self._explained(mentee, mentor)

    @cached_property
    def certificate(self) -> Certificate:
        solved = self.solved
        return certify(solved.pairs, solved.found, solved.prepared.free, solved.prepared.seats, solved.raised)

    def _explained(self, mentee: str, mentor: str) -> Pair:
        return Pair(mentee, mentor, self.solved.prepared.explain(mentee, mentor, self.solved.weights))


def propose(
    mentees: Iterable[Mentee],
    mentors: Iterable[Mentor],
    weights: Weights,
    *,
    pinned: Iterable[Ids] = (),
    forbidden: Iterable[Ids] = (),
    salt: str = "",
    warm: Certificate | None = None,
    raise_worst_off: bool = False,
) -> Proposals:
    """The pinned pairs, then as many others as possible, then the highest total; proved.

    With `raise_worst_off` the lowest score goes before the total: nobody gets a poorer match than need be.
    A pin may pass over a limit (its score says which): pairing by hand is always possible. The same people give the
    same pairs, in whatever order they are handed in; `salt` deals anew where several matchings are equally good.
    Raises NotAllowed for ids that are double or unknown, pins beyond a mentor's places, and a pin that is forbidden.
    """
    prepared = Prepared(mentees, mentors, weights, pinned=pinned, forbidden=forbidden, salt=salt)
    prices = np.array([warm.mentor_prices.get(one, 0) for one in prepared.seats], np.int64) if warm else None
    return solve_prepared(prepared, weights, prices=prices, raise_worst_off=raise_worst_off)


def solve_prepared(
    prepared: Prepared, weights: Weights, *, prices: Array | None = None, raise_worst_off: bool = False
) -> Proposals:
    """As `propose`. `prices` are those of `seats` in an earlier, like round: they save time, and change no optimum."""
    pairs = prepared.pairs(weights)
    found = assign(pairs, warm=prices)
    raised = raise_worst(pairs, found) if raise_worst_off else None
    found = raised.assignment if raised else found
    by_mentee = dict(prepared.pins)
    rows, columns = pairs.row_of(found.chosen).tolist(), pairs.mentor[found.chosen].tolist()
    by_mentee.update((prepared.free[row], prepared.seats[column]) for row, column in zip(rows, columns, strict=True))
    by_hand = sum(prepared.total_of(mentee, mentor, weights) for mentee, mentor in prepared.pins.items())
    return Proposals(
        tuple((one, by_mentee[one]) for one in prepared.mentees if one in by_mentee),
        tuple(one for one in prepared.mentees if one not in by_mentee),
        found.total + by_hand,
        raised.total_before - found.total if raised else 0,
        raised.worst_before if raised else None,
        raised.lowest if raised else None,
        Solved(prepared, weights, pairs, found, raised),
    )


def certify(
    pairs: Pairs, found: Assignment, mentees: Sequence[str], mentors: Sequence[str], raised: Raised | None = None
) -> Certificate:
    return Certificate(
        pairs.fingerprint(),
        found.match_price,
        _priced(mentees, found.u),
        _priced(mentors, found.v),
        len(found.chosen),
        found.total,
        raised.lowest if raised else 0,
        _named(raised.number, mentees, mentors) if raised else None,
        _named(raised.above, mentees, mentors) if raised else None,
    )


def _named(cover: Cover, mentees: Sequence[str], mentors: Sequence[str]) -> People:
    return People(tuple(compress(mentees, cover.mentees)), tuple(compress(mentors, cover.mentors)))


def _priced(ids: Sequence[str], prices: Array) -> dict[str, int]:
    return {one: price for one, price in zip(ids, prices.tolist(), strict=True) if price}
