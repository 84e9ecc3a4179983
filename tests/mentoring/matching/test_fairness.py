"""Over many rounds: among equals nobody waits on and no mentor with room is passed over again and again.

A round's own key deals the lots (`salt`), so these tests are the same every time.
"""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from mentoring.matching import Mentee, Mentor, explain_pair, load_weights, propose
from tests.mentoring.matching import people

ROUNDS = 40
BOTH_WAYS = pytest.mark.parametrize("raises", [False, True])
SOME = frozenset({"x"})


def seeker(name: str) -> Mentee:
    return Mentee(name, SOME, SOME, "raad", "Utrecht", SOME, SOME, frozenset({"online"}))


def guide(name: str, places: int = 1) -> Mentor:
    return Mentor(name, SOME, SOME, frozenset({"raad"}), "Utrecht", SOME, SOME, frozenset({"online"}), places)


def met(seekers: list[Mentee], guides: list[Mentor], round: object, raises: bool) -> dict[str, str]:
    return dict(propose(seekers, guides, load_weights(), salt=f"round {round}", raise_worst_off=raises).matched)


@BOTH_WAYS
def test_who_is_left_is_another_one_each_round(raises: bool) -> None:
    seekers, guides = [seeker(f"a{number}") for number in range(9)], [guide(f"m{number}") for number in range(6)]
    found = [met(seekers, guides, round, raises).keys() for round in range(ROUNDS)]
    times = Counter(one for matched in found for one in matched)
    assert times.keys() == {one.id for one in seekers}
    assert min(times.values()) > ROUNDS / 3, "two in three on average"


@BOTH_WAYS
def test_nobody_waits_on_though_new_people_come_each_round(raises: bool) -> None:
    """Three places a round, ten who wait and as many more as were helped: all ten are helped before long."""
    waiting, guides = [seeker(f"first {number}") for number in range(10)], [guide(f"m{number}") for number in range(3)]
    for round in range(ROUNDS):
        helped = met(waiting, guides, round, raises)
        waiting = [one for one in waiting if one.id not in helped]
        if not any(one.id.startswith("first") for one in waiting):
            break
        waiting += [seeker(f"round {round}, {number}") for number in range(3)]
    assert round < 20


@BOTH_WAYS
@pytest.mark.parametrize("places", [1, 3])
def test_no_mentor_with_room_is_passed_over_again_and_again(raises: bool, places: int) -> None:
    seekers = [seeker(f"a{number}") for number in range(4 * places)]
    guides = [guide(f"m{number}", places) for number in range(8)]
    found = [set(met(seekers, guides, round, raises).values()) for round in range(ROUNDS)]
    times = Counter(one for seen in found for one in seen)
    assert times.keys() == {one.id for one in guides}
    assert min(times.values()) > ROUNDS / 5 and max(times.values()) < ROUNDS, "half of them or more on average"


def test_the_first_reason_is_the_one_whose_removal_costs_most() -> None:
    random, fitted = Random(6), 0
    for _ in range(600):
        weights = people.weights(random)
        mentee, mentor = people.mentee(random, "a"), people.mentor(random, "m")
        score = explain_pair(mentee, mentor, weights)
        costs = {}
        for reason in score.fitting:
            # Who lives elsewhere may not meet in person either: that would be two reasons at once.
            apart = weights.with_limits(live_within="country") if reason.code == "province" else weights
            costs[reason.code] = score.total - explain_pair(mentee, without(mentor, reason.code), apart).total
        assert [*costs.values()] == sorted(costs.values(), reverse=True)
        assert costs == {reason.code: reason.points for reason in score.fitting}
        fitted += bool(costs)
    assert fitted > 500


def without(mentor: Mentor, code: str) -> Mentor:
    """The same mentor with nothing to offer for one reason."""
    field = {"office": "offices", "language": "languages", "availability": "slots", "way": "ways"}.get(code, code)
    return replace(mentor, **{field: "elsewhere" if field == "province" else frozenset()})
