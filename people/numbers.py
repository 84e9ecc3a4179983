"""Telephone numbers in any notation, read to one. Nobody is asked whether a number exists.

read("06-12 34 56 78")       # "+31612345678"
read("0031 (0)6 12345678")   # "+31612345678"
shown("+31612345678")        # "06 12345678"
read("0900-1234")            # NoNumber: what it says is for who typed it
"""

import re
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from people.keyed import keyed_hash

LONGEST = 40
HOME = "NL"

# A letter is a word beside the number; the signs that come along when a number is copied are none.
_LETTER = re.compile(r"[^\W\d_]")
_COSTS_MORE = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST})
_OF_A_PERSON = frozenset(
    {
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
        PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.UAN,
    }
)


class NoNumber(ValueError):
    """Cannot be called; `text` says what is wrong and what helps, and repeats nothing that was typed."""

    def __init__(self, text: str | Promise) -> None:
        super().__init__()
        self.text = text


EMPTY = _("Vul je telefoonnummer in. Bijvoorbeeld 06 12345678.")
TOO_LONG = _("Dit is te lang voor een telefoonnummer. Vul alleen je nummer in.")
ONLY_DIGITS = _("In je telefoonnummer staan letters. Vul alleen cijfers in, zoals 06 12345678.")
NOT_A_NUMBER = _("Dit telefoonnummer klopt niet. Kijk of je een cijfer mist of te veel hebt.")
NOT_CALLED = _("Dit nummer bellen wij niet. Vul je eigen mobiele of vaste nummer in.")


def read(typed: str) -> str:
    """The number as machines write it (E.164); a number without a country is Dutch. NoNumber when there is none."""
    text = typed.strip()
    if not text:
        raise NoNumber(EMPTY)
    if len(text) > LONGEST:
        raise NoNumber(TOO_LONG)
    text = re.sub(r"^tel:", "", text, flags=re.IGNORECASE)
    if _LETTER.search(text):
        raise NoNumber(ONLY_DIGITS)
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        raise NoNumber(NOT_A_NUMBER) from None
    kind = phonenumbers.number_type(number)
    if kind in _COSTS_MORE or _is_short(text):
        raise NoNumber(NOT_CALLED)
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise NoNumber(NOT_A_NUMBER)
    if kind not in _OF_A_PERSON:
        raise NoNumber(NOT_CALLED)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _is_short(text: str) -> bool:
    """112, 144, 1233: for everyone, and nobody's own."""
    return re.fullmatch(r"1\d{2,3}|1\d{4,5}", re.sub(r"\D", "", text)) is not None


def shown(number: str) -> str:
    """For who calls: a Dutch number as people write it here, another with its country."""
    parsed = phonenumbers.parse(number, HOME)
    home = parsed.country_code == phonenumbers.country_code_for_region(HOME)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL)


def keyed(number: str) -> str:
    """By what one number is known again without being readable; its key is not in the database."""
    return keyed_hash("number", number)


class NumberField(forms.CharField):
    """A number in any notation; its cleaned value is what `read` gives. `invalid` replaces what `read` says."""

    default_error_messages = {"required": EMPTY}  # noqa: RUF012  Django's own shape

    def __init__(self, *, who_sees: str | Promise = "", autocomplete: str = "tel", **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": autocomplete, "inputmode": "tel", "size": 24}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)
        self.who_sees = who_sees
        self.validators = []  # `read` says it in our words, also of a NUL

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if not typed:
            return ""
        try:
            return read(typed)
        except NoNumber as none:
            text: Any = self.error_messages.get("invalid") or none.text
            raise ValidationError(text, code="invalid") from none
