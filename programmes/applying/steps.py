"""The steps of an application form: you, the organiser's questions, what taking part reveals, the overview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from people import consent
from people.languages import said
from programmes.applying.conditions import Condition, shown
from programmes.choices import Reveals
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Answer, Application, Edition, Question

# On a phone: who has more to ask, asks less.
MOST_STEPS = 6
Kind = Literal["you", "questions", "reveals", "check"]


@dataclass(frozen=True)
class ApplicationStep:
    number: int
    kind: Kind
    title: str
    questions: tuple[Question, ...] = ()


def asked(edition: Edition) -> list[Question]:
    """The questions that people get to see: those held for an administrator are left out."""
    every = edition.questions.select_related("shown_if")
    return [question for question in every if not question.is_held]


def consent_purpose(edition: Edition) -> str:
    """The purpose of the consent that applying needs, or ""."""
    return APPLICATION_REVEALS.name if edition.is_sensitive else ""


def condition_of(question: Question) -> Condition | None:
    return Condition(question.shown_if_id, question.shown_if_answer) if question.shown_if_id else None


def answers_of(application: Application) -> dict[int, str]:
    """What was answered so far, by question."""
    return {answer.question_id: answer.value for answer in Answer.objects.filter(application=application)}


def asked_now(questions: Iterable[Question], answers: Mapping[int, str]) -> set[int]:
    """Those that are asked, after these answers."""
    return shown({question.pk: condition_of(question) for question in questions}, answers)


def steps_of(edition: Edition, answers: Mapping[int, str] | None = None) -> list[ApplicationStep]:
    """With `answers`, without a step of which no question is asked. At most MOST_STEPS: what is over goes together."""
    questions = asked(edition)
    pages = _by_step(questions)
    if answers is not None:
        now = asked_now(questions, answers)
        pages = [page for page in pages if any(_may_be_asked(question, page, now) for question in page)]
    parts: list[tuple[Kind, str, tuple[Question, ...]]] = [("you", _("jij"), ())]
    parts += [("questions", _title(page), page) for page in _at_most(room_for_questions(edition.reveals), pages)]
    if edition.reveals != Reveals.NOTHING:
        parts.append(("reveals", _("over meedoen"), ()))
    parts.append(("check", _("controleren"), ()))
    return [ApplicationStep(number, *part) for number, part in enumerate(parts, start=1)]


def room_for_questions(reveals: str) -> int:
    """How many steps are left beside those that are ours."""
    return MOST_STEPS - (2 if reveals == Reveals.NOTHING else 3)


def why_too_many(steps: Iterable[int], reveals: str) -> str:
    """Of the steps on which questions stand: which one has to go where, or ""."""
    numbers = sorted(set(steps))
    room = room_for_questions(reveals)
    if len(numbers) <= room:
        return ""
    return _(
        "Het formulier wordt te lang: meer dan %(most)s stappen mag niet. "
        "Zet de vragen van stap %(last)s bij die van stap %(before)s."
    ) % {"most": MOST_STEPS, "last": numbers[room], "before": numbers[room - 1]}


def _at_most(room: int, pages: list[tuple[Question, ...]]) -> list[tuple[Question, ...]]:
    """An edition that reveals more since then has a step more of ours: its last ones are one."""
    kept, over = pages[: room - 1], pages[room - 1 :]
    return [*kept, tuple(question for page in over for question in page)] if over else kept


def _may_be_asked(question: Question, page: tuple[Question, ...], now: set[int]) -> bool:
    """Also when it hangs on a question of the same page, which is answered there."""
    return question.pk in now or any(question.shown_if_id == other.pk for other in page)


def first_unfinished(application: Application) -> ApplicationStep | None:
    """The first step that still asks for something, or None when the application can be sent."""
    answers = answers_of(application)
    now = asked_now(asked(application.edition), answers)
    for step in steps_of(application.edition, answers):
        if not _is_finished(step, application, answers, now):
            return step
    return None


def _is_finished(step: ApplicationStep, application: Application, answers: Mapping[int, str], now: set[int]) -> bool:
    if step.kind == "you":
        return application.old_enough and bool(application.user.name)
    if step.kind == "questions":
        needed = (question for question in step.questions if question.required and question.pk in now)
        return all(answers.get(question.pk) for question in needed)
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
