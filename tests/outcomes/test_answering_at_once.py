"""Several who answer at the same moment: a code counts once, and no answer is lost."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from lifecycle.errors import Refused
from outcomes.dossier.asking import add_answers, give_code, keep_waves
from outcomes.models import QuestionnaireAsked, QuestionnaireQuestion
from programmes.states import EditionState, ParticipationState
from tests.factories.programmes import EditionFactory, admitted

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 4


def test_one_code_used_by_many_counts_once_and_each_own_code_counts():
    edition = EditionFactory(state=EditionState.RUNNING, starts_on=timezone.localdate())
    question = QuestionnaireQuestion.objects.create(programme=edition.programme, text="Welkom?", at_start=True)
    for _number in range(AT_ONCE):
        admitted(edition, state=ParticipationState.STARTED, started_at=timezone.now())
    keep_waves()
    own = [give_code(asked) for asked in QuestionnaireAsked.objects.all()]
    assert _answered(question, [own[0]] * AT_ONCE) == 1
    assert _answered(question, own[1:]) == AT_ONCE - 1
    assert list(question.counts.order_by("option").values_list("count", flat=True)) == [0, 0, AT_ONCE, 0, 0]


def _answered(question: QuestionnaireQuestion, typed: list[str]) -> int:
    """How many of these, all at once, were taken."""
    taken: list[bool] = []
    start = threading.Barrier(len(typed))

    def work(code: str) -> None:
        try:
            start.wait(30)
            add_answers(code, {question.pk: 2})
            taken.append(True)
        except Refused:
            taken.append(False)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(code,)) for code in typed]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(taken) == len(typed)
    return sum(taken)
