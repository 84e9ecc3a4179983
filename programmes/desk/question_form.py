"""A question at the desk, and whether what all questions of an edition ask for together can be asked."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from programmes.applying.fields import options_of
from programmes.applying.steps import why_too_many
from programmes.models import Edition, Question


class QuestionForm(WagtailAdminModelForm):
    """Hangs, if it does, on a question of the same edition that was saved before."""

    def __init__(self, *args: Any, edition: Edition | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = edition.pk if edition else None
        self.fields["shown_if"].queryset = Question.objects.filter(edition=known).exclude(pk=self.instance.pk)
        if known is None:
            self.fields["shown_if"].help_text = _("Bewaar eerst de editie. Daarna kies je hier een eerdere vraag.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        before, answer = cleaned.get("shown_if"), " ".join(cleaned.get("shown_if_answer", "").split())
        if before and not answer:
            raise ValidationError({"shown_if_answer": _("Zeg ook bij welk antwoord je deze vraag stelt.")})
        if answer and not before and "shown_if" in cleaned:
            raise ValidationError({"shown_if": _("Kies ook de vraag waar dit een antwoord op is. Of maak beide leeg.")})
        cleaned["shown_if_answer"] = _as_it_stands(before, answer) if before else ""
        return cleaned


def _as_it_stands(before: Question, answer: str) -> str:
    """What was typed in small letters or in the words of the page is the choice that it means."""
    meant = [value for value, label in options_of(before) if answer.casefold() in (value.casefold(), label.casefold())]
    return meant[0] if meant else answer


def why_not_together(forms: Iterable[WagtailAdminModelForm], reveals: str) -> str:
    """Of the forms of all questions that stay, in the order of the screen: what is wrong between them, or ""."""
    kept = [form for form in forms if form.is_valid() and form.cleaned_data.get("label")]
    stay = [form for form in kept if not form.cleaned_data.get("DELETE")]
    if reason := why_too_many((form.cleaned_data["step"] for form in stay), reveals):
        return reason
    by_question = {form.instance.pk: form for form in stay if form.instance.pk}
    hanging = (form for form in stay if form.cleaned_data.get("shown_if"))
    return next((reason for form in hanging if (reason := _why_not(form, by_question))), "")


def let_go_of_removed(forms: Iterable[WagtailAdminModelForm]) -> None:
    """Before rows go one by one: none still hangs on one that goes with the same press."""
    removed = [form.instance.pk for form in forms if form.instance.pk and form.cleaned_data.get("DELETE")]
    Question.objects.filter(shown_if__in=removed).update(shown_if=None, shown_if_answer="")


def _why_not(form: WagtailAdminModelForm, by_question: dict[int, WagtailAdminModelForm]) -> str:
    asked = form.cleaned_data
    said = {"question": asked["label"], "before": asked["shown_if"].label, "answer": asked["shown_if_answer"]}
    before = by_question.get(asked["shown_if"].pk)
    if before is None:
        return _("‘%(question)s’ hoort bij ‘%(before)s’. Die vraag kan dus niet weg.") % said
    if before.cleaned_data.get("shown_if"):
        return _("‘%(before)s’ krijgt niet iedereen. Laat ‘%(question)s’ afhangen van een andere vraag.") % said
    if _place(before) >= _place(form):
        return _("‘%(question)s’ hoort bij ‘%(before)s’, en moet daarna komen.") % said
    choices = [value for value, _label in options_of(before.instance)]
    if not choices:
        return _("Bij ‘%(before)s’ kiest niemand uit een lijst. Kies een vraag met keuzes.") % said
    if asked["shown_if_answer"] not in choices:
        return _("‘%(answer)s’ is geen keuze bij ‘%(before)s’.") % said
    return ""


def _place(form: WagtailAdminModelForm) -> tuple[int, int, float]:
    return form.cleaned_data["step"], form.cleaned_data["order"], form.instance.pk or float("inf")
