"""The part of a text that is shown, and what someone may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.guessing import nearest
from search.passages import GAP, WORDS, best_passage, marked
from search.words import stem

STEMS = {stem("raadslid", "nl"), stem("uitkering", "nl")}


def marks(pieces: list[tuple[str, bool]]) -> list[str]:
    return [piece for piece, hit in pieces if hit]


def test_each_form_of_the_word_is_marked_and_nothing_else() -> None:
    pieces = marked("Raadsleden met een uitkering: wat een raadslid mag.", STEMS, "nl")
    assert marks(pieces) == ["Raadsleden", "uitkering", "raadslid"]


@given(st.text(alphabet=st.sampled_from("Raadslid uitkeringen<&é’-.\n"), max_size=200))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _hit in marked(text, STEMS, "nl")) == text


def test_the_passage_is_where_most_of_the_words_stand() -> None:
    text = f"{'Eerst iets anders. ' * 40} Een raadslid leest. {'Dan veel meer. ' * 40} Raadslid en uitkering samen."
    pieces = best_passage(text, STEMS, "nl")
    assert marks(pieces) == ["Raadslid", "uitkering"]
    shown = "".join(piece for piece, _hit in pieces)
    assert shown.startswith(f"{GAP} ") and not shown.endswith(GAP) and "samen." in shown
    assert len(shown.split()) <= WORDS + 2


def test_a_passage_from_the_start_and_from_the_middle_say_what_was_left_out() -> None:
    long = "woorden " * 60
    start = "".join(piece for piece, _hit in best_passage(f"Raadslid {long}", STEMS, "nl"))
    assert start.startswith("Raadslid") and start.endswith(f" {GAP}")
    assert best_passage(long, STEMS, "nl") == []
    assert best_passage("", STEMS, "nl") == []


def test_a_heading_does_not_run_into_the_line_below_it() -> None:
    pieces = best_passage("Je rechten\nEen raadslid mag veel.\nOok dit.", STEMS, "nl")
    assert "".join(piece for piece, _hit in pieces) == "Je rechten · Een raadslid mag veel. Ook dit."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("verkeizing", ["verkiezing"]),
        ("raadslit", ["raadslid"]),
        ("utrect", ["utrecht"]),
        ("mentro", ["mentor"]),
        ("xyzzyplugh", []),
        ("lbf", []),  # of three letters nearly everything is near
    ],
)
def test_a_typing_error_leads_to_the_word_that_is_near(typed: str, meant: list[str]) -> None:
    assert nearest(typed, ["utrecht", "mentor", "verkiezing", "raadslid", "lfb", "vergadering"]) == meant


def test_of_two_that_are_as_near_the_one_with_the_same_first_letter_wins() -> None:
    assert nearest("lijsd", ["wijst", "lijst"]) == ["lijst"]
