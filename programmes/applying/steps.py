"""The steps of an application form: you, the organiser's questions, what taking part reveals, the overview."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from people import consent
from people.languages import said
from programmes.choices import Reveals
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Answer, Application, Edition, Question

Kind = Literal["you", "questions", "reveals", "check"]


@dataclass(frozen=True)
class ApplicationStep:
    number: int
    kind: Kind
    title: str
    questions: tuple[Question, ...] = ()


def asked(edition: Edition) -> list[Question]:
    """The questions that people get to see: those held for an administrator are left out."""
    return [question for question in edition.questions.all() if not question.is_held]


def consent_purpose(edition: Edition) -> str:
    """The purpose of the consent that applying needs, or ""."""
    return APPLICATION_REVEALS.name if edition.is_sensitive else ""


def steps_of(edition: Edition) -> list[ApplicationStep]:
    parts: list[tuple[Kind, str, tuple[Question, ...]]] = [("you", _("jij"), ())]
    for questions in _by_step(asked(edition)):
        parts.append(("questions", _title(questions), questions))
    if edition.reveals != Reveals.NOTHING:
        parts.append(("reveals", _("over meedoen"), ()))
    parts.append(("check", _("controleren"), ()))
    return [ApplicationStep(number, *part) for number, part in enumerate(parts, start=1)]


def first_unfinished(application: Application) -> ApplicationStep | None:
    """The first step that still asks for something, or None when the application can be sent."""
    answered = {answer.question_id for answer in Answer.objects.filter(application=application) if answer.value}
    for step in steps_of(application.edition):
        if not _is_finished(step, application, answered):
            return step
    return None


def _is_finished(step: ApplicationStep, application: Application, answered: set[int]) -> bool:
    if step.kind == "you":
        return application.old_enough and bool(application.user.name)
    if step.kind == "questions":
        return all(question.pk in answered for question in step.questions if question.required)
    if step.kind == "reveals":
        purpose = consent_purpose(application.edition)
        return not purpose or consent.stands(application.user, purpose, about=application.edition.key)
    return True


def _by_step(questions: Iterable[Question]) -> list[tuple[Question, ...]]:
    grouped: dict[int, list[Question]] = {}
    for question in questions:
        grouped.setdefault(question.step, []).append(question)
    return [tuple(grouped[number]) for number in sorted(grouped)]


def _title(questions: tuple[Question, ...]) -> str:
    return next((title for question in questions if (title := said(question, "step_title"))), _("jouw antwoorden"))
