"""What somebody fills in to book a training, to move it, and to give a mark. Nothing asks for a person's name."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Body, Kind
from elections.names.finding import find, fold, named
from people.typed import LineField
from programmes.bookings.actions import Wanted
from programmes.bookings.facts import when
from programmes.choices import Booker
from programmes.models import Session
from programmes.models.booking import HIGHEST, LOWEST

MARK_WORDS = {
    10: gettext_lazy("10: uitmuntend"),
    9: gettext_lazy("9: zeer goed"),
    8: gettext_lazy("8: goed"),
    7: gettext_lazy("7: ruim voldoende"),
    6: gettext_lazy("6: voldoende"),
    5: gettext_lazy("5: net niet voldoende"),
    4: gettext_lazy("4: onvoldoende"),
    3: gettext_lazy("3: ruim onvoldoende"),
    2: gettext_lazy("2: slecht"),
    1: gettext_lazy("1: zeer slecht"),
}


def _day_field(sessions: Iterable[Session]) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Welke dag?"),
        coerce=UUID,
        choices=[(str(session.key), _as_a_choice(session)) for session in sessions],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een dag."),
            "invalid_choice": _("Deze dag is niet meer vrij. Kies een andere dag."),
        },
    )


def _as_a_choice(session: Session) -> str:
    where = _("online") if session.online else _("bij jullie")
    return f"{when(session)}, {where}"


class BookingForm(forms.Form):
    """Without free days there is no day to choose: then it is about waiting."""

    booker = forms.ChoiceField(
        label=gettext_lazy("Wie boekt?"),
        choices=Booker.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies wie er boekt."),
            "invalid_choice": gettext_lazy("Kies wie er boekt uit de lijst."),
        },
    )
    organisation_name = LineField(
        label=gettext_lazy("Naam van de organisatie"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={
            "required": gettext_lazy("Vul de naam van je organisatie in."),
            "max_length": gettext_lazy("Maak de naam korter: hoogstens 120 tekens."),
        },
    )
    municipality = LineField(
        label=gettext_lazy("Voor welke gemeente?"),
        help_text=gettext_lazy("Eén keer is voor één gemeente. Alle partijen die daar samen kiezen, doen mee."),
        max_length=90,
        error_messages={
            "required": gettext_lazy("Vul de naam van de gemeente in."),
            "max_length": gettext_lazy("Vul alleen de naam van de gemeente in."),
        },
    )
    people = forms.IntegerField(
        label=gettext_lazy("Hoeveel mensen komen er?"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Vul in hoeveel mensen er komen. Een schatting is goed."),
            "invalid": gettext_lazy("Vul bij ‘Hoeveel mensen’ een heel getal in, zoals 12."),
        },
    )
    note = LineField(
        label=gettext_lazy("Wat moeten wij weten over de zaal of de groep?"),
        help_text=gettext_lazy("Noem geen namen, en niets over iemands gezondheid."),
        required=False,
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": gettext_lazy("Maak deze tekst korter: hoogstens 280 tekens.")},
    )

    field_order = ("session", "booker", "organisation_name", "municipality", "people", "note")

    def __init__(self, *args: Any, sessions: Iterable[Session], most_people: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sessions := list(sessions):
            self.fields["session"] = _day_field(sessions)
            self.order_fields(self.field_order)
        self.most_people = most_people
        self.fields["people"].help_text = _("Hoogstens %(most)s. Wij vragen geen namen.") % {"most": most_people}

    def clean_people(self) -> int:
        people: int = self.cleaned_data["people"]
        if not 1 <= people <= self.most_people:
            raise ValidationError(
                _("Vul bij ‘Hoeveel mensen’ een getal in van 1 tot en met %(most)s.") % {"most": self.most_people}
            )
        return people

    def clean_municipality(self) -> Body:
        return municipality_named(self.cleaned_data["municipality"])

    def wanted(self) -> Wanted:
        """Of a valid form."""
        said = self.cleaned_data
        names = ("booker", "organisation_name", "municipality", "people", "note")
        return Wanted(**{name: said[name] for name in names}, session=said.get("session"))


def municipality_named(typed: str) -> Body:
    """The municipality of this name; ValidationError with what it could have been."""
    valid = Body.objects.valid(timezone.localdate()).filter(kind=Kind.COUNCIL)
    names = list(named(valid))
    exact = {place for name, place in names if fold(name) == fold(typed)}
    found = find(typed, names)
    close = list(exact) or found.matches
    if len(close) == 1:
        return close[0]
    perhaps = (close or found.suggestions)[:5]
    if not perhaps:
        raise ValidationError(_("Wij kennen deze gemeente niet. Controleer hoe je de naam typte."))
    meant = ", ".join(place.title for place in perhaps)
    raise ValidationError(_("Typ de naam van de gemeente precies. Bedoel je: %(names)s?") % {"names": meant})


class MoveForm(forms.Form):
    """Which other day."""

    def __init__(self, *args: Any, sessions: Iterable[Session], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session"] = _day_field(sessions)


class RatingForm(forms.Form):
    """One mark, in words too."""

    mark = forms.TypedChoiceField(
        label=gettext_lazy("Welk cijfer geef je de training?"),
        coerce=int,
        choices=[(mark, MARK_WORDS[mark]) for mark in range(HIGHEST, LOWEST - 1, -1)],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een cijfer."),
            "invalid_choice": gettext_lazy("Kies een cijfer van 1 tot en met 10."),
        },
    )
