"""What the pages of one application have in common."""

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.languages import said
from people.models import ConsentText
from programmes.applying.forms import NO, YES
from programmes.applying.steps import ApplicationStep, consent_purpose
from programmes.choices import QuestionKind
from programmes.live_pages import live_pages
from programmes.models import Application, Edition, Question


def context_of(edition: Edition) -> dict[str, Any]:
    """`named` is False where the programme's name may not stand in a title."""
    programme = edition.programme
    page = live_pages([programme]).get(programme.pk)
    return {
        "edition": edition,
        "programme": programme,
        "page": page,
        "named": not programme.is_sensitive,
        "programme_url": page.url if page else reverse("programmes:apply", kwargs={"key": edition.key}),
    }


def consent_words(edition: Edition) -> str:
    """What someone says yes to, or "" where nothing is asked."""
    purpose = consent_purpose(edition)
    text = ConsentText.objects.newest(purpose) if purpose else None
    return text.words if text else ""


def in_words(question: Question, value: str) -> str:
    """An answer as someone reads it, in the language of the page."""
    if question.kind == QuestionKind.YESNO:
        return {YES: _("Ja"), NO: _("Nee")}.get(value, value)
    if question.kind == QuestionKind.CHOICE:
        return dict(question.options()).get(value, value)
    return value


def answer_rows(application: Application) -> list[dict[str, str]]:
    """Question and answer, in the order of the form; also of a question that was held since."""
    return [
        {"label": said(answer.question, "label"), "value": in_words(answer.question, answer.value)}
        for answer in application.answers.select_related("question").order_by("question__step", "question__order", "pk")
    ]


def overview_rows(application: Application, steps: list[ApplicationStep]) -> list[dict[str, Any]]:
    """Everything filled in, step by step, each with its way back."""
    answers = {answer.question_id: answer.value for answer in application.answers.all()}
    parts = []
    for step in steps:
        if step.kind == "you":
            items = [
                {"label": _("Hoe je wilt heten"), "value": application.user.name},
                {"label": _("Oud genoeg"), "value": _("Ja") if application.old_enough else _("Nog niet ingevuld")},
            ]
        elif step.kind == "questions":
            items = [_item(question, answers.get(question.pk, "")) for question in step.questions]
        else:
            continue
        parts.append({"step": step, "title": capfirst(step.title), "items": items})
    return parts


def _item(question: Question, value: str) -> dict[str, str]:
    return {
        "label": said(question, "label"),
        "value": in_words(question, value)
        if value
        else _("Nog niet ingevuld")
        if question.required
        else _("Overgeslagen"),
    }
