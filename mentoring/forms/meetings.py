"""When a pair meets, and that it did."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentoring.choices import Way
from people.typed import LineField

# Cameras and places are the pair's own affair: here stands only how, so that both know what to arrange.
WAYS = [(way.value, way.label) for way in Way]


LONGEST_PLACE = 200
OFFERED_AT_ONCE = 5
NO_DAY = {"required": _("Vul een dag in."), "invalid": _("Vul een dag in, zoals 31-12-2027.")}
NO_TIME = {"required": _("Vul een tijd in."), "invalid": _("Vul een tijd in, zoals 19:30.")}


def _day(label: str | Promise, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, error_messages=NO_DAY)


def _time(label: str | Promise, *, required: bool = True) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=required, widget=widget, error_messages=NO_TIME)


class _AboutMeeting(forms.Form):
    day = _day(_("Welke dag?"))
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
    way = forms.ChoiceField(
        label=_("Hoe?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe."), "invalid_choice": _("Kies een antwoord uit de lijst.")},
    )

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_two = _("Wie ziet dit? Alleen jij en %(name)s.") % {"name": other}
        for field in self.fields.values():
            field.who_sees = only_two


class MoveForm(_AboutMeeting):
    """One time; the clock is that of Amsterdam."""

    at = _time(_("Hoe laat?"))
    place = LineField(
        label=_("Waar?"),
        required=False,
        help_text=_("Een adres of een plek. Het staat nooit in een mail of in het bestand voor je agenda."),
    )
    field_order = ("day", "at", "minutes", "way", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("In Nederlandse tijd, zoals 19:30.")

    def clean_place(self) -> str:
        place: str = self.cleaned_data["place"]
        if (too_many := len(place) - LONGEST_PLACE) > 0:
            raise forms.ValidationError(_("Dit is %(many)d tekens te lang. Maak het korter.") % {"many": too_many})
        return place

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.read_moment("day", "at", cleaned)
        return cleaned

    def read_moment(self, day: str, at: str, cleaned: dict[str, Any]) -> datetime | None:
        """Of two fields that were filled in; what is wrong with it stands at the day or the time."""
        if cleaned.get(day) is None or cleaned.get(at) is None:
            return None
        typed = datetime.combine(cleaned[day], cleaned[at])
        if not MINYEAR < typed.year < MAXYEAR or timezone.make_aware(typed) <= timezone.now():
            self.add_error(day, _("Kies een moment dat nog komt."))
            return None
        moment = timezone.make_aware(typed)
        if timezone.make_naive(moment.astimezone(UTC)) != typed:
            self.add_error(at, _("Deze tijd is er die nacht niet: de klok gaat een uur vooruit."))
            return None
        if timezone.make_aware(typed.replace(fold=1)).utcoffset() != moment.utcoffset():
            self.add_error(at, _("Deze tijd is er die nacht twee keer: de klok gaat een uur terug. Kies een andere."))
            return None
        return moment

    def starts_at(self) -> datetime:
        """Of a valid day and time."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"]))

    def about(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("minutes", "way", "place")}


class MeetingForm(MoveForm):
    """Up to five times to propose, of which the other one picks one. The first is asked; the others need not be."""

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, other=other, **kwargs)
        for number in range(2, OFFERED_AT_ONCE + 1):
            self.fields[f"day_{number}"] = _day(_("Tijd %(number)d: dag") % {"number": number}, required=False)
            self.fields[f"at_{number}"] = _time(_("Tijd %(number)d: hoe laat") % {"number": number}, required=False)

    def asked(self) -> list[BoundField]:
        return [self[name] for name in self.field_order]

    def more(self) -> list[BoundField]:
        """The times that need not be filled in."""
        return [self[name] for name in self.fields if name not in self.field_order]

    def shows_more(self) -> bool:
        """Something stands there: then it is not folded away."""
        return any(field.value() or field.errors for field in self.more())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for number in range(2, OFFERED_AT_ONCE + 1):
            day, at = f"day_{number}", f"at_{number}"
            for given, missing, said in ((at, day, NO_DAY), (day, at, NO_TIME)):
                if cleaned.get(given) is not None and cleaned.get(missing) is None and missing not in self.errors:
                    self.add_error(missing, said["required"])
            self.read_moment(day, at, cleaned)
        return cleaned

    def times(self) -> list[datetime]:
        """Of a valid form: each moment once."""
        given = self.cleaned_data
        pairs = [("day", "at"), *((f"day_{number}", f"at_{number}") for number in range(2, OFFERED_AT_ONCE + 1))]
        return sorted(
            {
                timezone.make_aware(datetime.combine(given[day], given[at]))
                for day, at in pairs
                if given.get(day) is not None and given.get(at) is not None
            }
        )


class SpokenForm(_AboutMeeting):
    """A conversation that was not planned here."""

    def __init__(self, *args: Any, since: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.since = since
        self.fields["day"].help_text = _("Weet je het niet precies? Kies de dag die je denkt.")

    def clean_day(self) -> date:
        day = self.cleaned_data["day"]
        if not self.since <= day <= timezone.localdate():
            raise forms.ValidationError(_("Kies een dag sinds jullie begin, tot en met vandaag."))
        return day

    def starts_at(self) -> datetime:
        """Noon: the hour is not asked. On the day itself not later than now."""
        noon = timezone.make_aware(datetime.combine(self.cleaned_data["day"], time(12)))
        return min(noon, timezone.now())
