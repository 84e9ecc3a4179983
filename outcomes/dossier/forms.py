"""What an organiser fills in for a dossier: the subsidy with its promises, and the questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from outcomes.choices import FunnelStep, Moment, QuestionnaireKind
from outcomes.dossier.counting import EXACT
from outcomes.dossier.done import PUBLISHED
from outcomes.models import Grant, Promise, QuestionnaireQuestion
from people.desk_days import DayInput
from people.typed import LineField, PlainTextField
from programmes.forbidden import trait_asked_for
from programmes.models import Programme

MOST_WORDS = 5
MOST_PEOPLE = 100_000
MOST_OPTIONS, FEWEST_OPTIONS, LONGEST_OPTION = 7, 2, 80


def steps_to_promise(programme: Programme) -> list[FunnelStep]:
    return [step for step in (*EXACT, *PUBLISHED) if step != FunnelStep.MATCHED or programme.has_mentors]


class GrantForm(forms.Form):
    """A number for each step, and some promises in words; what is left empty was not promised."""

    grantor = LineField(label=_("Van wie"), max_length=120, help_text=_("De organisatie die de subsidie gaf."))
    reference = LineField(label=_("Kenmerk"), max_length=60, required=False)
    starts_on = forms.DateField(label=_("Vanaf"), widget=DayInput)
    ends_on = forms.DateField(label=_("Tot en met"), widget=DayInput)
    purpose = PlainTextField(
        label=_("Waarvoor"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén alinea uit de aanvraag. Zonder namen van mensen."),
    )
    told = PlainTextField(
        label=_("Jullie verhaal erbij"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Wat de cijfers niet zeggen. Zonder namen van mensen."),
    )

    def __init__(self, *args: Any, programme: Programme, grant: Grant | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_filled_in(grant) if grant else None, **kwargs)
        self.steps = steps_to_promise(programme)
        for step in self.steps:
            self.fields[f"number_{step}"] = forms.IntegerField(
                label=str(step.label).capitalize(), min_value=0, max_value=MOST_PEOPLE, required=False
            )
        for place in range(MOST_WORDS):
            number = {"number": place + 1}
            self.fields[f"promise_{place}"] = LineField(
                label=_("Belofte %(number)s") % number, max_length=200, required=False
            )
            self.fields[f"done_{place}"] = LineField(
                label=_("Wat er van belofte %(number)s kwam") % number, max_length=300, required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        for place in range(MOST_WORDS):
            if cleaned.get(f"done_{place}") and not cleaned.get(f"promise_{place}"):
                self.add_error(f"promise_{place}", _("Je schreef wat ervan kwam. Schrijf ook wat je beloofde."))
        return cleaned

    def groups(self) -> list[dict[str, Any]]:
        """The fields as they stand together on the page."""
        words = [name for place in range(MOST_WORDS) for name in (f"promise_{place}", f"done_{place}")]
        groups = (
            (_("De subsidie"), "", ["grantor", "reference", "starts_on", "ends_on", "purpose"]),
            (
                _("Hoeveel mensen je beloofde"),
                _("Laat leeg wat je niet beloofde. Wat er gebeurde, tellen wij zelf."),
                [f"number_{step}" for step in self.steps],
            ),
            (_("Wat je nog meer beloofde"), _("In woorden, met wat ervan kwam."), words),
            (_("Jullie verhaal"), "", ["told"]),
        )
        return [
            {"heading": title, "text": text, "fields": [self[name] for name in names]} for title, text, names in groups
        ]

    def promises(self) -> list[Promise]:
        """Unsaved, in the order of the form."""
        cleaned = self.cleaned_data
        numbers = [
            Promise(step=step, number=cleaned[f"number_{step}"], order=place)
            for place, step in enumerate(self.steps)
            if cleaned[f"number_{step}"] is not None
        ]
        words = [
            Promise(text=cleaned[f"promise_{place}"], done=cleaned[f"done_{place}"], order=len(self.steps) + place)
            for place in range(MOST_WORDS)
            if cleaned[f"promise_{place}"]
        ]
        return [*numbers, *words]

    def values(self) -> dict[str, Any]:
        """What stands on the subsidy itself."""
        return {name: self.cleaned_data[name] for name in OF_THE_GRANT}


OF_THE_GRANT = ("grantor", "reference", "starts_on", "ends_on", "purpose", "told")


def _filled_in(grant: Grant) -> dict[str, Any]:
    filled = {name: getattr(grant, name) for name in OF_THE_GRANT}
    promises = list(grant.promises.all())
    filled |= {f"number_{one.step}": one.number for one in promises if one.step}
    for place, one in enumerate(one for one in promises if not one.step):
        filled |= {f"promise_{place}": one.text, f"done_{place}": one.done}
    return filled


class QuestionForm(forms.Form):
    """A question about the programme, never about who answers it. Once somebody answered only its moments change."""

    text = LineField(
        label=_("Vraag"),
        max_length=200,
        help_text=_("Over het programma. Bij een schaal: zo, dat ‘helemaal niet’ tot ‘helemaal’ erop past."),
    )
    text_en = LineField(label=_("Vraag, in het Engels"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Soort antwoord"), choices=QuestionnaireKind.choices, widget=forms.RadioSelect)
    choices = PlainTextField(
        label=_("Keuzes"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Alleen bij een lijst. Eén keuze per regel, van twee tot zeven."),
    )
    choices_en = PlainTextField(
        label=_("Keuzes, in het Engels"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In dezelfde volgorde."),
    )
    moments = forms.MultipleChoiceField(
        label=_("Wanneer"),
        choices=Moment.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wanneer je deze vraag stelt.")},
    )

    def __init__(self, *args: Any, question: QuestionnaireQuestion | None = None, **kwargs: Any) -> None:
        initial = {"kind": QuestionnaireKind.SCALE}
        if question:
            initial = {name: getattr(question, name) for name in OF_THE_QUESTION} | {"moments": question.moments()}
        super().__init__(*args, initial=initial, **kwargs)
        if question and question.is_answered():
            for name in OF_THE_QUESTION:
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == QuestionnaireKind.CHOICE:
            self._check_choices(cleaned)
        else:
            cleaned |= {"choices": "", "choices_en": ""}
        if trait_asked_for(*(cleaned.get(name) or "" for name in ("text", "text_en", "choices", "choices_en"))):
            self.add_error("text", _("Deze vraag gaat over wat wij nooit vragen, zoals afkomst, gezondheid of partij."))
        return cleaned

    def _check_choices(self, cleaned: dict[str, Any]) -> None:
        lines = _lines(cleaned.get("choices") or "")
        if not FEWEST_OPTIONS <= len(lines) <= MOST_OPTIONS:
            self.add_error("choices", _("Geef van twee tot zeven keuzes, elk op een eigen regel."))
        if any(len(line) > LONGEST_OPTION for line in lines):
            self.add_error("choices", _("Een keuze is te lang. Houd het bij 80 tekens per regel."))
        if len(set(lines)) < len(lines):
            self.add_error("choices", _("Een keuze staat er dubbel in. Haal er een weg."))
        english = _lines(cleaned.get("choices_en") or "")
        if english and len(english) != len(lines):
            self.add_error("choices_en", _("Geef in het Engels evenveel keuzes, of laat dit leeg."))

    def values(self) -> dict[str, Any]:
        moments = {moment.field: moment.value in self.cleaned_data["moments"] for moment in Moment}
        return {name: self.cleaned_data[name] for name in OF_THE_QUESTION} | moments


OF_THE_QUESTION = ("text", "text_en", "kind", "choices", "choices_en")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
