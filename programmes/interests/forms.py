"""What is asked of who wants to hear of it: an address, nothing more."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.addresses import MailAddressField
from people.models import ConsentText
from programmes.choices import Province
from programmes.models import Programme
from programmes.unnamed_consent import add_consent


class InterestForm(forms.Form):
    """For one programme; without one it asks where."""

    address = MailAddressField(
        label=_("Je e-mailadres"), who_sees=_("Wie ziet dit? Niemand. Wij sturen er één mail heen.")
    )
    province = forms.ChoiceField(
        label=_("In welke provincie?"),
        choices=[("", _("Heel Nederland")), *Province.choices],
        required=False,
        error_messages={"invalid_choice": _("Kies een provincie uit de lijst, of kies Heel Nederland.")},
    )

    def __init__(self, *args: Any, programme: Programme | None, consent: ConsentText | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if programme is not None:
            del self.fields["province"]
            if programme.is_sensitive:
                add_consent(self, consent, _("Ja, bewaar mijn e-mailadres voor dit bericht"))
