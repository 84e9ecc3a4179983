"""Signs that nobody sees go out of what was typed; what is seen stays."""

import pytest

from people.addresses import MailAddressField
from people.keyed import keyed_hash
from people.numbers import NumberField
from people.typed import LineField, PlainTextField, plain, without_marks

MARKS = "\u00ad\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff"
STEERING = "\x00\x07\x0b\x1f\x7f\x85"


def test_words_lose_what_is_not_seen_and_keep_their_lines() -> None:
    assert plain(f" {MARKS}Zé{STEERING}ven\tster\n5 € {MARKS}") == "Zéven\tster\n5 €"


def test_of_an_address_only_marks_go_so_that_a_sign_that_steers_is_seen_as_a_fault() -> None:
    assert without_marks(f"{MARKS} post@voorbeeld.nl\u200b ") == "post@voorbeeld.nl"
    assert without_marks("po\x00st") == "po\x00st"


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        (PlainTextField(), "een\r\n\u202etwee\x00", "een\ntwee"),
        (LineField(), "een\r\n \u202etwee\x00  drie", "een twee drie"),
        (LineField(required=False), "\x00\u200b", ""),
        (PlainTextField(required=False), None, ""),
    ],
)
def test_a_field_of_words_takes_what_is_seen(field: PlainTextField, typed: str | None, read: str) -> None:
    assert field.clean(typed) == read


def test_a_browser_cuts_nothing_off() -> None:
    assert "maxlength" not in LineField(max_length=5).widget.attrs
    assert "maxlength" not in PlainTextField(max_length=5).widget.attrs


@pytest.mark.parametrize("field", [MailAddressField(who_sees="Niemand."), NumberField(who_sees="Niemand.")])
def test_beside_an_address_and_a_number_stands_who_sees_it(field: MailAddressField | NumberField) -> None:
    assert field.who_sees == "Niemand."


def test_one_text_of_another_kind_or_key_is_known_as_another(settings) -> None:
    mark = keyed_hash("address", "0612345678")
    assert mark == keyed_hash("address", "0612345678") and len(mark) == 64
    assert mark != keyed_hash("number", "0612345678")
    settings.SECRET_KEY = "another"
    assert mark != keyed_hash("address", "0612345678")
