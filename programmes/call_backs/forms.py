"""What is asked of who wants to be called: a number and when, nothing more."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText
from people.numbers import NumberField
from programmes.models import Programme
from programmes.models.call_back import Moment
from programmes.unnamed_consent import add_consent


class CallMeForm(forms.Form):
    number = NumberField(
        label=_("Je telefoonnummer"),
        help_text=_("Mobiel of vast. Schrijf het zoals je het gewend bent."),
        who_sees=_("Wie ziet dit? Alleen wie je belt."),
    )
    moment = forms.ChoiceField(
        label=_("Wanneer kunnen wij je het beste bellen?"),
        choices=Moment.choices,
        initial=Moment.ANY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wanneer wij je kunnen bellen.")},
    )

    def __init__(self, *args: Any, programme: Programme, consent: ConsentText | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if programme.is_sensitive:
            add_consent(self, consent, _("Ja, bewaar mijn nummer om mij te bellen"))
