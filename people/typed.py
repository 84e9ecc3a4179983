"""What somebody typed or pasted, without signs that nobody sees: they come along, or make words read otherwise.

without_marks("\\u202amail@voorbeeld.nl\\u200b")   # "mail@voorbeeld.nl"
plain("Zeven\\x00ster\\n")                         # "Zevenster"
"""

import re
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

# Marks of direction and empty signs.
_MARKS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARK = re.compile(f"[{_MARKS}]")
# These, and what steers a printer: all but tab and the end of a line.
_UNSEEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_MARKS}]")


def without_marks(typed: str) -> str:
    """For what must be exactly one thing, such as an address: a sign that steers is then a fault, and stays."""
    return _MARK.sub("", typed).strip()


def plain(typed: str) -> str:
    """For words: nothing that is not seen, a NUL neither."""
    return _UNSEEN.sub("", typed).strip()


def at_most(number: int) -> list[MaxLengthValidator]:
    """For words: how long they are and may be. It cuts nothing off."""
    said = _("Dit is te lang: %(show_value)s tekens. Het mogen er %(limit_value)s zijn.")
    return [MaxLengthValidator(number, message=said)]


class PlainTextField(forms.CharField):
    """Words without signs that cannot be seen."""

    def to_python(self, value: Any) -> str:
        return plain((super().to_python(value) or "").replace("\r\n", "\n"))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A browser would cut off what is pasted; we say instead how much too long it is."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class LineField(PlainTextField):
    """The same on one line."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())
