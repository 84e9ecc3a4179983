"""Questions that are put to the people of an edition, for the tests."""

from datetime import date

from django.utils import timezone

from outcomes.dossier.asking import keep_waves
from outcomes.models import QuestionnaireQuestion, QuestionnaireWave
from programmes.models import Edition, Programme
from programmes.states import EditionState, ParticipationState
from tests.factories.programmes import EditionFactory, admitted

TODAY = timezone.localdate()


def ask(programme: Programme, text: str = "Weet je nu hoe de raad werkt?", **fields) -> QuestionnaireQuestion:
    return QuestionnaireQuestion.objects.create(programme=programme, text=text, **{"at_start": True, **fields})


def running(programme: Programme, people: int = 1, starts_on: date = TODAY) -> Edition:
    edition = EditionFactory(programme=programme, state=EditionState.RUNNING, starts_on=starts_on)
    for _number in range(people):
        admitted(edition, state=ParticipationState.STARTED, started_at=timezone.now())
    return edition


def opened(programme: Programme, people: int = 1) -> QuestionnaireWave:
    edition = running(programme, people)
    keep_waves()
    return edition.questionnaire_waves.get()


def counted(question: QuestionnaireQuestion) -> list[int]:
    return list(question.counts.order_by("option").values_list("count", flat=True))
