from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from people.typed import PlainTextField

LONGEST = 3000


def _words(label: Any, missing: Any, help_text: Any = "") -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 8}),
        validators=[MaxLengthValidator(LONGEST, message=_("Maak de tekst korter: hoogstens 3000 tekens."))],
        error_messages={"required": missing},
    )


class ComplaintForm(forms.Form):
    words = _words(
        _("Wat ging er niet goed?"),
        _("Schrijf op wat er niet goed ging."),
        _("Zeg ook wat je zou helpen. Je hoeft het niet mooi te schrijven."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? De organisatie van dit programma.")


class AnswerForm(forms.Form):
    words = _words(
        _("Jouw antwoord"),
        _("Schrijf een antwoord. Zonder antwoord gaat er niets weg."),
        _("Zeg wat jullie ervan vinden, en wat jullie doen. Deze persoon leest het na het inloggen."),
    )
