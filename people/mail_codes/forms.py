from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.addresses import MailAddressField


class AskCodeForm(forms.Form):
    """To which address a code goes."""

    address = MailAddressField()

    def __init__(self, *args: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].help_text = hint


class ConfirmCodeForm(forms.Form):
    """The six digits; spaces and dashes do no harm."""

    code = forms.CharField(
        label=_("Code uit de mail"),
        help_text=_("Zes cijfers."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={
            "required": _("Vul de code uit de mail in."),
            "max_length": _("Een code heeft zes cijfers. Typ alleen de code uit de mail."),
        },
    )
