"""When a pair meets, and that it did."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.choices import Way

# Cameras and places are the pair's own affair: here stands only how, so that both know what to arrange.
WAYS = [(way.value, way.label) for way in Way]


class _AboutMeeting(forms.Form):
    day = forms.DateField(
        label=_("Welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Vul een dag in."), "invalid": _("Vul een dag in, zoals 31-12-2027.")},
    )
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


class MeetingForm(_AboutMeeting):
    """A time to propose; the clock is that of Amsterdam."""

    at = forms.TimeField(
        label=_("Hoe laat?"),
        help_text=_("In Nederlandse tijd, zoals 19:30."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Vul een tijd in."), "invalid": _("Vul een tijd in, zoals 19:30.")},
    )
    field_order = ("day", "at", "minutes", "way")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"day", "at"} <= cleaned.keys() and self.starts_at() <= timezone.now():
            self.add_error("day", _("Kies een moment dat nog komt."))
        return cleaned

    def starts_at(self) -> datetime:
        """Of a valid day and time."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"]))


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
