"""From people to proposals with reasons and their proof."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TypeVar

import numpy as np

from mentoring.matching.assigning import assign
from mentoring.matching.certificate import Assignment
from mentoring.matching.pairs import Array, Pairs, fair_order
from mentoring.matching.pools import encode
from mentoring.matching.profiles import Mentee, Mentor, NotAllowed
from mentoring.matching.raising import Cover, Raised, raise_worst
from mentoring.matching.scoring import Score, explain_pair
from mentoring.matching.scoring_pools import pairs_of
from mentoring.matching.weights import Weights

Ids = tuple[str, str]  # a mentee's and a mentor's
Person = TypeVar("Person", Mentee, Mentor)


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


@dataclass(frozen=True, slots=True)
class People:
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Pairs and unassigned mentees stand in the order in which the mentees were handed in.

    What raising the worst-off costs is in points of the total, from the lowest score without it to the lowest with it;
    pinned pairs stand outside all three. The lowest scores are None where it was not asked or nobody is matched.
    """

    pairs: tuple[Pair, ...]
    unassigned: tuple[str, ...]
    total: int
    certificate: Certificate
    cost_of_raising: int = 0
    worst_before: int | None = None
    worst_after: int | None = None


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
    asking, offering, pins, barred = list(mentees), list(mentors), list(pinned), set(forbidden)
    mentee_of, mentor_of = _by_id(asking), _by_id(offering)
    _check_pins(mentee_of, mentor_of, pins, barred)
    taken = Counter(mentor for _mentee, mentor in pins)
    held = {mentee for mentee, _mentor in pins}
    free = [mentee_of[one] for one in fair_order(mentee_of.keys() - held, salt)]
    seats = [mentor_of[one] for one in fair_order(mentor_of, salt)]
    pairs = _open_pairs(free, seats, weights, taken, barred)
    found = assign(pairs, warm=_prices(warm, seats))
    raised = raise_worst(pairs, found) if raise_worst_off else None
    found = raised.assignment if raised else found
    by_mentee = dict(pins)
    for place, mentor in zip(pairs.row_of(found.chosen), pairs.mentor[found.chosen], strict=True):
        by_mentee[free[place].id] = seats[mentor].id
    made = tuple(
        Pair(one.id, by_mentee[one.id], explain_pair(one, mentor_of[by_mentee[one.id]], weights))
        for one in asking
        if one.id in by_mentee
    )
    alone = tuple(one.id for one in asking if one.id not in by_mentee)
    total = sum(pair.score.total for pair in made)
    proof = certify(pairs, found, [one.id for one in free], [one.id for one in seats], raised)
    if raised is None:
        return Proposals(made, alone, total, proof)
    return Proposals(made, alone, total, proof, raised.total_before - found.total, raised.worst_before, raised.lowest)


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


def _prices(warm: Certificate | None, mentors: Sequence[Mentor]) -> Array | None:
    return np.array([warm.mentor_prices.get(one.id, 0) for one in mentors], np.int64) if warm else None


def _by_id(people: Sequence[Person]) -> dict[str, Person]:
    found = {one.id: one for one in people}
    if len(found) < len(people):
        twice = Counter(one.id for one in people).most_common(1)[0][0]
        raise NotAllowed(f"{twice} stands twice in the pool")
    return found


def _check_pins(
    mentees: Mapping[str, Mentee], mentors: Mapping[str, Mentor], pins: Sequence[Ids], forbidden: Collection[Ids]
) -> None:
    for pin in pins:
        if pin[0] not in mentees or pin[1] not in mentors:
            raise NotAllowed(f"pinned {pin[0]} with {pin[1]}: not in the pool")
        if pin in forbidden:
            raise NotAllowed(f"pinned {pin[0]} with {pin[1]}: also forbidden")
    for mentee, times in Counter(mentee for mentee, _mentor in pins).items():
        if times > 1:
            raise NotAllowed(f"{mentee} is pinned {times} times")
    for mentor, times in Counter(mentor for _mentee, mentor in pins).items():
        if times > mentors[mentor].places:
            raise NotAllowed(f"{mentor} is pinned {times} times and has {mentors[mentor].places} places")


def _open_pairs(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    weights: Weights,
    taken: Mapping[str, int],
    forbidden: Collection[Ids],
) -> Pairs:
    """What is left to decide beside the pins."""
    pairs = pairs_of(encode(mentees, mentors), weights)
    capacity = pairs.capacity - np.array([taken.get(one.id, 0) for one in mentors], np.int64)
    allowed = np.ones(len(pairs), bool)
    row = {one.id: place for place, one in enumerate(mentees)}
    column = {one.id: place for place, one in enumerate(mentors)}
    for mentee, mentor in forbidden:
        if mentee in row and mentor in column:
            span = slice(pairs.start[row[mentee]], pairs.start[row[mentee] + 1])
            allowed[span] &= pairs.mentor[span] != column[mentor]
    only = pairs if allowed.all() else pairs.only(allowed)
    return Pairs(only.start, only.mentor, only.score, capacity)
