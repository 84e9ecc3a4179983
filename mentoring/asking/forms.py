"""Words before an answer, and the organiser's words back."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mentoring.asking.models import LONGEST
from people.typed import PlainTextField

TOO_LONG = _("Schrijf hier hooguit 280 tekens. Je hebt er nu %(show_value)d.")


class EnquiryForm(forms.Form):
    """To the organiser alone."""

    words = PlainTextField(
        label=_("Wat wil je weten?"),
        help_text=_("Hooguit 280 tekens. Zet er geen namen in."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat je wilt weten."), "max_length": TOO_LONG},
    )

    def __init__(self, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? De organisatie. De ander leest dit niet.")  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """Of the organiser, who knows both. `other` is what the other one is really called, where that is not told yet."""

    words = PlainTextField(
        label=_("Antwoord"),
        help_text=_("Hooguit 280 tekens. Noem de ander niet: ook geen gemeente of partij."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf een antwoord."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, other: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.other = other

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        # As it is written: "Groen" is a name, "groen" is a word. What joins a name ("van", "de") is none.
        for name in re.findall(r"[^\W\d_]{3,}", self.other):
            if name[0].isupper() and re.search(rf"\b{re.escape(name)}\b", words):
                raise ValidationError(_("Hier staat “%(name)s”. Noem de ander niet bij naam.") % {"name": name})
        return words
