"""Finding a body by what people type."""

from dataclasses import dataclass

import pytest

from elections.names.finding import find, fold, named


@dataclass(frozen=True)
class Place:
    name: str
    alias: str = ""


PLACES = [
    Place("'s-Gravenhage", "Den Haag"),
    Place("'s-Hertogenbosch", "Den Bosch"),
    Place("Bergen (L)"),
    Place("Bergen (NH)"),
    Place("Bergen op Zoom"),
    Place("Amerbergen"),
    Place("Fryslân"),
    Place("Geertruidenberg"),
    Place("Súdwest-Fryslân"),
    Place("Hunze en Aa's"),
    Place("Enschede"),
]
NAMED = list(named(PLACES))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("bergen", ["Bergen (L)", "Bergen (NH)", "Bergen op Zoom", "Amerbergen"]),
        ("Bergen (nh)", ["Bergen (NH)"]),
        ("den haag", ["'s-Gravenhage"]),
        ("’S GRAVENHAGE", ["'s-Gravenhage"]),
        ("fryslan", ["Fryslân", "Súdwest-Fryslân"]),
        ("sudwest fryslan", ["Súdwest-Fryslân"]),
        ("hunze en aas", ["Hunze en Aa's"]),
        ("den", ["'s-Hertogenbosch", "'s-Gravenhage", "Geertruidenberg"]),
    ],
)
def test_marks_capitals_and_everyday_names_do_not_matter(words, names):
    found = find(words, NAMED)
    assert [place.name for place in found.matches] == names
    assert found.suggestions == []


@pytest.mark.parametrize(
    ("words", "name"),
    [("enshede", "Enschede"), ("sudwest frieslan", "Súdwest-Fryslân"), ("den hag", "'s-Gravenhage")],
)
def test_a_typing_error_gives_a_suggestion(words, name):
    found = find(words, NAMED)
    assert found.matches == []
    assert found.suggestions[0].name == name


@pytest.mark.parametrize("words", ["", "  ", "()'", "xqxqxq", "parijs", "amsterdam", "漢字", "\u0301"])
def test_what_is_no_name_finds_nothing(words):
    found = find(words, NAMED)
    assert (found.matches, found.suggestions) == ([], [])


def test_fold_keeps_digits_and_letters_only():
    assert fold("  Wetterskip-Fryslân  2 ") == "wetterskip fryslan 2"
