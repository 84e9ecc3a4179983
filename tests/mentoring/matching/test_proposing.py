"""Proposals: pins, forbidden pairs, ties, and pools of 8 to 40 in which these decide."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from mentoring.matching import Mentee, Mentor, NotAllowed, Proposals, load_weights, propose, score_pair
from mentoring.matching.instances import Instance
from tests.mentoring.matching import people
from tests.proofs.matching import by_brute_force, by_milp


def pool(seed: int, mentees: int, mentors: int, places: int = 2) -> tuple[list[Mentee], list[Mentor]]:
    random = Random(seed)
    return (
        [people.mentee(random, f"a{number}") for number in range(mentees)],
        [people.mentor(random, f"m{number}", random.randint(0, places)) for number in range(mentors)],
    )


def met(proposals: Proposals) -> set[tuple[str, str]]:
    return {(pair.mentee, pair.mentor) for pair in proposals.pairs}


def as_instance(mentees, mentors, weights, pinned=(), forbidden=()) -> Instance:
    scores = {
        (one.id, other.id): score.total
        for one in mentees
        for other in mentors
        if (score := score_pair(one, other, weights)) and (one.id, other.id) not in forbidden
    }
    return Instance(tuple(one.id for one in mentees), {one.id: one.places for one in mentors}, scores, dict(pinned))


@pytest.mark.parametrize("seed", range(25))
def test_small_pools_get_the_best(seed: int) -> None:
    mentees, mentors = pool(seed, mentees=8, mentors=4)
    weights = people.weights(Random(seed))
    proposals = propose(mentees, mentors, weights)
    assert (len(proposals.pairs), proposals.total) == by_brute_force(as_instance(mentees, mentors, weights))


@pytest.mark.parametrize("seed", range(10))
def test_pools_of_forty_get_the_best_with_pins_and_forbidden_pairs(seed: int) -> None:
    mentees, mentors = pool(seed, mentees=40, mentors=20)
    weights = load_weights()
    first = propose(mentees, mentors, weights)
    forbidden = sorted(met(first))[::3]
    pinned = sorted(met(first))[1::6]
    again = propose(mentees, mentors, weights, pinned=pinned, forbidden=forbidden)
    assert {*pinned} <= met(again) and not {*forbidden} & met(again)
    expected = by_milp(as_instance(mentees, mentors, weights, pinned, forbidden))
    assert (len(again.pairs), again.total) == expected


def alike(name: str) -> Mentee:
    ways, some = frozenset({"online"}), frozenset({"x"})
    return Mentee(name, some, some, "raad", "Utrecht", some, some, ways)


def guide(name: str, places: int = 1) -> Mentor:
    ways, some = frozenset({"online"}), frozenset({"x"})
    return Mentor(name, some, some, frozenset({"raad"}), "Utrecht", some, some, ways, places)


def test_with_one_mentor_too_few_one_is_left_and_named() -> None:
    mentees = [alike(f"a{number}") for number in range(9)]
    proposals = propose(mentees, [guide(f"m{number}") for number in range(8)], load_weights())
    assert len(proposals.pairs) == 8 and len(proposals.unassigned) == 1
    assert {pair.mentee for pair in proposals.pairs} | {*proposals.unassigned} == {one.id for one in mentees}


def test_among_equals_the_lot_decides_and_can_be_dealt_anew() -> None:
    mentees, mentors = [alike(f"a{number}") for number in range(9)], [guide(f"m{number}") for number in range(8)]
    left = {propose(mentees, mentors, load_weights(), salt=str(salt)).unassigned for salt in range(60)}
    assert len(left) > 4, "nobody is always the one"


def test_the_order_of_people_changes_no_pair() -> None:
    mentees, mentors = [alike(name) for name in "abcd"], [guide(name, places=1) for name in "xyz"]
    expected = met(propose(mentees, mentors, load_weights()))
    for order in permutations(mentees):
        assert met(propose(order, mentors[::-1], load_weights())) == expected


def test_whoever_has_only_one_way_goes_before_whoever_has_more() -> None:
    flexible, bound = alike("flexible"), replace(alike("bound"), topics=frozenset({"y"}), slots=frozenset({"z"}))
    mentors = [replace(guide("x"), slots=frozenset({"x", "z"})), guide("y")]
    assert met(propose([flexible, bound], mentors, load_weights())) == {("flexible", "y"), ("bound", "x")}


def test_pairs_stand_in_the_order_of_the_mentees() -> None:
    mentees, mentors = pool(4, mentees=20, mentors=12)
    proposals = propose(mentees, mentors, load_weights())
    order = [one.id for one in mentees]
    named = [pair.mentee for pair in proposals.pairs]
    assert named == [one for one in order if one in named]
    assert [*proposals.unassigned] == [one for one in order if one not in named]


def test_a_pin_by_hand_may_pass_over_a_limit_and_says_which() -> None:
    stranger = replace(alike("stranger"), languages=frozenset({"other"}))
    assert propose([stranger], [guide("m")], load_weights()).unassigned == ("stranger",)
    (pair,) = propose([stranger], [guide("m")], load_weights(), pinned=[("stranger", "m")]).pairs
    assert pair.score.barred == ("language",) and pair.score.total == 950


def test_a_pin_takes_a_place() -> None:
    proposals = propose([alike("a"), alike("b")], [guide("m")], load_weights(), pinned=[("b", "m")])
    assert met(proposals) == {("b", "m")} and proposals.unassigned == ("a",)


def test_a_mentor_without_a_place_gets_nobody() -> None:
    assert propose([alike("a")], [guide("m", places=0)], load_weights()).unassigned == ("a",)


@pytest.mark.parametrize(("mentees", "mentors"), [([], []), ([alike("a")], []), ([], [guide("m")])])
def test_an_empty_pool_is_no_fault(mentees: list[Mentee], mentors: list[Mentor]) -> None:
    proposals = propose(mentees, mentors, load_weights())
    assert proposals.pairs == () and len(proposals.unassigned) == len(mentees) and proposals.total == 0


def test_somebody_unknown_who_is_forbidden_has_left_the_pool() -> None:
    assert met(propose([alike("a")], [guide("m")], load_weights(), forbidden=[("gone", "m"), ("a", "gone")])) == {
        ("a", "m")
    }


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"pinned": [("nobody", "m")]}, "not in the pool"),
        ({"pinned": [("a", "nobody")]}, "not in the pool"),
        ({"pinned": [("a", "m"), ("b", "m")]}, "m is pinned 2 times and has 1 places"),
        ({"pinned": [("a", "m"), ("a", "n")]}, "a is pinned 2 times"),
        ({"pinned": [("a", "m")], "forbidden": [("a", "m")]}, "also forbidden"),
    ],
)
def test_pins_that_cannot_be_are_refused(more: dict, says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        propose([alike("a"), alike("b")], [guide("m"), guide("n")], load_weights(), **more)


def test_nobody_stands_in_a_pool_twice() -> None:
    with pytest.raises(NotAllowed, match="a stands twice"):
        propose([alike("a"), alike("a")], [guide("m")], load_weights())
    with pytest.raises(NotAllowed, match="m stands twice"):
        propose([alike("a")], [guide("m"), guide("m")], load_weights())


def test_old_prices_change_no_outcome() -> None:
    mentees, mentors = pool(5, mentees=30, mentors=15)
    cold = propose(mentees, mentors, load_weights())
    warm = propose(mentees[:-1], mentors[1:], load_weights(), warm=cold.certificate)
    assert warm.total == propose(mentees[:-1], mentors[1:], load_weights()).total


def test_what_the_engine_knows_of_a_person_is_this_and_no_more() -> None:
    """No name, photo, age, gender or party can change a rank: there is no field that could hold them."""
    shared = {"id", "topics", "help", "province", "languages", "slots", "ways"}
    assert {*Mentee.__dataclass_fields__} == shared | {"office"}
    assert {*Mentor.__dataclass_fields__} == shared | {"offices", "places"}
