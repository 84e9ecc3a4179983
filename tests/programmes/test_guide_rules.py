"""The rules of the guide as truth tables: which programmes fit which answers, and why."""

import doctest

import pytest

from programmes.guide import rules, words
from programmes.guide.rules import (
    Advice,
    Age,
    Answers,
    Doubt,
    Miss,
    ProgrammeFacts,
    Reason,
    advise,
    doubts,
    misses,
    reasons,
)


def programme(**facts) -> ProgrammeFacts:
    return ProgrammeFacts(**{"key": "a", "name": "Proefraad", **facts})


@pytest.mark.parametrize(
    ("answers", "facts", "expected"),
    [
        (Answers(), {}, ()),
        (Answers(office="raad"), {"office": "raad"}, ()),
        (Answers(office="raad"), {"office": ""}, ()),
        (Answers(office=""), {"office": "staten"}, ()),
        (Answers(office="raad"), {"office": "staten"}, (Miss.OFFICE,)),
        (Answers(age=Age.UNDER_16), {"minimum_age": 16}, (Miss.TOO_YOUNG,)),
        (Answers(age=Age.SIXTEEN_SEVENTEEN), {"minimum_age": 16}, ()),
        (Answers(age=Age.SIXTEEN_SEVENTEEN), {"minimum_age": 17}, ()),
        (Answers(age=Age.SIXTEEN_SEVENTEEN), {"minimum_age": 18}, (Miss.TOO_YOUNG,)),
        (Answers(age=Age.ADULT), {"minimum_age": 18}, ()),
        (Answers(age=Age.ADULT), {"minimum_age": 21}, ()),
        (Answers(age=Age.UNKNOWN), {"minimum_age": 21}, ()),
        (Answers(province="Drenthe"), {"province": ""}, ()),
        (Answers(province="Drenthe"), {"province": "Drenthe"}, ()),
        (Answers(province=""), {"province": "Drenthe"}, ()),
        (Answers(province="Drenthe"), {"province": "Zeeland", "form": "live"}, (Miss.PROVINCE,)),
        (Answers(province="Drenthe"), {"province": "Zeeland", "form": "mixed"}, (Miss.PROVINCE,)),
        (Answers(province="Drenthe"), {"province": "Zeeland", "form": "online"}, ()),
        (Answers(form="online"), {"form": "live"}, (Miss.NOT_ONLINE,)),
        (Answers(form="online"), {"form": "mixed"}, ()),
        (Answers(form="live"), {"form": "online"}, ()),
        (
            Answers(office="raad", age=Age.UNDER_16, province="Drenthe", form="online"),
            {"office": "staten", "province": "Zeeland"},
            (Miss.TOO_YOUNG, Miss.OFFICE, Miss.PROVINCE, Miss.NOT_ONLINE),
        ),
    ],
)
def test_what_keeps_a_programme_from_fitting(answers, facts, expected):
    assert misses(answers, programme(**facts)) == expected


@pytest.mark.parametrize(
    ("answers", "facts", "expected"),
    [
        (Answers(), {}, (Reason.WHOLE_COUNTRY,)),
        (Answers(), {"province": "Zeeland"}, ()),
        (Answers(office="raad"), {"office": "raad"}, (Reason.OFFICE, Reason.WHOLE_COUNTRY)),
        (Answers(office="raad"), {"office": ""}, (Reason.ANY_OFFICE, Reason.WHOLE_COUNTRY)),
        (Answers(station="kunnen"), {"stations": frozenset({"kunnen"}), "province": "Zeeland"}, (Reason.STATION,)),
        (Answers(station="kunnen"), {"stations": frozenset(), "province": "Zeeland"}, ()),
        (Answers(province="Zeeland"), {"province": "Zeeland"}, (Reason.PROVINCE,)),
        (Answers(province="Drenthe"), {"province": "Zeeland", "form": "online"}, (Reason.ONLINE_ANYWHERE,)),
        (Answers(form="live"), {"form": "live", "province": "Zeeland"}, (Reason.FORM,)),
        (Answers(form="live"), {"form": "mixed", "province": "Zeeland"}, ()),
    ],
)
def test_why_a_programme_fits(answers, facts, expected):
    assert reasons(answers, programme(**facts)) == expected


@pytest.mark.parametrize(
    ("answers", "facts", "expected"),
    [
        (Answers(), {"minimum_age": 21, "form": "mixed", "stations": frozenset({"gaan"})}, ()),
        (Answers(age=Age.ADULT), {"minimum_age": 21}, (Doubt.ASK_AGE,)),
        (Answers(age=Age.ADULT), {"minimum_age": 18}, ()),
        (Answers(age=Age.SIXTEEN_SEVENTEEN), {"minimum_age": 17}, (Doubt.ASK_AGE,)),
        (Answers(station="willen"), {"stations": frozenset({"gaan"})}, (Doubt.OTHER_STATION,)),
        (Answers(station="willen"), {"stations": frozenset()}, ()),
        (Answers(form="online"), {"form": "mixed"}, (Doubt.PARTLY_LIVE,)),
        (Answers(form="live"), {"form": "online"}, (Doubt.ONLY_ONLINE,)),
    ],
)
def test_what_to_ask_beforehand(answers, facts, expected):
    assert doubts(answers, programme(**facts)) == expected


def names(advice: Advice) -> tuple[list[str], list[str], list[str]]:
    return (
        [fit.programme.name for fit in advice.now],
        [fit.programme.name for fit in advice.later],
        [missed.programme.name for missed in advice.missed],
    )


def test_what_answers_a_wish_stands_first_and_closed_ones_apart():
    programmes = [
        programme(name="Elk ambt"),
        programme(name="Raad", office="raad"),
        programme(name="Raad, later", office="raad", takes_applications=False),
        programme(name="Staten", office="staten"),
        programme(name="Staten, vanaf 30", office="staten", minimum_age=30),
    ]
    advice = advise(Answers(office="raad", age=Age.SIXTEEN_SEVENTEEN), programmes)
    assert names(advice) == ([], [], ["Elk ambt", "Raad", "Raad, later", "Staten", "Staten, vanaf 30"])
    advice = advise(Answers(office="raad", age=Age.ADULT), programmes)
    assert names(advice) == (["Raad", "Elk ambt"], ["Raad, later"], ["Staten", "Staten, vanaf 30"])


def test_fewer_doubts_go_first_and_names_settle_the_rest():
    programmes = [
        programme(name="C"),
        programme(name="B"),
        programme(name="A", minimum_age=21),
    ]
    assert names(advise(Answers(age=Age.ADULT), programmes))[0] == ["B", "C", "A"]
    assert names(advise(Answers(age=Age.ADULT), reversed(programmes)))[0] == ["B", "C", "A"]


def test_nothing_fits_is_said():
    assert advise(Answers(office="raad"), [programme(office="staten")]).is_empty
    assert not advise(Answers(), [programme(takes_applications=False)]).is_empty


def test_every_reason_has_its_words():
    assert (set(words.REASONS), set(words.DOUBTS), set(words.MISSES)) == (set(Reason), set(Doubt), set(Miss))


def test_the_example_above_the_rules_is_true():
    assert doctest.testmod(rules).failed == 0
    assert doctest.testmod(rules).attempted > 0
