"""The worst-off raised: as many matched, the highest lowest score, then the highest total; each with its proof."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from mentoring.matching import Mentee, Mentor, NotProved, load_weights, propose, rehearse
from mentoring.matching.assigning import assign
from mentoring.matching.certificate import Assignment
from mentoring.matching.covers import Cover, cover_of, limit_of, uncovered
from mentoring.matching.instances import Instance
from mentoring.matching.pairs import Pairs, gather
from mentoring.matching.raising import Raised, check_raised, raise_worst
from mentoring.matching.solver import solve
from tests.mentoring.matching import people
from tests.proofs import matching
from tests.proofs.counts import held, rounds

# By total: 1000 + 100. Raised: 500 + 590, ten points fewer, and 400 more for who has least. The third has nobody.
ROWS = [[(0, 1000), (1, 500)], [(0, 590), (1, 100)], [(1, 90)]]


def raised(rows=ROWS, capacity=(1, 1)) -> tuple[Pairs, Raised]:
    pairs = gather(rows, capacity)
    found = raise_worst(pairs, assign(pairs))
    assert found is not None
    return pairs, found


def test_as_good_as_brute_force() -> None:
    count = rounds(in_the_suite=300)
    assert held(matching.equal_when_raised(count)) == count


def test_as_good_as_milp() -> None:
    count = rounds(in_the_suite=4)
    assert held(matching.equal_to_milp_when_raised(count)) == count


def test_who_has_least_gets_more_and_it_says_what_that_costs() -> None:
    pairs, found = raised()
    assert (found.worst_before, found.lowest, found.total_before - found.assignment.total) == (100, 500, 10)
    assert pairs.score[found.assignment.chosen].tolist() == [500, 590]


def test_more_matched_goes_before_a_higher_lowest() -> None:
    _pairs, found = raised([[(0, 1000)], [(0, 900), (1, 1)]])
    assert len(found.assignment.chosen) == 2 and found.lowest == 1


def test_a_lowest_that_cannot_rise_costs_nothing() -> None:
    _pairs, found = raised([[(0, 700), (1, 700)], [(0, 700)]])
    assert found.lowest == found.worst_before == 700 and found.assignment.total == found.total_before


def test_nobody_matched_is_nobody_to_raise() -> None:
    pairs = gather([[], [(0, 5)]], [0])
    assert raise_worst(pairs, assign(pairs)) is None


def test_who_must_be_matched_limits_how_far_the_lowest_rises() -> None:
    """Two places that both are needed, and 300 is the second best that anybody brings."""
    pairs = gather([[(0, 900)], [(0, 300)], [(0, 200)], [(1, 700)]], [2, 1])
    plain = assign(pairs)
    limit, above = limit_of(pairs, plain, cover_of(plain))
    assert limit == 300 and not len(uncovered(pairs, above, 301)) and above.places(pairs.capacity) == 2


def test_a_limit_that_cannot_be_reached_is_no_answer() -> None:
    """Both are to be matched and could have 3 at least, each alone. Together they cannot: one has to take 2."""
    pairs = gather([[(0, 2), (1, 8)], [(0, 1), (1, 3)]], [1, 1])
    plain = assign(pairs)
    assert limit_of(pairs, plain, cover_of(plain))[0] == 3 > (found := raise_worst(pairs, plain)).lowest == 2
    assert pairs.score[found.assignment.chosen].tolist() == [2, 3]


Tampering = Callable[[Raised], Raised]


def assignment(**change) -> Tampering:
    return lambda one: replace(one, assignment=replace(one.assignment, **change))


def all_but(cover: Cover) -> Cover:
    return Cover(~cover.mentees, ~cover.mentors)


TAMPERED: dict[str, tuple[str, Tampering]] = {
    "another lowest": ("the lowest score is another", lambda one: replace(one, lowest=100)),
    "a higher lowest": ("the lowest score is another", lambda one: replace(one, lowest=590)),
    "the plain matching": ("the lowest score is another", assignment(chosen=np.array([0, 3]), total=1100)),
    "no pair": ("the lowest score is another", assignment(chosen=np.array([], int), total=0)),
    "a pair of nobody": ("a matched pair is not allowed", assignment(chosen=np.array([1, 99]))),
    "another total": ("the total is not that", assignment(total=1091)),
    "no prices": ("a pair beats the prices", assignment(u=np.zeros(3, int), v=np.zeros(2, int))),
    "other prices": ("the bound is not reached", lambda one: assignment(u=one.assignment.u + 1)(one)),
    "no cover of the number": ("the number is not proved", lambda one: replace(one, number=all_but(one.number))),
    "a cover of too many": (
        "the number is not proved",
        lambda one: replace(one, number=Cover(np.ones(3, bool), np.zeros(2, bool))),
    ),
    "no cover above the lowest": ("lowest score is not proved", lambda one: replace(one, above=all_but(one.above))),
    "a cover above that is as large": ("lowest score is not proved", lambda one: replace(one, above=one.number)),
    "a cover of others": (
        "a cover belongs to another pool",
        lambda one: replace(one, above=Cover(one.above.mentees[1:], one.above.mentors)),
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_proof_is_caught(what: str) -> None:
    pairs, found = raised()
    check_raised(pairs, found)
    fault, tamper = TAMPERED[what]
    with pytest.raises(NotProved, match=fault):
        check_raised(pairs, tamper(found))


def test_the_proof_is_read_beside_its_own_pool_only() -> None:
    """One more place, one better score: what was proved of the one pool does not hold of the other."""
    _pairs, found = raised()
    for rows, capacity in ((ROWS, (1, 2)), ([ROWS[0], [(0, 590), (1, 595)], ROWS[2]], (1, 1))):
        with pytest.raises(NotProved):
            check_raised(gather(rows, capacity), found)


def test_the_check_of_another_hand_sees_a_tampered_proof() -> None:
    instance = next(
        one
        for one in map(matching.middling_instance, map(Random, range(99)))
        if one.pinned and len(solve(one).assigned) > len(one.pinned) + 5
    )
    solution = solve(instance, raise_worst_off=True)
    proof = solution.certificate
    assert matching.faults(instance, solution) == [] and proof.number_cover and proof.lowest_cover
    nobody = proof.lowest_cover._replace(mentees=(), mentors=())
    for change in ({"lowest": proof.lowest + 1}, {"number_cover": nobody}, {"lowest_cover": proof.number_cover}):
        assert matching.faults(instance, replace(solution, certificate=replace(proof, **change))) != []


# Proposals ------------------------------------------------------------------------------------------


def pool(seed: int, mentees: int, mentors: int) -> tuple[list[Mentee], list[Mentor]]:
    random = Random(seed)
    return (
        [people.mentee(random, f"a{number}") for number in range(mentees)],
        [people.mentor(random, f"m{number}", random.randint(1, 2)) for number in range(mentors)],
    )


@pytest.mark.parametrize("seed", range(2, 14))
def test_small_pools_with_pins_and_forbidden_pairs(seed: int) -> None:
    """Of 8 to 40 people. The cost is what the total gives up, and never a match."""
    mentees, mentors = pool(seed, 8 + seed * 32 // 13, 8 + seed)
    plain = propose(mentees, mentors, load_weights())
    met = sorted((pair.mentee, pair.mentor) for pair in plain.pairs)
    same = {"pinned": met[:1], "forbidden": met[1::5]}
    plain = propose(mentees, mentors, load_weights(), **same)
    fair = propose(mentees, mentors, load_weights(), raise_worst_off=True, **same)
    assert len(fair.pairs) == len(plain.pairs) and {*met[:1]} <= {(one.mentee, one.mentor) for one in fair.pairs}
    assert fair.cost_of_raising == plain.total - fair.total >= 0
    for proposals, worst in ((plain, fair.worst_before), (fair, fair.worst_after)):
        open_scores = [pair.score.total for pair in proposals.pairs if (pair.mentee, pair.mentor) not in met[:1]]
        assert min(open_scores) == worst
    assert plain.worst_after is None and plain.cost_of_raising == 0
    assert fair.certificate.lowest == fair.worst_after


def test_it_is_raised_somewhere() -> None:
    """Else the tests above would hold for a machine that raises nobody."""
    risen = [propose(*pool(seed, 24, 24), load_weights(), raise_worst_off=True) for seed in range(12)]
    assert sum(one.worst_after > one.worst_before and one.cost_of_raising > 0 for one in risen) > 2


def test_the_order_of_people_changes_no_pair() -> None:
    mentees, mentors = pool(3, 30, 14)
    first = propose(mentees, mentors, load_weights(), raise_worst_off=True, salt="x")
    second = propose(mentees[::-1], mentors[::-1], load_weights(), raise_worst_off=True, salt="x")
    assert sorted(first.pairs, key=str) == sorted(second.pairs, key=str)
    assert first.certificate == second.certificate


def test_a_rehearsal_compares_two_raised_rounds() -> None:
    mentees, mentors = pool(4, 24, 12)
    tuned = load_weights().tuned(topics=10, province=40)
    rehearsal = rehearse(mentees, mentors, load_weights(), tuned, raise_worst_off=True)
    assert rehearsal.before == propose(mentees, mentors, load_weights(), raise_worst_off=True)
    assert rehearsal.after.total == propose(mentees, mentors, tuned, raise_worst_off=True).total


def test_solving_for_others_leaves_it_off() -> None:
    instance = Instance(
        ("a", "b"), {"m": 1, "n": 1}, {("a", "m"): 1000, ("a", "n"): 500, ("b", "m"): 590, ("b", "n"): 100}, {}
    )
    assert solve(instance).total == 1100 and solve(instance, raise_worst_off=True).total == 1090


def test_a_proof_of_a_plain_matching_names_no_lowest() -> None:
    pairs = gather(ROWS, [1, 1])
    plain = assign(pairs)
    assert isinstance(plain, Assignment)
    assert propose([], [], load_weights(), raise_worst_off=True).certificate.number_cover is None
