"""The shapes of what people fill in when they apply."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people.languages import said
from programmes.choices import QuestionKind
from programmes.models import Edition, Question

LONGEST = {QuestionKind.TEXT: 200, QuestionKind.LONG: 3000}
YES, NO = "ja", "nee"


class AboutYouForm(forms.Form):
    """A name to be called by and a yes to the minimum age; nothing more is needed to begin."""

    name = forms.CharField(
        label=gettext_lazy("Hoe wil je heten?"),
        help_text=gettext_lazy("Je voornaam, of een andere naam die je fijn vindt."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={
            "required": gettext_lazy("Vul in hoe je wilt heten."),
            "max_length": gettext_lazy("Maak de naam korter: hoogstens 60 tekens."),
        },
    )
    old_enough = forms.BooleanField(
        error_messages={"required": gettext_lazy("Kruis aan dat je oud genoeg bent om mee te doen.")}
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        age = edition.minimum_age
        self.fields["old_enough"].label = _("Ik ben %(age)s jaar of ouder") % {"age": age}
        self.fields["name"].who_sees = _("Wie ziet dit? De organisatie van dit programma.")


class ConsentForm(forms.Form):
    """The explicit yes to what taking part shows."""

    agree = forms.BooleanField(
        label=gettext_lazy("Ja, dat vind ik goed"),
        error_messages={"required": gettext_lazy("Kruis aan dat je het goed vindt. Anders kun je niet meedoen.")},
    )


class AnswersForm(forms.Form):
    """The organiser's questions of one step. With `partly`, nothing is required: what is there is kept."""

    def __init__(
        self,
        *args: Any,
        questions: Iterable[Question],
        answers: Mapping[int, str] | None = None,
        partly: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            field = _field(question)
            field.required = question.required and not partly
            field.initial = (answers or {}).get(question.pk, "")
            self.fields[self.name_of(question)] = field

    @staticmethod
    def name_of(question: Question) -> str:
        return f"vraag-{question.pk}"

    def answers(self) -> dict[Question, str]:
        """What was filled in, by question; of a valid form."""
        return {question: self.cleaned_data[self.name_of(question)] for question in self.questions}


def _field(question: Question) -> forms.Field:
    label = said(question, "label")
    asked = {"question": label}
    wrong = {  # beside the field, and in the summary above the form, where it says which question
        "required": (_("Beantwoord deze vraag."), _("Beantwoord de vraag: %(question)s") % asked),
        "invalid_choice": (
            _("Kies een antwoord uit de lijst."),
            _("Kies een antwoord uit de lijst bij: %(question)s") % asked,
        ),
    }
    shape: dict[str, Any] = {
        "label": label,
        "help_text": said(question, "help"),
        "error_messages": {name: words[0] for name, words in wrong.items()},
    }
    field = (
        _chosen(question, shape)
        if question.kind in (QuestionKind.CHOICE, QuestionKind.YESNO)
        else _typed(question, shape)
    )
    field.in_summary = dict(wrong.values())
    field.who_sees = _("Wie ziet dit? De organisatie van dit programma.")
    return field


def _chosen(question: Question, shape: dict[str, Any]) -> forms.Field:
    options = question.options() if question.kind == QuestionKind.CHOICE else [(YES, _("Ja")), (NO, _("Nee"))]
    return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **shape)


def _typed(question: Question, shape: dict[str, Any]) -> forms.Field:
    """The limit is ours and not the browser's: an attribute would cut off pasted text without a word."""
    longest = LONGEST[QuestionKind(question.kind)]
    too_long = ngettext(
        "Je antwoord is te lang. Het mag hoogstens %(longest)s teken zijn.",
        "Je antwoord is te lang. Het mag hoogstens %(longest)s tekens zijn.",
        longest,
    ) % {"longest": longest}
    widget = forms.Textarea(attrs={"rows": 5}) if question.kind == QuestionKind.LONG else forms.TextInput()
    return forms.CharField(validators=[MaxLengthValidator(longest, message=too_long)], widget=widget, **shape)
