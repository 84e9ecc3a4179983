"""What one of a pair types for the other."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.talking.models import LONGEST_MESSAGE
from people.addresses import MailAddressField
from people.numbers import NumberField
from people.typed import LineField, PlainTextField

LONGEST_OTHERWISE = 200
ONLY_THE_OTHER = _("Wie ziet dit? Alleen de ander, en pas als jullie allebei iets delen.")


class MessageForm(forms.Form):
    words = PlainTextField(
        label=_("Schrijf een bericht"),
        help_text=_("De ander krijgt een mail: er staat een bericht klaar. Jouw tekst staat daar niet in."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Typ eerst een bericht.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? Alleen jullie twee.")

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if (too_many := len(words) - LONGEST_MESSAGE) > 0:
            said = ngettext(
                "Je bericht is %(many)d teken te lang. Maak het korter, of stuur er twee.",
                "Je bericht is %(many)d tekens te lang. Maak het korter, of stuur er twee.",
                too_many,
            )
            raise ValidationError(said % {"many": too_many})
        return words


class ContactForm(forms.Form):
    """Each field is a choice of its own; what stays empty is not shared."""

    mail_address = MailAddressField(required=False, who_sees=ONLY_THE_OTHER)
    phone = NumberField(label=_("Telefoonnummer"), required=False, who_sees=ONLY_THE_OTHER)
    otherwise = LineField(
        label=_("Anders"),
        required=False,
        help_text=_("Bijvoorbeeld een naam in een berichtenapp."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["otherwise"].who_sees = ONLY_THE_OTHER

    def clean_otherwise(self) -> str:
        said: str = self.cleaned_data["otherwise"]
        if (too_many := len(said) - LONGEST_OTHERWISE) > 0:
            raise ValidationError(_("Dit is %(many)d tekens te lang. Maak het korter.") % {"many": too_many})
        return said

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Vul minstens één ding in dat je wilt delen."))
        return cleaned


class MailChoiceForm(forms.Form):
    mark_optional = False

    of_messages = forms.BooleanField(label=_("Mail mij als er een bericht klaarstaat"), required=False)
    of_reminders = forms.BooleanField(label=_("Mail mij de dag voor een afspraak"), required=False)
