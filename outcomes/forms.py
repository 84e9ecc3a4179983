"""What someone may say of herself for the figures: all of it optional."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.choices import Gender
from outcomes.models.funnel import EARLIEST_BIRTH
from programmes.choices import Province
from programmes.models.edition import YOUNGEST

RATHER_NOT = _("dat zeg ik liever niet")


def latest_birth(today: date | None = None) -> int:
    """Nobody under sixteen takes part."""
    return (today or timezone.localdate()).year - YOUNGEST


class AboutYouForm(forms.Form):
    """An empty answer is an answer: then nothing is kept."""

    gender = forms.ChoiceField(
        label=_("Gender"),
        choices=[*Gender.choices, ("", RATHER_NOT)],
        required=False,
        widget=forms.RadioSelect,
    )
    birth_year = forms.IntegerField(
        label=_("Geboortejaar"),
        help_text=_("Vier cijfers, zoals 1998."),
        required=False,
        min_value=EARLIEST_BIRTH,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
        error_messages={
            "invalid": _("Vul een jaar in met vier cijfers, of laat het leeg."),
            "min_value": _("Vul een jaar vanaf %(limit_value)s in, of laat het leeg."),
        },
    )
    province = forms.ChoiceField(
        label=_("Provincie waar je woont"), choices=[("", RATHER_NOT), *Province.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = _("Wie ziet dit? Niemand. Het telt alleen mee in cijfers over minstens tien mensen.")
        only_band = _(
            "Wie ziet dit? Niemand. In de cijfers staat alleen een groep, zoals 26–35, van minstens tien mensen."
        )
        for name, said in {"gender": nobody, "birth_year": only_band, "province": nobody}.items():
            self.fields[name].who_sees = said  # type: ignore[attr-defined]

    def clean_birth_year(self) -> int | None:
        year: int | None = self.cleaned_data["birth_year"]
        if year is not None and year > latest_birth():
            raise forms.ValidationError(
                _("Vul een jaar tot en met %(latest)s in, of laat het leeg."),
                code="too_young",
                params={"latest": latest_birth()},
            )
        return year
