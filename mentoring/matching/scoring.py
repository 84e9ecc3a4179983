"""One pair: whether it is allowed, what it scores, and the reasons, the weightiest first.

Every reason has one shape: what the mentee asks, and what of it she finds with this mentor. All of it, or `full` of it,
gives all points. Who asks nothing gets half: saying little neither helps nor harms her when mentors are scarce.
`scoring_pools` does the same for many pairs at once; a test holds the two together.
"""

from dataclasses import dataclass

from mentoring.matching.profiles import IN_PERSON, Mentee, Mentor
from mentoring.matching.weights import HIGHEST, Weights

Words = frozenset[str]
NOTHING: Words = frozenset()


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
    reasons, barred = [], []
    most, full = weights.most, weights.full
    for code, asked, found in _compared(mentee, mentor, weights):
        points = points_for(len(asked), len(found), full[code], most[code])
        details = tuple(sorted(found)) if len(found) > 1 else tuple(found)
        reasons.append(Reason(code, points, most[code], details, bool(asked)))
        if not found and code in weights.limits and (asked or code not in ("help", "office")):
            barred.append(code)
    reasons.sort(key=_place)  # stable: CODES break ties
    return Score(sum(reason.points for reason in reasons), tuple(reasons), tuple(barred))


def _place(reason: Reason) -> int:
    """What fits first, the most points in front; then what does not fit; then what nobody asked."""
    return (0 if not reason.asked else 2 * HIGHEST if reason.details else HIGHEST) * -2 - reason.points


def total_of(mentee: Mentee, mentor: Mentor, weights: Weights) -> int:
    """The total of `explain_pair` alone, in a fraction of the time."""
    most, full = weights.most, weights.full
    compared = _compared(mentee, mentor, weights)
    return sum(points_for(len(asked), len(found), full[code], most[code]) for code, asked, found in compared)


def points_for(asked: int, found: int, full: int, most: int) -> int:
    need = min(full, asked)
    return most * min(found, need) // need if need else most // 2


def _compared(mentee: Mentee, mentor: Mentor, weights: Weights) -> tuple[tuple[str, Words, Words], ...]:
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
