"""What the pages of one application have in common."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.languages import said
from people.models import ConsentText
from programmes.applying.fields import in_words
from programmes.applying.steps import ApplicationStep, answers_of, asked, asked_now, consent_purpose
from programmes.choices import QuestionKind
from programmes.live_pages import live_pages
from programmes.models import Application, Edition, Question

# Kinds of answers by which a reader would know whose they are.
TELLS_WHO = frozenset({QuestionKind.MAIL, QuestionKind.URL})


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


def kept_at(at: datetime) -> str:
    """That what was typed is safe."""
    clock = time_format(timezone.localtime(at), "H.i")
    return _("Opgeslagen om %(time)s uur. Je kunt later verder, ook op een ander apparaat.") % {"time": clock}


def consent_words(edition: Edition) -> str:
    """What someone says yes to, or "" where nothing is asked."""
    purpose = consent_purpose(edition)
    text = ConsentText.objects.newest(purpose) if purpose else None
    return text.words if text else ""


def answer_rows(application: Application, *, blind: bool = False) -> list[dict[str, str]]:
    """Question and answer, in the order of the form; also of a question that was held since.

    `blind` leaves out what says who somebody is, for who reads without a name above it.
    """
    answers = application.answers.select_related("question").order_by("question__step", "question__order", "pk")
    return [
        {"label": said(answer.question, "label"), "value": in_words(answer.question, answer.value)}
        for answer in answers
        if not (blind and answer.question.kind in TELLS_WHO)
    ]


def unanswered(application: Application) -> list[str]:
    """Questions that whoever fills in the form must answer, and this person did not; by their label.

    So it is for who came in by a sheet, and for a question that was written after the application was sent.
    """
    answers = answers_of(application)
    questions = asked(application.edition)
    now = asked_now(questions, answers)
    needed = (question for question in questions if question.required and question.pk in now)
    return [said(question, "label") for question in needed if not answers.get(question.pk)]


def overview_rows(application: Application, steps: list[ApplicationStep]) -> list[dict[str, Any]]:
    """Everything filled in, step by step, each with its way back."""
    answers = answers_of(application)
    now = asked_now(asked(application.edition), answers)
    parts = []
    for step in steps:
        if step.kind == "you":
            items = [
                {"label": _("Hoe je wilt heten"), "value": application.user.name},
                {"label": _("Oud genoeg"), "value": _("Ja") if application.old_enough else _("Nog niet ingevuld")},
            ]
        elif step.kind == "questions":
            items = [_item(question, answers.get(question.pk, "")) for question in step.questions if question.pk in now]
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
