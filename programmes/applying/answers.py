"""Answers as rows: written for whoever may write them, and gone where they are no longer asked for.

Callers have locked the application and asked whether it may be done.
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from programmes.applying.steps import answers_of, asked, asked_now
from programmes.models import Answer, Application, Question


def write_answers(application: Application, answers: Mapping[Question, str], at: datetime | None = None) -> None:
    """ValueError for a question of another edition."""
    for question, value in answers.items():
        if question.edition_id != application.edition_id:
            raise ValueError("this question belongs to another edition")
        Answer.objects.update_or_create(application=application, question=question, defaults={"value": value})
    application.saved_at = at or timezone.now()
    application.save(update_fields=["saved_at"])


def forget_unasked(application: Application) -> None:
    """Who answers otherwise is not asked some questions any more: what stood there is not kept."""
    questions = asked(application.edition)
    now = asked_now(questions, answers_of(application))
    unasked = [question.pk for question in questions if question.pk not in now]
    Answer.objects.filter(application=application, question__in=unasked).delete()
