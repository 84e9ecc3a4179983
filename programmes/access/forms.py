"""What one needs, in ticks and in words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import ConsentText
from people.typed import PlainTextField
from programmes.models import AccessNeed, Provision

LONGEST = 1000


class NeedForm(forms.Form):
    """Without `consent` the yes was given before, and is not asked again."""

    wishes = forms.MultipleChoiceField(
        label=_("Wat helpt jou om mee te doen?"),
        help_text=_("Kies zo veel als je wilt. Je hoeft niet te zeggen waarom."),
        choices=Provision.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies uit de lijst wat jou helpt.")},
    )
    words = PlainTextField(
        label=_("Wil je er iets bij zeggen?"),
        help_text=_("Bijvoorbeeld welke dag, of hoe groot de letters moeten zijn."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Maak de tekst korter: hoogstens %(limit_value)s tekens.")},
    )
    partner_may_know = forms.BooleanField(
        label=_("De uitvoerder mag mijn naam weten"),
        required=False,
        help_text=_(
            "Soms regelt een andere organisatie de zaal of de tolk. Zonder dit kruisje ziet zij nooit je naam."
        ),
    )

    def __init__(self, *args: Any, need: AccessNeed | None, consent: ConsentText | None, **kwargs: Any) -> None:
        if need is not None:
            kwargs["initial"] = {
                "wishes": [provision.value for provision in need.chosen],
                "words": need.words,
                "partner_may_know": need.partner_may_know,
            }
        super().__init__(*args, **kwargs)
        self.fields["wishes"].who_sees = self.fields["words"].who_sees = _(
            "Wie ziet dit? Alleen de organisatie van deze editie."
        )
        if consent is not None:
            self.fields["agree"] = forms.BooleanField(
                label=_("Ja, bewaar wat ik nodig heb"),
                help_text=consent.words,
                error_messages={"required": _("Zonder jouw ja bewaren wij niets. Kruis dit aan, of stop hier.")},
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not (cleaned.get("wishes") or cleaned.get("words")):
            self.add_error("wishes", _("Kies iets, of schrijf hieronder op wat je nodig hebt."))
        return cleaned
