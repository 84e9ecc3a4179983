"""Reasons in words: for both sides, every code, and nothing said that the other did not choose too."""

import json

import pytest

from mentoring.choices import Way
from mentoring.matching import CODES, Reason
from mentoring.reasons import (
    LABELS,
    did_not_fit,
    kept,
    kept_as_text,
    missed_by,
    said_to,
    said_to_mentee,
    said_to_mentor,
    told,
)
from mentoring.states import Side

SAID = {
    "topics": (
        ["wonen", "zorg"],
        "Deze mentor kent jouw onderwerpen: wonen en zorg en welzijn.",
        "Deze deelnemer kiest jouw onderwerpen: wonen en zorg en welzijn.",
    ),
    "help": (
        ["campagne"],
        "Deze mentor helpt bij wat jij zoekt: campagne voeren.",
        "Deze deelnemer zoekt hulp die jij geeft: campagne voeren.",
    ),
    "office": (
        ["raad"],
        "Deze mentor heeft ervaring met: gemeenteraad.",
        "Deze deelnemer wil naar een ambt dat jij kent: gemeenteraad.",
    ),
    "province": (["Fryslân"], *["Jullie kozen dezelfde provincie: Fryslân."] * 2),
    "language": (["fy", "nl"], *["Jullie delen een taal: Nederlands en Fries."] * 2),
    "availability": (["ma-avond"], *["Jullie kunnen allebei: maandagavond."] * 2),
    "way": (["live"], *["Zo willen jullie elkaar allebei spreken: bij elkaar."] * 2),
}
MISSED = {
    "topics": ["Jullie kozen andere onderwerpen."] * 2,
    "help": ["Deze mentor geeft andere hulp dan jij zoekt.", "Deze deelnemer zoekt andere hulp dan jij geeft."],
    "office": ["Deze mentor kent een ander ambt dan jij koos.", "Deze deelnemer wil naar een ander ambt dan jij kent."],
    "province": ["Jullie kozen een andere provincie."] * 2,
    "language": ["Jullie delen geen taal die jullie opgaven."] * 2,
    "availability": ["Jullie kunnen op andere momenten."] * 2,
    "way": ["Hoe jullie elkaar spreken, moet je nog afspreken."] * 2,
}

KEPT_BEFORE = [
    {"code": "help", "points": 25, "most": 25, "details": ["lijst"], "asked": True},
    {"code": "topics", "points": 0, "most": 30, "details": [], "asked": True},
    {"code": "way", "points": 5, "most": 5, "details": ["live"]},
    {"code": "office", "points": 7, "most": 15, "details": [], "asked": False},
]


def missed(code, side):
    return MISSED[code][side == Side.MENTOR]


def reason(code, *details, points=10, asked=True):
    return Reason(code, points, 20, details, asked)


@pytest.mark.parametrize("code", CODES)
def test_each_reason_is_said_to_both_sides(code):
    details, to_mentee, to_mentor = SAID[code]
    assert (said_to_mentee(reason(code, *details)), said_to_mentor(reason(code, *details))) == (to_mentee, to_mentor)


@pytest.mark.parametrize("code", CODES)
def test_what_did_not_fit_is_said_without_what_either_chose(code):
    assert [did_not_fit(reason(code), side) for side in Side] == MISSED[code]


@pytest.mark.parametrize("code", CODES)
def test_what_a_match_keeps_reads_the_same_as_what_the_engine_gave(code):
    given = [reason(code, *SAID[code][0]), reason(code), reason(code, asked=False)]
    for side in Side:
        assert (
            told(side, kept(given))
            == told(side, given)
            == ([SAID[code][1 + (side == Side.MENTOR)]], [missed(code, side)])
        )
    assert json.loads(kept_as_text(given)) == kept(given)


def test_a_match_keeps_what_fits_and_not_what_it_counted_for():
    given = [reason("help", "lijst", points=25), reason("topics", points=0), reason("office", points=7, asked=False)]
    assert kept(given) == [{"code": "help", "details": ["lijst"]}, {"code": "topics", "details": []}]


@pytest.mark.parametrize("code", CODES)
def test_every_answer_of_a_form_has_its_words(code):
    for value, label in LABELS[code].choices:
        expected = "bij elkaar" if value == Way.STEP_FREE else str(label)
        assert expected in said_to_mentee(reason(code, value))


def test_the_weightiest_comes_first_and_what_nobody_asked_is_no_reason():
    given = [reason("help", "lijst"), reason("topics"), reason("way", "live"), reason("office", asked=False)]
    for reasons in (given, kept(given), KEPT_BEFORE):
        fits = ["Deze deelnemer zoekt hulp die jij geeft: op een kandidatenlijst komen.", SAID["way"][2]]
        assert said_to(Side.MENTOR, reasons) == fits
        assert missed_by(Side.MENTEE, reasons) == ["Jullie kozen andere onderwerpen."]


def test_a_long_list_stays_short():
    said = said_to_mentee(reason("topics", "geld", "wonen", "zorg", "klimaat", "natuur"))
    assert said == "Deze mentor kent jouw onderwerpen: wonen, zorg en welzijn, klimaat en energie en nog 2 dingen."


def test_labels_with_a_comma_are_kept_apart():
    said = said_to_mentee(reason("way", "online", "writing", "live"))
    assert said.endswith("op afstand, met beeld of telefoon; op afstand, schriftelijk en bij elkaar.")


def test_that_someone_asks_for_a_place_without_stairs_is_not_told_on():
    for said in (said_to_mentee, said_to_mentor):
        text = said(reason("way", Way.LIVE, Way.STEP_FREE))
        assert text == "Zo willen jullie elkaar allebei spreken: bij elkaar."


def test_words_follow_the_reader_and_no_number_is_shown():
    for code in CODES:
        for text in (said_to_mentee(reason(code, *SAID[code][0])), *MISSED[code]):
            assert not any(sign.isdigit() for sign in text), text
