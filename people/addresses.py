"""E-mail addresses of who has no account: read with care, kept encrypted, found again by a keyed hash.

typed = addresses.clean("  Bestuur@Voorbeeld.NL ")   # "Bestuur@voorbeeld.nl"
addresses.keyed(typed)                               # 64 hex digits: equal for the same mailbox, tells nothing
"""

import hmac
import re
from hashlib import sha256
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

LONGEST = 254
LOOKS_LIKE = _("Een e-mailadres ziet eruit als naam@voorbeeld.nl. Controleer wat je typte.")
FILL_IN = _("Vul een e-mailadres in.")

# What comes along when an address is copied from a page or a mail: marks of direction and empty signs.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(typed: str) -> str:
    """The address as a mail can go to it; ValidationError when it does not look like one."""
    address = _UNSEEN.sub("", typed).strip().removeprefix("mailto:")
    if len(address) > LONGEST or "\x00" in address:
        raise ValidationError(LOOKS_LIKE, code="invalid")
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(LOOKS_LIKE, code="invalid") from error
    name, _at, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def keyed(address: str) -> str:
    """By what one address is known again without being readable; its key is not in the database."""
    return hmac.new(f"address:{settings.SECRET_KEY}".encode(), address.lower().encode(), sha256).hexdigest()


class MailAddressField(forms.CharField):
    """One address: its cleaned value is what `clean` gives. Errors name the field and what helps."""

    default_error_messages = {"required": FILL_IN}  # noqa: RUF012  Django's own shape

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mailadres"))
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}))
        super().__init__(**kwargs)
        self.validators = []  # `clean` says it in our words, also of a NUL

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return clean(typed) if typed else ""
