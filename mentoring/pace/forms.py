"""What a pair fills in about how it goes on, and what each tells the organiser."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.choices import Way
from mentoring.pace.actions.agreeing import LONGEST_WORDS
from mentoring.pace.actions.check_ins import LONGEST_NOTE
from mentoring.pace.actions.goals import LONGEST_GOAL
from mentoring.pace.actions.going_on import LONGEST_PAUSE
from mentoring.pace.choices import Going, Helped, Moment, Need, Often, WishReason
from mentoring.pace.models import Agreement
from people.typed import LineField, PlainTextField, at_most

_LATEST = date(2100, 1, 1)
_NOT_IN_LIST = _("Kies een antwoord uit de lijst.")


def _day(label: Any, *, required: Any = "", help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=bool(required),
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": required, "invalid": _("Vul een dag in, zoals 31-12-2027.")},
    )


def _one_of(label: Any, choices: Any, *, required: Any) -> forms.ChoiceField:
    said = {"required": required, "invalid_choice": _NOT_IN_LIST}
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=said)


class AgreementForm(forms.Form):
    often = _one_of(_("Hoe vaak spreken jullie elkaar?"), Often.choices, required=_("Kies hoe vaak."))
    way = _one_of(_("Hoe?"), Way.choices, required=_("Kies op welke manier."))
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten?"),
        initial=60,
        validators=[
            MinValueValidator(10, message=_("Vul minstens 10 minuten in.")),
            MaxValueValidator(480, message=_("Vul hoogstens 480 minuten in.")),
        ],
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Vul in hoeveel minuten."), "invalid": _("Vul een getal in, zoals 60.")},
    )
    until = _day(_("Tot wanneer?"), help_text=_("Weet je het nog niet? Laat het leeg."))
    words = PlainTextField(
        label=_("Wat blijft tussen jullie?"),
        help_text=_("Bijvoorbeeld: wat wij bespreken, vertellen wij niet verder."),
        required=False,
        validators=at_most(LONGEST_WORDS),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.who_sees = _("Wie ziet dit? Alleen jij en %(name)s.") % {"name": other}

    @classmethod
    def of(cls, agreement: Agreement | None, data: Any, *, other: str) -> "AgreementForm":
        kept = {name: getattr(agreement, name) for name in cls.base_fields} if agreement else {}
        return cls(data, initial=kept, other=other)

    def clean_until(self) -> date | None:
        day: date | None = self.cleaned_data["until"]
        if day and not timezone.localdate() < day < _LATEST:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day


class GoalForm(forms.Form):
    words = LineField(
        label=_("Een klein doel"),
        help_text=_("Iets wat binnen een paar weken kan. Bijvoorbeeld: ik bezoek een raadsvergadering."),
        validators=at_most(LONGEST_GOAL),
        error_messages={"required": _("Schrijf je doel op.")},
    )

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].who_sees = _("Wie ziet dit? Alleen jij en %(name)s.") % {"name": other}


class PauseForm(forms.Form):
    until = _day(
        _("Pauze tot en met"),
        required=_("Vul in tot wanneer."),
        help_text=_("Bijvoorbeeld tijdens een reces, een vakantie of een campagne. Hoogstens een half jaar."),
    )

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown_to = _("Wie ziet dit? Jij en %(name)s. De organisatie ziet dat jullie pauze hebben.")
        self.fields["until"].who_sees = shown_to % {"name": other}

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if not timezone.localdate() <= day <= timezone.localdate() + LONGEST_PAUSE:
            raise forms.ValidationError(_("Kies een dag die nog komt, hoogstens een half jaar vooruit."))
        return day


class CheckInForm(forms.Form):
    """Two taps, and a field for who wants to say more. The last one looks back instead."""

    going = _one_of(_("Hoe gaat het met jullie?"), Going.choices, required=_("Kies hoe het gaat."))
    need = _one_of(_("Wat helpt nu?"), Need.choices, required=_("Kies wat nu helpt."))
    helped = forms.MultipleChoiceField(
        label=_("Wat gaf het jou?"),
        choices=Helped.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies uit de antwoorden die er staan.")},
    )
    words = PlainTextField(
        label=_("Wil je iets zeggen tegen de organisatie?"),
        required=False,
        validators=at_most(LONGEST_NOTE),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, moment: str, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["need" if moment == Moment.END else "helped"]
        if moment == Moment.END:
            self.fields["going"].label = _("Hoe ging het tussen jullie?")
            self.fields["going"].choices = [
                (Going.WELL, _("Het ging goed.")),
                (Going.FAIR, _("Het ging, maar het kon beter.")),
                (Going.HARD, _("Het liep niet.")),
            ]
        for field in self.fields.values():
            field.who_sees = _("Wie ziet dit? De organisatie van je programma. %(name)s niet.") % {"name": other}


class OtherMentorForm(forms.Form):
    """Why, chosen from a list, and what happens until then."""

    KEEP, END = "keep", "end"

    reason = _one_of(
        _("Waarom wil je een andere mentor?"),
        WishReason.choices,
        required=_("Kies waarom. “Liever niet” mag ook."),
    )
    until_then = _one_of(
        _("En tot die tijd?"),
        [(KEEP, _("Wij gaan door tot er iemand anders is.")), (END, _("Ik stop nu met dit koppel."))],
        required=_("Kies wat er tot die tijd gebeurt."),
    )

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to_organiser = _("Wie ziet dit? De organisatie van je programma. %(name)s niet.")
        self.fields["reason"].who_sees = to_organiser % {"name": other}
        told = _("Wie ziet dit? Stop je nu, dan hoort %(name)s dat het is afgesloten. Meer niet.")
        self.fields["until_then"].who_sees = told % {"name": other}

    @property
    def keeps(self) -> bool:
        return bool(self.cleaned_data["until_then"] == self.KEEP)
