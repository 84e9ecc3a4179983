"""How alike two names are, in points with reasons, and what follows. Rules only, no learned model. Pure.

    compare(person("J.P.", "Jan", "de", "Vries"), person("J.P.", "Jan", "", "De Vries")).points == 100

An initial that differs from the first name says nothing: J. can be called Hans.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from rapidfuzz.distance import JaroWinkler

from elections.names.normalising import Person

RULES_VERSION = 1
ALIKE = 0.92  # Jaro-Winkler: one typing error in a name of some length
SURE = 80
CLEAR = 20  # the distance to the next one
POSSIBLE = 45

POINTS = {
    "surname_equal": 50,
    "surname_other_order": 46,
    "surname_part": 36,
    "surname_alike": 32,
    "initials_equal": 25,
    "initials_begin": 14,
    "initials_clash": -25,
    "first_equal": 25,
    "first_alike": 16,
    "first_differs": -18,
    "locality_equal": 8,
    "list_equal": 8,
    "list_differs": -10,
}

T = TypeVar("T")


class Outcome(StrEnum):
    CONFIRMED = "confirmed"
    REVIEW = "review"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class Comparison:
    """`reasons` are keys of POINTS, in the order in which they were looked at. No points: another surname."""

    points: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision(Generic[T]):
    """`best` is what was compared with and came out highest; None when nothing came near."""

    outcome: Outcome
    reason: str
    best: T | None = None
    comparison: Comparison = Comparison()


def alike(one: str, other: str) -> bool:
    return bool(one and other) and JaroWinkler.similarity(one, other) >= ALIKE


def compare(one: Person, other: Person, *, same_list: bool | None = None) -> Comparison:
    """`same_list` None: at least one of the two does not say which list."""
    surname = compare_surnames(one, other)
    if not surname:
        return Comparison()
    reasons = [
        surname,
        compare_initials(one.initials, other.initials),
        compare_first_names(one.first, other.first),
        "locality_equal" if one.locality and one.locality == other.locality else "",
        {None: "", True: "list_equal", False: "list_differs"}[same_list],
    ]
    kept = tuple(reason for reason in reasons if reason)
    return Comparison(max(0, sum(POINTS[reason] for reason in kept)), kept)


def compare_surnames(one: Person, other: Person) -> str:
    if not one.parts or not other.parts:
        return ""
    if one.surname == other.surname:
        return "surname_equal"
    if sorted(one.parts) == sorted(other.parts):
        return "surname_other_order"
    if {part for part in one.parts if len(part) > 1} & set(other.parts):
        return "surname_part"
    if alike(one.surname, other.surname):
        return "surname_alike"
    return ""


def compare_initials(one: str, other: str) -> str:
    if not one or not other:
        return ""
    if one == other:
        return "initials_equal" if len(one) > 1 else "initials_begin"
    return "initials_begin" if one.startswith(other) or other.startswith(one) else "initials_clash"


def compare_first_names(one: str, other: str) -> str:
    if not one or not other:
        return ""
    if one == other:
        return "first_equal"
    within = one.split()[0] == other.split()[0] or (min(len(one), len(other)) > 2 and _begins(one, other))
    return "first_alike" if within or alike(one, other) else "first_differs"


def _begins(one: str, other: str) -> bool:
    """Jan for Janneke is someone else as often as not; Alex for Alexander is a short form: three letters at least."""
    return one.startswith(other) or other.startswith(one)


def decide(compared: Iterable[tuple[Comparison, T]]) -> Decision[T]:
    """Sure only when one is high and clearly ahead. Not found never means: no candidate."""
    ranked: Sequence[tuple[Comparison, T]] = sorted(compared, key=lambda pair: -pair[0].points)
    if not ranked or ranked[0][0].points < POSSIBLE:
        return Decision(Outcome.NOT_FOUND, "nobody_near")
    comparison, best = ranked[0]
    second = ranked[1][0].points if len(ranked) > 1 else 0
    if comparison.points < SURE:
        return Decision(Outcome.REVIEW, "not_sure", best, comparison)
    if comparison.points - second < CLEAR:
        return Decision(Outcome.REVIEW, "several_near", best, comparison)
    return Decision(Outcome.CONFIRMED, "sure", best, comparison)
