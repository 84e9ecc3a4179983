"""The card of a party, as its contact writes it. Every party gets the same five questions and the same room."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from elections.models.parties import LONGEST_ANSWER
from elections.parties.actions import CardWords
from people import numbers
from people.addresses import MailAddressField
from people.typed import PlainTextField

LONGEST_AHEAD = dt.timedelta(days=5 * 366)


def _answer(label: Any, hint: Any, required: Any) -> PlainTextField:
    too_long: Any = _("Dit is te lang. Gebruik hoogstens %(limit_value)d tekens. Je gebruikte er %(show_value)d.")
    return PlainTextField(
        label=label,
        help_text=hint,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": required, "max_length": too_long},
    )


class PartyCardForm(forms.Form):
    """`nomination_day`: after it nobody gets on a list any more, so the party's own day lies before it."""

    how = _answer(
        _("Hoe kiezen jullie kandidaten?"),
        _("Wie beslist, en in welke stappen? Hoogstens 400 tekens."),
        _("Vertel hoe jullie kandidaten kiezen."),
    )
    criteria = _answer(
        _("Waarop letten jullie?"),
        _("Noem wat iemand kan nagaan, zoals lid zijn of een dag per week tijd hebben. Hoogstens 400 tekens."),
        _("Vertel waarop jullie letten."),
    )
    closes_on = forms.DateField(
        label=_("Tot en met wanneer kan iemand zich melden?"),
        required=False,
        help_text=_("De laatste dag bij jullie zelf. Laat leeg als die er nog niet is."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag die bestaat. Schrijf de dag zo: 31-12-2029.")},
    )
    mail_address = MailAddressField(
        label=_("E-mailadres van de partij"),
        required=False,
        help_text=_("Dit of een telefoonnummer is nodig. Kies een adres van de partij, niet van een mens."),
    )
    phone = numbers.NumberField(
        label=_("Telefoonnummer van de partij"),
        required=False,
        help_text=_("Iedereen kan dit lezen. Kies een nummer van de partij."),
        autocomplete="off",
        error_messages={"invalid": _("Een telefoonnummer heeft tien cijfers, zoals 010 123 45 67.")},
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url"}),
        error_messages={
            "invalid": _("Een website ziet eruit als www.voorbeeld.nl. Controleer wat je typte."),
            "max_length": _("Dit adres is te lang. Neem de voorpagina van jullie website."),
        },
    )

    def __init__(self, *args: Any, today: dt.date, nomination_day: dt.date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.nomination_day = today, nomination_day

    def clean_closes_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["closes_on"]
        if day is None:
            return None
        if day < self.today:
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt, of laat het veld leeg."))
        if self.nomination_day and self.nomination_day >= self.today and day > self.nomination_day:
            raise forms.ValidationError(_("Dan zijn de lijsten al ingeleverd. Kies een dag vóór de kandidaatstelling."))
        if day > self.today + LONGEST_AHEAD:
            raise forms.ValidationError(_("Deze dag ligt te ver weg. Controleer het jaar."))
        return day

    def clean_phone(self) -> str:
        """Of every party in the same notation, whatever it typed."""
        number: str = self.cleaned_data["phone"]
        return numbers.shown(number) if number else ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        asked = {"mail_address", "phone"}
        if not asked & set(self.errors) and not any(cleaned.get(name) for name in asked):
            self.add_error(
                "mail_address", _("Vul een e-mailadres of een telefoonnummer in. Dan kan iemand jullie bereiken.")
            )
        return cleaned

    def words(self) -> CardWords:
        return CardWords(**self.cleaned_data)


class FindPartyForm(forms.Form):
    """Sent with GET. In which place: then its parties follow."""

    mark_optional = False

    q = forms.CharField(
        label=_("Naam van je gemeente, provincie of waterschap"),
        required=False,
        max_length=60,
        error_messages={"max_length": _("Gebruik hoogstens %(limit_value)d tekens.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )


class DecisionForm(forms.Form):
    """The administrator's answer to a card, about the words that were on the screen."""

    SHOW, NOT_YET, REMOVE = "show", "not-yet", "remove"

    seen = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Wat doe je met deze kaart?"),
        choices=[
            (SHOW, _("Zet haar op de site")),
            (NOT_YET, _("Stuur haar terug, er moet iets anders")),
            (REMOVE, _("Haal haar weg")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je met deze kaart doet.")},
    )
    remark = PlainTextField(
        label=_("Wat moet er anders?"),
        required=False,
        max_length=LONGEST_ANSWER,
        help_text=_("Dit leest wie de kaart inleverde. Alleen nodig als je haar terugstuurt."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Gebruik hoogstens %(limit_value)d tekens.")},
    )

    def clean_seen(self) -> dt.datetime:
        try:
            return dt.datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError as error:
            raise forms.ValidationError(_("Laad deze pagina opnieuw.")) from error

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == self.NOT_YET and not cleaned.get("remark"):
            self.add_error("remark", _("Schrijf op wat er anders moet. Anders weet de partij het niet."))
        return cleaned
