"""A rehearsal says who would gain and who would lose by other weights, and sends nothing."""

from random import Random

import pytest

from mentoring.matching import Mentee, Mentor, load_weights, propose, rehearse
from tests.mentoring.matching import people


def one(name: str, topics: str, office: str) -> Mentee:
    some = frozenset({"x"})
    return Mentee(name, frozenset(topics.split()), some, office, "", some, some, frozenset({"online"}))


def other(name: str, topics: str, office: str) -> Mentor:
    some = frozenset({"x"})
    return Mentor(name, frozenset(topics.split()), some, frozenset({office}), "", some, some, frozenset({"online"}), 1)


# By topics Anna goes best with Xenia, by office with Yara; Bea takes what is left.
ANNA, BEA = one("anna", "housing", "raad"), one("bea", "housing water", "")
XENIA, YARA = other("xenia", "housing", "staten"), other("yara", "water", "raad")
BY_TOPICS = load_weights().tuned(topics=50, office=0)
BY_OFFICE = load_weights().tuned(topics=10, office=40)


def test_it_says_who_gets_another_mentor_and_what_that_is_worth() -> None:
    rehearsal = rehearse([ANNA, BEA], [XENIA, YARA], BY_TOPICS, BY_OFFICE)
    assert {pair.mentee: pair.mentor for pair in rehearsal.before.pairs} == {"anna": "xenia", "bea": "yara"}
    assert {pair.mentee: pair.mentor for pair in rehearsal.after.pairs} == {"anna": "yara", "bea": "xenia"}
    (gain,) = rehearsal.gains
    assert (gain.mentee, gain.points) == ("anna", BY_OFFICE.most["office"] - BY_OFFICE.most["topics"])
    assert rehearsal.losses == () and [change.mentee for change in rehearsal.moved] == ["bea"]


def test_the_same_weights_change_nothing() -> None:
    rehearsal = rehearse([ANNA, BEA], [XENIA, YARA], BY_TOPICS, BY_TOPICS)
    assert (rehearsal.gains, rehearsal.losses, rehearsal.moved) == ((), (), ())


def test_being_matched_goes_before_any_score() -> None:
    """One place: Anna's by topics; where office is a limit she may not have it, and Bea does."""
    rehearsal = rehearse([ANNA, BEA], [XENIA], BY_TOPICS, BY_OFFICE.with_limits("office"))
    (loss,), (gain,) = rehearsal.losses, rehearsal.gains
    assert (loss.mentee, loss.after, gain.mentee, gain.before) == ("anna", None, "bea", None)
    assert gain.points > 1000 and loss.points < -1000


@pytest.mark.parametrize("seed", range(10))
def test_it_tells_of_each_who_changes_and_ends_where_a_round_would(seed: int) -> None:
    random = Random(seed)
    mentees = [people.mentee(random, f"a{number}") for number in range(24)]
    mentors = [people.mentor(random, f"m{number}", 1) for number in range(14)]
    first, second = people.weights(random), people.weights(random)
    rehearsal = rehearse(mentees, mentors, first, second)
    assert rehearsal.before == propose(mentees, mentors, first)
    assert rehearsal.after == propose(mentees, mentors, second)
    was = {pair.mentee: pair.mentor for pair in rehearsal.before.pairs}
    will_be = {pair.mentee: pair.mentor for pair in rehearsal.after.pairs}
    changed = {one.id for one in mentees if was.get(one.id) != will_be.get(one.id)}
    told = [change.mentee for change in (*rehearsal.gains, *rehearsal.losses, *rehearsal.moved)]
    assert sorted(told) == sorted(changed)
    points = [change.points for change in rehearsal.gains]
    assert points == sorted(points, reverse=True)
