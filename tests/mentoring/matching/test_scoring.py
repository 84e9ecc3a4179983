"""One pair: limits, points and reasons; and the same for a whole pool at once."""

from dataclasses import replace
from random import Random

import pytest

from mentoring.matching import CODES, Mentee, Mentor, NotAllowed, explain_pair, load_weights, score_pair
from mentoring.matching.packing import pack
from mentoring.matching.pools import encode
from mentoring.matching.scoring_pools import pairs_of
from tests.mentoring.matching import people


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ANNA = Mentee(
    "anna",
    topics=words("care housing water"),
    help=words("listening network"),
    office="raad",
    province="Utrecht",
    languages=words("nl tr"),
    slots=words("mon tue wed"),
    ways=words("online live"),
)
MEIKE = Mentor(
    "meike",
    topics=words("care housing water youth"),
    help=words("listening network"),
    offices=words("raad staten"),
    province="Utrecht",
    languages=words("nl tr en"),
    slots=words("mon tue wed thu"),
    ways=words("online live"),
    places=1,
)
LACKING = {
    "topics": replace(MEIKE, topics=words("youth")),
    "help": replace(MEIKE, help=words("speaking")),
    "office": replace(MEIKE, offices=words("waterschap")),
    "province": replace(MEIKE, province="Zeeland"),
    "language": replace(MEIKE, languages=words("en")),
    "availability": replace(MEIKE, slots=words("sat")),
    "way": replace(MEIKE, ways=frozenset()),
}


def test_all_that_is_asked_gives_all_points() -> None:
    score = score_pair(ANNA, MEIKE, load_weights())
    assert score is not None and score.total == 1000 and score.not_fitting == ()
    assert {reason.code for reason in score.fitting} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_what_is_lacking_costs_its_points_and_is_named(code: str) -> None:
    weights = load_weights()
    score = explain_pair(ANNA, LACKING[code], weights)
    assert score.total == 1000 - weights.most[code]
    assert [(reason.code, reason.points, reason.details) for reason in score.not_fitting] == [(code, 0, ())]


@pytest.mark.parametrize("code", CODES)
def test_only_limits_say_no(code: str) -> None:
    weights = load_weights()
    limit = code in ("language", "availability", "way")
    assert (score_pair(ANNA, LACKING[code], weights) is None) == limit
    assert explain_pair(ANNA, LACKING[code], weights).barred == ((code,) if limit else ())


@pytest.mark.parametrize("code", ["help", "office"])
def test_a_round_can_make_help_and_office_a_limit(code: str) -> None:
    weights = load_weights().with_limits(code)
    assert score_pair(ANNA, LACKING[code], weights) is None
    asks_nothing = replace(ANNA, help=frozenset(), office="")
    assert score_pair(asks_nothing, LACKING[code], weights) is not None


def test_meeting_live_can_be_kept_within_a_province() -> None:
    near, far = load_weights(), load_weights().with_limits(live_within="province")
    only_live = replace(ANNA, ways=words("live"))
    assert score_pair(only_live, LACKING["province"], near) is not None
    assert score_pair(only_live, LACKING["province"], far) is None
    assert score_pair(only_live, replace(MEIKE, province=""), far) is not None
    assert score_pair(ANNA, LACKING["province"], far) is not None, "they can meet online"


def test_the_reasons_add_up_to_the_total() -> None:
    random = Random(1)
    for _ in range(200):
        score = explain_pair(people.mentee(random, "a"), people.mentor(random, "m"), people.weights(random))
        assert score.total == sum(reason.points for reason in score.reasons) <= 1000
        assert [reason.asked for reason in score.reasons] == sorted((r.asked for r in score.reasons), reverse=True)


def test_who_asks_nothing_gets_half() -> None:
    quiet = replace(ANNA, topics=frozenset(), help=frozenset(), office="", province="")
    score = explain_pair(quiet, MEIKE, load_weights())
    assert score.total == 600  # half of 800, and all of what is asked
    assert {reason.code for reason in score.fitting} == {"language", "availability", "way"}
    assert score.not_fitting == ()


@pytest.mark.parametrize("seed", range(30))
def test_a_pool_is_scored_as_its_pairs_are(seed: int) -> None:
    random = Random(seed)
    weights = people.weights(random)
    mentees = [people.mentee(random, f"a{number}") for number in range(random.randint(0, 30))]
    mentors = [people.mentor(random, f"m{number}") for number in range(random.randint(0, 20))]
    pairs = pairs_of(encode(mentees, mentors), weights)
    found = {
        (mentees[row].id, mentors[column].id): int(score)
        for row, column, score in zip(pairs.rows(), pairs.mentor, pairs.score, strict=True)
    }
    expected = {
        (one.id, other.id): score.total
        for one in mentees
        for other in mentors
        if (score := score_pair(one, other, weights)) is not None
    }
    assert found == expected


def test_more_words_than_fit_in_one_number_are_counted_too() -> None:
    many = [f"topic{number}" for number in range(150)]
    mentees = [replace(ANNA, id=f"a{low}", topics=frozenset(many[low : low + 70])) for low in range(0, 150, 10)]
    mentors = [replace(MEIKE, topics=frozenset(many[0::2])), replace(MEIKE, id="m2", topics=frozenset(many[140:]))]
    pairs = pairs_of(encode(mentees, mentors), load_weights())
    expected = [explain_pair(one, other, load_weights()).total for one in mentees for other in mentors]
    assert pairs.score.tolist() == expected


def test_an_unknown_way_of_meeting_is_refused() -> None:
    with pytest.raises(NotAllowed, match="unknown way of meeting: phone"):
        replace(ANNA, ways=words("phone"))


@pytest.mark.parametrize("places", [-1, 1001])
def test_places_have_bounds(places: int) -> None:
    with pytest.raises(NotAllowed, match="places must be 0 to 1000"):
        replace(MEIKE, places=places)


@pytest.mark.parametrize("seed", range(12))
def test_a_pool_that_was_packed_is_scored_by_any_weights(seed: int) -> None:
    random = Random(seed)
    weights, others = people.weights(random), people.weights(random)
    others = replace(others, limits=weights.limits, live_within=weights.live_within)
    mentees = [people.mentee(random, f"a{number}") for number in range(30)]
    mentors = [people.mentor(random, f"m{number}") for number in range(20)]
    pool = encode(mentees, mentors)
    packed = pack(pool, weights)
    for one in (weights, others):
        found, expected = packed.scored(one), pairs_of(pool, one)
        assert found.fingerprint() == expected.fingerprint() and found.score.dtype == expected.score.dtype


def test_weights_that_allow_other_pairs_need_another_packing() -> None:
    packed = pack(encode([ANNA], [MEIKE]), load_weights())
    for other in (load_weights().with_limits("office"), load_weights().with_limits(live_within="province")):
        with pytest.raises(ValueError, match="other pairs"):
            packed.scored(other)
