"""The shapes of what people fill in when they apply."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.languages import said
from people.typed import LineField
from programmes.applying.conditions import is_met
from programmes.applying.fields import NO, YES, as_initial, as_text, fields_of, in_words, name_of
from programmes.applying.steps import condition_of
from programmes.models import Edition, Question

__all__ = ["NO", "YES", "AboutYouForm", "AnswersForm", "ConsentForm", "OwnWordsForm"]


class AboutYouForm(forms.Form):
    """A name to be called by and a yes to the minimum age; nothing more is needed to begin."""

    name = LineField(
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


class OwnWordsForm(forms.Form):
    """Where somebody helped: the person says that it is hers."""

    own_words = forms.BooleanField(
        label=gettext_lazy("Ja, dit zijn mijn eigen antwoorden"),
        error_messages={"required": gettext_lazy("Kruis aan dat dit jouw antwoorden zijn.")},
    )


class AnswersForm(forms.Form):
    """The organiser's questions of one step, those included that a condition may hide.

    `answers` are all of this application, by question. With `partly` nothing is required: what is there is kept.
    A question whose condition is not met is never wrong and has no answer.
    """

    def __init__(
        self,
        *args: Any,
        questions: Iterable[Question],
        answers: Mapping[int, str] | None = None,
        partly: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {name_of(question): question for question in questions}
        self.kept = dict(answers or {})
        for (name, question), field in zip(
            self.questions.items(), fields_of(self.questions.values()).values(), strict=True
        ):
            field.required = field.required and not partly
            field.initial = as_initial(question, self.kept.get(question.pk, ""))
            if question.shown_if:
                field.condition = {"field": name_of(question.shown_if), "answer": question.shown_if_answer}
                field.help_text = format_html("{} {}", _only_if(question), field.help_text)
            self.fields[name] = field

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound:
            for name, question in self.questions.items():
                if not is_met(condition_of(question), self._now()):
                    self._errors.pop(name, None)
                    self.cleaned_data.pop(name, None)

    def _now(self) -> dict[int, str]:
        """What is answered at this moment: here as far as it can be read, elsewhere as it was kept."""
        here = {
            question.pk: as_text(self.cleaned_data.get(name))
            for name, question in self.questions.items()
            if condition_of(question) is None
        }
        return {**self.kept, **here}

    def kept_otherwise(self) -> list[dict[str, str]]:
        """What was kept of these questions and is not what was typed here, to be read beside it."""
        return [
            {"label": said(question, "label"), "value": in_words(question, kept)}
            for question, typed in self.answers().items()
            if (kept := self.kept.get(question.pk, "")) and kept != typed
        ]

    def answers(self) -> dict[Question, str]:
        """What was filled in, by question, as far as it can be read; of what is not asked, nothing."""
        return {
            question: as_text(self.cleaned_data[name])
            for name, question in self.questions.items()
            if name in self.cleaned_data
        }


def _only_if(question: Question) -> str:
    return _("Alleen als je bij ‘%(question)s’ antwoordt: %(answer)s.") % {
        "question": said(question.shown_if, "label"),
        "answer": in_words(question.shown_if, question.shown_if_answer),
    }
