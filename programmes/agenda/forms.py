"""What somebody fills in who comes to an event: how to be called, and nothing more."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import Event


class RegistrationForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Hoe wil je heten?"),
        help_text=gettext_lazy("Je voornaam, of een andere naam die je fijn vindt."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={
            "required": gettext_lazy("Vul in hoe je wilt heten."),
            "max_length": gettext_lazy("Maak de naam korter: hoogstens 60 tekens."),
            "null_characters_not_allowed": gettext_lazy("In de naam staat een vreemd teken. Typ de naam opnieuw."),
        },
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].who_sees = _("Wie ziet dit? %(organisation)s.") % {"organisation": event.organisation}
