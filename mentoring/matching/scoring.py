"""One pair: whether it is allowed, what it scores, and the reasons, the weightiest first.

Every reason has one shape: what the mentee asks, and what of it she finds with this mentor. All of it, or `full` of it,
gives all points. Who asks nothing gets half: saying little neither helps nor harms her when mentors are scarce.
`scoring_pools` does the same for many pairs at once; a test holds the two together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from mentoring.matching.profiles import IN_PERSON, Mentee, Mentor
from mentoring.matching.weights import HIGHEST, Weights

Words = frozenset[str]
Compared = tuple[tuple[str, Words, Words], ...]  # of each code what is asked and found
_BY_PLACE: Callable[[tuple[int, Any]], int] = itemgetter(0)
NOTHING: Words = frozenset()
KNOWN = 1 << 14  # reasons that are held: people have only so much in common, and a round of thousands finds it often


@dataclass(frozen=True, slots=True)
class Reason:
    """`points` of at most `most`: what the total loses when this reason falls away. `details` are what fits."""

    code: str
    points: int
    most: int
    details: tuple[str, ...] = ()
    asked: bool = True  # False: there was nothing to fit; not a reason to name to people


@dataclass(frozen=True, slots=True)
class Score:
    """The reasons in order: the one whose removal costs most first, then what did not fit, then what nobody asked."""

    total: int  # 0 to 1000
    reasons: tuple[Reason, ...]
    barred: tuple[str, ...] = ()  # the limits that say no; only a pair by hand can have them

    @property
    def fitting(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.asked and reason.details)

    @property
    def not_fitting(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.asked and not reason.details)


def score_pair(mentee: Mentee, mentor: Mentor, weights: Weights) -> Score | None:
    """None when a limit says no."""
    score = explain_pair(mentee, mentor, weights)
    return None if score.barred else score


def explain_pair(mentee: Mentee, mentor: Mentor, weights: Weights) -> Score:
    """As `score_pair`, also for a pair that is not allowed: who pairs by hand sees which limits she passes over."""
    most, full, compared = weights.most, weights.full, _compared(mentee, mentor, weights)
    placed = [_reason(code, len(asked), found, full[code], most[code]) for code, asked, found in compared]
    placed.sort(key=_BY_PLACE)  # stable: CODES break ties
    reasons = tuple(reason for _place, reason in placed)
    return Score(sum(reason.points for reason in reasons), reasons, _barred(compared, weights))


@lru_cache(KNOWN)
def _reason(code: str, asked: int, found: Words, full: int, most: int) -> tuple[int, Reason]:
    """And its place: what fits first, the most points in front; then what does not fit; then what nobody asked."""
    points = points_for(asked, len(found), full, most)
    kind = 0 if not asked else 2 * HIGHEST if found else HIGHEST
    return -2 * kind - points, Reason(code, points, most, tuple(sorted(found)), bool(asked))


def _barred(compared: Compared, weights: Weights) -> tuple[str, ...]:
    """Help and office are limits for who asks them, the others for everybody."""
    limits = weights.limits
    return tuple(
        code
        for code, asked, found in compared
        if not found and code in limits and (asked or code not in ("help", "office"))
    )


def total_of(mentee: Mentee, mentor: Mentor, weights: Weights) -> int:
    """The total of `explain_pair` alone, in a fraction of the time."""
    most, full = weights.most, weights.full
    compared = _compared(mentee, mentor, weights)
    return sum(points_for(len(asked), len(found), full[code], most[code]) for code, asked, found in compared)


def points_for(asked: int, found: int, full: int, most: int) -> int:
    need = min(full, asked)
    return most * min(found, need) // need if need else most // 2


def _compared(mentee: Mentee, mentor: Mentor, weights: Weights) -> Compared:
    """For each of CODES, in their order: what the mentee asks, and what of it she finds."""
    office = frozenset({mentee.office}) if mentee.office else NOTHING
    province = frozenset({mentee.province}) if mentee.province and mentor.province else NOTHING
    return (
        ("topics", mentee.topics, mentee.topics & mentor.topics),
        ("help", mentee.help, mentee.help & mentor.help),
        ("office", office, office & mentor.offices),
        ("province", province, province & {mentor.province}),
        ("language", mentee.languages, mentee.languages & mentor.languages),
        ("availability", mentee.slots, mentee.slots & mentor.slots),
        ("way", mentee.ways, common_ways(mentee, mentor, weights)),
    )


def common_ways(mentee: Mentee, mentor: Mentor, weights: Weights) -> frozenset[str]:
    """Meeting in person falls away between two provinces when nobody is to travel that far."""
    ways = mentee.ways & mentor.ways
    apart = mentee.province and mentor.province and mentee.province != mentor.province
    return ways - {*IN_PERSON} if apart and weights.live_within == "province" else ways
