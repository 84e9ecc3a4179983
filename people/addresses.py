"""E-mail addresses of who has no account: read with care, kept encrypted, found again by a keyed hash.

typed = addresses.clean("  Bestuur@Voorbeeld.NL ")   # "Bestuur@voorbeeld.nl"
addresses.keyed(typed)                               # 64 hex digits: equal for the same mailbox, tells nothing
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.keyed import keyed_hash
from people.typed import without_marks

LONGEST = 254
LOOKS_LIKE = _("Een e-mailadres ziet eruit als naam@voorbeeld.nl. Controleer wat je typte.")
FILL_IN = _("Vul een e-mailadres in.")


def clean(typed: str) -> str:
    """The address as a mail can go to it; ValidationError when it does not look like one."""
    address = without_marks(typed).removeprefix("mailto:")
    # Between quotes almost anything is an address, also another one: nobody has such a mailbox.
    if len(address) > LONGEST or "\x00" in address or '"' in address:
        raise ValidationError(LOOKS_LIKE, code="invalid")
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(LOOKS_LIKE, code="invalid") from error
    name, _at, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def keyed(address: str) -> str:
    """By what one address is known again without being readable; its key is not in the database."""
    return keyed_hash("address", address.lower())


class MailAddressField(forms.CharField):
    """One address: its cleaned value is what `clean` gives. Errors name the field and what helps."""

    default_error_messages = {"required": FILL_IN}  # noqa: RUF012  Django's own shape

    def __init__(self, *, who_sees: str | Promise = "", **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mailadres"))
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}))
        super().__init__(**kwargs)
        self.who_sees = who_sees
        self.validators = []  # `clean` says it in our words, also of a NUL

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return clean(typed) if typed else ""
