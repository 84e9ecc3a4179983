"""The certificate proves the matching; one that was tampered with proves nothing."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from mentoring.matching import NotProved, assigning, pricing
from mentoring.matching.assigning import assign
from mentoring.matching.certificate import Assignment, check
from mentoring.matching.flow import flow
from mentoring.matching.pairs import Pairs, gather
from mentoring.matching.solver import Solution, solve
from tests.proofs import matching

ROWS = [[(0, 900), (1, 800)], [(0, 700)], [(0, 300), (1, 200)], []]


def found() -> tuple[Pairs, Assignment]:
    pairs = gather(ROWS, [1, 1])
    return pairs, assign(pairs)


def test_what_was_found_is_proved() -> None:
    pairs, assignment = found()
    check(pairs, assignment)
    assert assignment.total == 1500 and len(assignment.chosen) == 2


Tampering = Callable[[Pairs, Assignment], Assignment]
TAMPERED: dict[str, Tampering] = {
    "a mentee is matched twice": lambda pairs, one: replace(one, chosen=np.array([0, 1])),
    "a mentor is over capacity": lambda pairs, one: replace(one, chosen=np.array([0, 2])),
    "a matched pair is not allowed": lambda pairs, one: replace(one, chosen=np.array([1, 99])),
    "a price is negative": lambda pairs, one: replace(one, u=one.u - np.array([0, 0, 0, 1])),
    "a pair beats the prices": lambda pairs, one: replace(one, v=one.v - np.array([1, 0])),
    "the bound is not reached": lambda pairs, one: replace(one, u=one.u + 1),
    "the total is not that of the matched pairs": lambda pairs, one: replace(one, total=one.total + 1),
    "the prices belong to another pool": lambda pairs, one: replace(one, u=one.u[:-1]),
    "the number is not proved largest": lambda pairs, one: replace(
        one, chosen=np.array([], int), total=0, match_price=-1000, u=one.u * 0, v=one.v * 0
    ),
}


@pytest.mark.parametrize("fault", TAMPERED)
def test_a_tampered_certificate_is_caught(fault: str) -> None:
    pairs, assignment = found()
    with pytest.raises(NotProved, match=fault):
        check(pairs, TAMPERED[fault](pairs, assignment))


def test_a_worse_matching_does_not_pass_with_the_prices_of_the_best() -> None:
    pairs, assignment = found()
    worse = replace(assignment, chosen=np.array([0, 4]), total=1100)
    with pytest.raises(NotProved, match="the bound is not reached"):
        check(pairs, worse)


@pytest.mark.parametrize("seed", range(20))
def test_a_check_of_another_hand_finds_nothing_wrong(seed: int) -> None:
    instance = matching.middling_instance(Random(seed))
    assert matching.faults(instance, solve(instance)) == []


def test_the_check_of_another_hand_sees_what_is_wrong() -> None:
    instance = next(one for one in map(matching.middling_instance, map(Random, range(99))) if one.pinned)
    solution = solve(instance)
    assert matching.faults(instance, replace(solution, assigned=solution.assigned[1:])) != []
    assert "the total is another" in matching.faults(instance, replace(solution, total=solution.total + 1))
    dearer = replace(solution.certificate, match_price=solution.certificate.match_price + 1)
    assert matching.faults(instance, replace(solution, certificate=dearer)) != []
    assert "a pair beats the prices" in matching.faults(instance, without_prices(solution))


def without_prices(solution: Solution) -> Solution:
    return replace(solution, certificate=replace(solution.certificate, mentor_prices={}, mentee_prices={}))


def worse_flow(row, mentor, score, mentees, capacity, match_price):
    """A solver that leaves the last pair away."""
    matched = flow(row, mentor, score, mentees, capacity, match_price)
    matched[np.flatnonzero(matched)[-1]] = False
    return matched


def test_a_solver_that_errs_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assigning, "flow", worse_flow)
    with pytest.raises(NotProved, match="the prices do not"):
        assign(gather(ROWS, [1, 1]))


def test_prices_of_a_flow_that_is_no_optimum_never_settle() -> None:
    """Two who each have what the other would gain more from."""
    row, mentor, gain = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), np.array([10, 19, 19, 10])
    with pytest.raises(NotProved, match="the prices do not settle"):
        pricing.smallest_prices(row, mentor, gain, np.array([True, False, False, True]), 2, np.array([1, 1]))


def test_another_pool_has_another_fingerprint() -> None:
    pairs, _ = found()
    others = [gather(ROWS, [1, 2]), gather(ROWS[:3], [1, 1]), gather([*ROWS[:2], [(0, 300), (1, 201)], []], [1, 1])]
    assert len({pairs.fingerprint(), *(other.fingerprint() for other in others)}) == 4
    assert pairs.fingerprint() == gather(ROWS, [1, 1]).fingerprint()
