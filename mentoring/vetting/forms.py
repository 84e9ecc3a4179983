"""Which office somebody holds or held, a yes to the code of conduct, and material for mentors."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from elections.models import Body
from elections.models.body import Kind
from elections.names.searching import LONGEST as LONGEST_NAME
from mentoring.forms.places import LONGEST as LONGEST_PLACE
from mentoring.forms.places import body_called
from people.typed import LineField
from programmes.choices import Office
from programmes.models import Programme
from programmes.models.material import A_LINK

FIRST_YEAR = 1950
# In the council of a municipality sit those whom it chose; it appoints who governs.
KIND_OF: dict[str, Kind] = {
    Office.COUNCIL: Kind.COUNCIL,
    Office.STATES: Kind.PROVINCE,
    Office.WATER_BOARD: Kind.WATER_BOARD,
    Office.EXECUTIVE: Kind.COUNCIL,
}
ONLY_DESK = gettext_lazy("Wie ziet dit? Jij en de organisatie.")


def _at_most(length: int) -> list[MaxLengthValidator]:
    return [MaxLengthValidator(length, gettext_lazy("Gebruik hoogstens %(limit_value)d tekens."))]


class HeldOfficeForm(forms.Form):
    """In her own words; whether it is so is looked at by the organiser."""

    office = forms.ChoiceField(
        label=gettext_lazy("Welk ambt heb je, of had je?"),
        choices=Office,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een ambt."),
            "invalid_choice": gettext_lazy("Kies een ambt uit de lijst."),
        },
    )
    place = LineField(
        label=gettext_lazy("Waar?"),
        help_text=gettext_lazy("De naam van de gemeente, de provincie of het waterschap."),
        validators=_at_most(LONGEST_PLACE),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Vul in waar dat is of was.")},
    )
    since = forms.IntegerField(
        label=gettext_lazy("Sinds welk jaar?"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "ol-veld--kort"}),
        error_messages={
            "required": gettext_lazy("Vul een jaar in, zoals 2022."),
            "invalid": gettext_lazy("Vul een jaar in, zoals 2022."),
        },
    )
    until = forms.IntegerField(
        label=gettext_lazy("Tot welk jaar?"),
        help_text=gettext_lazy("Doe je het nog? Laat dit dan leeg."),
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "ol-veld--kort"}),
        error_messages={"invalid": gettext_lazy("Vul een jaar in, zoals 2026. Of laat het leeg.")},
    )
    listed_as = LineField(
        label=gettext_lazy("Hoe sta je in de uitslag van de verkiezing?"),
        help_text=gettext_lazy("Je voorletters of voornaam, en je achternaam. Niet nodig als je benoemd bent."),
        required=False,
        validators=_at_most(LONGEST_NAME),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.who_sees = ONLY_DESK
        self.fields["office"].who_sees = gettext_lazy(
            "Wie ziet dit? Jij en de organisatie. "
            "Is het gecontroleerd? Dan leest een deelnemer dat, als minstens vijf mentoren dit ambt kennen."
        )

    def clean_since(self) -> int:
        return _a_year(self.cleaned_data["since"])

    def clean_until(self) -> int | None:
        year = self.cleaned_data["until"]
        return None if year is None else _a_year(year)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        office, place = cleaned.get("office"), cleaned.get("place")
        if office and place:
            try:
                cleaned["body"] = body_called(place, KIND_OF[office])
            except ValidationError as unclear:
                self.add_error("place", unclear)
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Kies een jaar na het begin, of laat het leeg."))
        if office and office != Office.EXECUTIVE and "listed_as" in cleaned and not cleaned["listed_as"]:
            self.add_error("listed_as", _("Vul in hoe je in de uitslag staat. Dan kunnen wij je daar vinden."))
        return cleaned

    @property
    def told(self) -> dict[str, Any]:
        """As mentoring.vetting.actions.tell_office takes it."""
        body: Body = self.cleaned_data["body"]
        return {name: self.cleaned_data[name] for name in ("office", "since", "until", "listed_as")} | {"body": body}


def _a_year(year: int) -> int:
    this_year = timezone.localdate().year
    if not FIRST_YEAR <= year <= this_year:
        raise ValidationError(
            _("Vul een jaar in van %(first)s tot en met %(last)s.") % {"first": FIRST_YEAR, "last": this_year}
        )
    return year


class MaterialForm(forms.Form):
    """For the mentors of one programme."""

    programme = forms.ModelChoiceField(
        label=gettext_lazy("Voor mentoren van"),
        queryset=Programme.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Kies een programma."),
            "invalid_choice": gettext_lazy("Kies een programma uit de lijst."),
        },
    )
    title = LineField(
        label=gettext_lazy("Titel"),
        validators=_at_most(120),
        error_messages={"required": gettext_lazy("Geef het materiaal een titel.")},
    )
    text = LineField(label=gettext_lazy("In een zin"), required=False, validators=_at_most(200))
    link = LineField(
        label=gettext_lazy("Waar het staat"),
        help_text=gettext_lazy("Een adres op internet, of een pagina van deze site, zoals /kennis/rechtspositie/."),
        validators=[*_at_most(300), A_LINK],
        error_messages={"required": gettext_lazy("Vul in waar het staat.")},
    )

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes
