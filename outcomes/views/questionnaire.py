"""A code is taken at /mijn/, where one is known; answers are given at /vragenlijst/, where nobody asks who is there."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lifecycle.errors import Refused
from outcomes.dossier import asking, codes
from outcomes.models import QuestionnaireAsked, QuestionnaireWave
from people import limits
from people.access import public, signed_in
from people.typed import LineField

RATHER_NOT = _("dat zeg ik liever niet")


class CodeForm(forms.Form):
    code = LineField(
        label=_("Je code"),
        help_text=_("Twintig letters en cijfers. Streepjes en hoofdletters maken niet uit."),
        max_length=codes.LONGEST_TYPED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class AnswersForm(forms.Form):
    """Each question by itself; none is required, one is enough."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=codes.LONGEST_TYPED)

    def __init__(self, *args: Any, wave: QuestionnaireWave, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(asking.questions_of(wave))
        for question in self.questions:
            options = [(str(place), label) for place, label in enumerate(question.options())]
            self.fields[f"question_{question.pk}"] = forms.ChoiceField(
                label=question.said(), choices=[*options, ("", RATHER_NOT)], required=False, widget=forms.RadioSelect
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self.chosen():
            raise forms.ValidationError(_("Kies bij minstens één vraag een antwoord."))
        return cleaned

    def chosen(self) -> dict[int, int]:
        """The place of the option by the number of the question."""
        typed = {question.pk: self.cleaned_data.get(f"question_{question.pk}") for question in self.questions}
        return {question: int(place) for question, place in typed.items() if place}


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def questionnaire(request: HttpRequest, key: UUID) -> HttpResponse:
    """For who was asked. The code stands in the answer to this press and nowhere else."""
    own = QuestionnaireAsked.objects.of(request.user).select_related("wave__edition__programme")
    asked = get_object_or_404(own, wave__key=key)
    context: dict[str, Any] = {"asked": asked, "wave": asked.wave, "is_open": asked.wave.is_open()}
    if request.method == "POST":
        try:
            context["code"] = asking.give_code(asked)
        except Refused as refused:
            messages.error(request, refused.text)
            return redirect("outcomes:questionnaire", key=key)
    return render(request, "outcomes/questionnaire.html", context)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Without account, session or trace: the code alone says for which questions one comes."""
    if request.method != "POST":
        return _ask_code(request, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid() or limits.refuse(request, "questionnaire", form):
        return _ask_code(request, form)
    wave = codes.wave_of(form.cleaned_data["code"])
    if wave is None:
        return _not_working(request, form)
    if "send" not in request.POST:
        return _ask(request, AnswersForm(initial={"code": form.cleaned_data["code"]}, wave=wave))
    answers = AnswersForm(request.POST, wave=wave)
    if not answers.is_valid():
        return _ask(request, answers)
    try:
        asking.add_answers(form.cleaned_data["code"], answers.chosen())
    except Refused:
        return _not_working(request, form)
    return redirect("outcomes:questionnaire_done")


def _not_working(request: HttpRequest, form: CodeForm) -> HttpResponse:
    form.add_error("code", asking.NOT_WORKING)
    return _ask_code(request, form)


def _ask_code(request: HttpRequest, form: CodeForm) -> HttpResponse:
    return render(request, "outcomes/questionnaire_code.html", {"form": form}, status=limits.status_of(form))


def _ask(request: HttpRequest, form: AnswersForm) -> HttpResponse:
    return render(request, "outcomes/questionnaire_answer.html", {"form": form})


@public
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    return render(request, "outcomes/questionnaire_done.html")
