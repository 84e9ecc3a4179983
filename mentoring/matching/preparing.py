"""A pool made ready once: who is to be decided about beside the pins, and what each two of them have in common."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from mentoring.matching.packing import pack
from mentoring.matching.pairs import Pairs, fair_order
from mentoring.matching.pools import encode
from mentoring.matching.profiles import Mentee, Mentor, NotAllowed
from mentoring.matching.scoring import Score, explain_pair, total_of
from mentoring.matching.weights import Weights

Ids = tuple[str, str]  # a mentee's and a mentor's
Person = TypeVar("Person", Mentee, Mentor)


class Prepared:
    """Good for all weights that allow the same pairs (`fits`); other ones need a pool of their own (`anew`).

    `mentees` and `mentors` stand in the order in which they were handed in; `free` and `seats` are the ids to decide
    about, in an order that depends on nothing but the ids and the salt.
    """

    def __init__(
        self,
        mentees: Iterable[Mentee],
        mentors: Iterable[Mentor],
        weights: Weights,
        *,
        pinned: Iterable[Ids] = (),
        forbidden: Iterable[Ids] = (),
        salt: str = "",
    ) -> None:
        asking, offering = list(mentees), list(mentors)
        self.mentees, self.mentors, self.salt = _by_id(asking), _by_id(offering), salt
        self.forbidden = frozenset(forbidden)
        self.pins = _checked(list(pinned), self.mentees, self.mentors, self.forbidden)
        self.free = fair_order(self.mentees.keys() - self.pins.keys(), salt)
        self.seats = fair_order(self.mentors, salt)
        pool = encode([self.mentees[one] for one in self.free], [self.mentors[one] for one in self.seats])
        self._packed = pack(pool, weights)
        self._capacity = self._packed.capacity - self._taken()
        self._allowed = self._not_forbidden()

    def fits(self, weights: Weights) -> bool:
        return self._packed.fits(weights)

    def anew(self, weights: Weights) -> "Prepared":
        """The same people, pins and forbidden pairs, for weights that allow other pairs."""
        rest = {"pinned": self.pins.items(), "forbidden": self.forbidden, "salt": self.salt}
        return Prepared(self.mentees.values(), self.mentors.values(), weights, **rest)  # type: ignore[arg-type]

    def pairs(self, weights: Weights) -> Pairs:
        """All allowed pairs that are left to decide, of `free` and `seats`."""
        scored = self._packed.scored(weights)
        only = scored if self._allowed is None else scored.only(self._allowed)
        return Pairs(only.start, only.mentor, only.score, self._capacity)

    def explain(self, mentee: str, mentor: str, weights: Weights) -> Score:
        return explain_pair(self.mentees[mentee], self.mentors[mentor], weights)

    def total_of(self, mentee: str, mentor: str, weights: Weights) -> int:
        return total_of(self.mentees[mentee], self.mentors[mentor], weights)

    def _taken(self) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        taken = Counter(self.pins.values())
        return np.array([taken.get(one, 0) for one in self.seats], np.int64)

    def _not_forbidden(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]] | None":
        """Marks the pairs that are not forbidden; None when none of them is."""
        start, mentors = self._packed.start, self._packed.mentor
        row = {one: place for place, one in enumerate(self.free)}
        column = {one: place for place, one in enumerate(self.seats)}
        allowed = np.ones(len(mentors), bool)
        for mentee, mentor in self.forbidden:
            if mentee in row and mentor in column:
                span = slice(start[row[mentee]], start[row[mentee] + 1])
                allowed[span] &= mentors[span] != column[mentor]
        return None if allowed.all() else allowed


def _by_id(people: Sequence[Person]) -> dict[str, Person]:
    found = {one.id: one for one in people}
    if len(found) < len(people):
        twice = Counter(one.id for one in people).most_common(1)[0][0]
        raise NotAllowed(f"{twice} stands twice in the pool")
    return found


def _checked(
    pins: Sequence[Ids], mentees: Mapping[str, Mentee], mentors: Mapping[str, Mentor], forbidden: Collection[Ids]
) -> dict[str, str]:
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
    return dict(pins)
