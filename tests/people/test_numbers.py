"""A telephone number in the notations that people use, read to one; and what is no number says what helps."""

import pytest

from people import numbers
from people.numbers import NoNumber, keyed, read, shown

MOBILE = "+31612345678"
NOTATIONS = [
    "0612345678",
    "06 12345678",
    "06-12345678",
    "06 - 12 34 56 78",
    "06.12.34.56.78",
    "(06) 12345678",
    "+31612345678",
    "+31 6 1234 5678",
    "+31(0)6-12345678",
    "0031 6 12345678",
    "0031(0)612345678",
    "tel:+31-6-12345678",
    "31612345678",
    "  06/12345678 ",
    "\u202a06\u00a012345678\u202c",
    "＋３１ ６ １２３４５６７８",
]


@pytest.mark.parametrize("typed", NOTATIONS)
def test_one_number_in_every_notation(typed: str) -> None:
    assert read(typed) == MOBILE


@pytest.mark.parametrize(
    ("typed", "number", "on_screen"),
    [
        ("020-624 11 11", "+31206241111", "020 624 1111"),
        ("088 123 45 67", "+31881234567", "088 123 4567"),
        ("0032 470 12 34 56", "+32470123456", "+32 470 12 34 56"),
    ],
)
def test_a_fixed_line_and_a_neighbour(typed: str, number: str, on_screen: str) -> None:
    assert (read(typed), shown(read(typed))) == (number, on_screen)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", numbers.EMPTY),
        ("   ", numbers.EMPTY),
        ("06123", numbers.NOT_A_NUMBER),
        ("06123456789", numbers.NOT_A_NUMBER),
        ("+", numbers.NOT_A_NUMBER),
        ("()-", numbers.NOT_A_NUMBER),
        ("06\x0012345678\x00\x00\x00", numbers.NOT_A_NUMBER),
        ("bel mij op 0612345678", numbers.ONLY_DIGITS),
        ("0612345678 ext 5", numbers.ONLY_DIGITS),
        ("٠٦abc", numbers.ONLY_DIGITS),
        ("112", numbers.NOT_CALLED),
        ("0900-1234", numbers.NOT_CALLED),
        ("0800 1351", numbers.NOT_CALLED),
        ("06" * 500_000, numbers.TOO_LONG),
        ("<script>alert(1)</script>", numbers.ONLY_DIGITS),
    ],
)
def test_what_is_no_number_says_what_helps(typed: str, text: object) -> None:
    with pytest.raises(NoNumber) as none:
        read(typed)
    assert none.value.text == text
    assert str(none.value) == "", "what was typed stands in no log"


def test_a_number_is_known_again_without_being_readable(settings) -> None:
    before = keyed(MOBILE)
    assert before == keyed(MOBILE) != keyed("+31612345679") and "612345678" not in before
    settings.SECRET_KEY = "another"
    assert keyed(MOBILE) != before
