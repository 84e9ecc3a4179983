"""The matching is the best there is: held against optima found in other ways, on many random instances."""

from random import Random

import numpy as np
import pytest

from mentoring.matching import assigning
from mentoring.matching.assigning import assign, best_of_each
from mentoring.matching.instances import Instance
from mentoring.matching.pairs import Pairs, gather
from mentoring.matching.solver import solve
from tests.proofs import matching
from tests.proofs.counts import held, rounds

CHAIN = 40


def test_as_good_as_brute_force() -> None:
    count = rounds(in_the_suite=400)
    assert held(matching.equal_to_brute_force(count)) == count


def test_as_good_as_milp() -> None:
    count = rounds(in_the_suite=15)
    assert held(matching.equal_to_milp(count)) == count


def test_the_random_instances_hold_all_that_may_happen() -> None:
    instances = [matching.small_instance(Random(seed)) for seed in range(400)]
    assert any(not one.mentees for one in instances) and any(not one.mentors for one in instances)
    assert any(0 in one.mentors.values() for one in instances) and any(
        max(one.mentors.values(), default=0) > 1 for one in instances
    )
    assert any(len(one.pinned) > 1 for one in instances)
    assert any(one.scores and not any(one.scores.values()) for one in instances)
    assert any(len(one.scores) < len(one.mentees) * len(one.mentors) for one in instances)
    assert any(len({*one.scores.values()}) < len(one.scores) > 3 for one in instances)


def test_brute_force_sees_what_is_not_the_best() -> None:
    """The yardsticks themselves: two matched for little beat one for much."""
    instance = Instance(("a", "b"), {"m": 1, "n": 1}, {("a", "m"): 1000, ("a", "n"): 1, ("b", "m"): 1}, {})
    assert matching.by_brute_force(instance) == matching.by_milp(instance) == (2, 2)
    assert [*solve(instance).assigned] == [("a", "n", 1), ("b", "m", 1)]


def test_the_example_of_four_who_want_three() -> None:
    """D is out because every way to seat her costs another person the seat."""
    scores = {"AX": 9, "AY": 8, "AZ": 2, "BX": 8, "BZ": 3, "CX": 7, "CY": 6, "DY": 5}
    instance = Instance(
        tuple("ABCD"), dict.fromkeys("XYZ", 1), {(pair[0], pair[1]): score for pair, score in scores.items()}, {}
    )
    solution = solve(instance)
    assert solution.total == 18 and solution.unassigned == ("D",)
    assert solution.assigned == (("A", "Y", 8), ("B", "Z", 3), ("C", "X", 7))


def test_more_matched_goes_before_any_score() -> None:
    """A chain in which everybody must make room for one more, at the cost of nearly all their scores."""
    rows = [[(place, 1000), (place + 1, 0)] for place in range(CHAIN)] + [[(0, 0)]]
    pairs = gather(rows, [1] * (CHAIN + 1))
    for whole_below in (0, 1000):
        found = assign(pairs, whole_below=whole_below, keep=1, add=1)
        assert (len(found.chosen), found.total) == (CHAIN + 1, 0)


def test_the_price_of_a_match_is_raised_where_it_proves_too_little() -> None:
    """One match more costs nearly three scores of 1000: at twice the highest score it would not be made."""
    rows = [[(0, 1000), (1, 0)], [(1, 1000), (2, 0)], [(2, 1000), (3, 0)], [(0, 0)]]
    found = assign(gather(rows, [1, 1, 1, 1]))
    assert (len(found.chosen), found.total) == (4, 0)
    assert found.match_price > 2000


def random_pairs(seed: int, mentees: int, mentors: int, density: float, highest: int) -> Pairs:
    random = np.random.default_rng(seed)
    rows, columns = np.nonzero(random.random((mentees, mentors)) < density)
    start = np.append(0, np.cumsum(np.bincount(rows, minlength=mentees)))
    score = random.integers(0, highest + 1, len(rows)).astype(np.uint16)
    return Pairs(start, columns.astype(np.uint16), score, random.integers(0, 4, mentors))


@pytest.mark.parametrize("highest", [0, 2, 60, 1000])
@pytest.mark.parametrize(("mentees", "mentors"), [(900, 300), (300, 300), (200, 600)])
def test_seeing_few_pairs_finds_what_seeing_all_finds(mentees: int, mentors: int, highest: int) -> None:
    pairs = random_pairs(mentees + highest, mentees, mentors, 0.1, highest)
    whole = assign(pairs)
    priced = assign(pairs, whole_below=0, keep=2, add=4)
    assert (len(priced.chosen), priced.total) == (len(whole.chosen), whole.total)
    assert priced.solves > 1 or highest < 60, "pairs were left out and had to be looked for"


def test_prices_of_before_and_guessed_ones_save_solving_and_change_nothing() -> None:
    pairs = random_pairs(1, 900, 300, 0.2, 1000)
    whole = assign(pairs, whole_below=len(pairs) + 1)
    blind, guessed, warm = (
        assign(pairs, whole_below=0, keep=4, warm=prices) for prices in (np.zeros(300, np.int64), None, whole.v)
    )
    assert {(len(one.chosen), one.total) for one in (blind, guessed, warm)} == {(len(whole.chosen), whole.total)}
    assert (blind.solves, guessed.solves, warm.solves) == (2, 1, 1)


def test_prices_are_tried_before_the_solver_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are added, and the matching is the best of them as well: only its prices were too low."""
    pairs, blind = random_pairs(1, 900, 300, 0.2, 1000), np.zeros(300, np.int64)
    tried = assign(pairs, whole_below=0, keep=5, warm=blind)
    monkeypatch.setattr(assigning, "prices_within", lambda *_: None)
    asked = assign(pairs, whole_below=0, keep=5, warm=blind)
    assert (tried.solves, asked.solves) == (1, 2) and tried.total == asked.total


def test_who_costs_beyond_all_bounds_is_not_among_the_best() -> None:
    """Prices of a proof for which a match had to count for much more; they do not fit what pairs are sorted by."""
    pairs = random_pairs(2, 300, 100, 0.4, 1000)
    kept = best_of_each(pairs, 3, np.where(np.arange(100) % 2, (1 << 32) - 1000, 0))
    assert kept.sum() == 3 * 300 and not (pairs.mentor[kept] % 2).any()
