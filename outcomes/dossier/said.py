"""What people said of a programme, as its organisers may read it: closed waves, in batches of ten or more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from outcomes.choices import Moment
from outcomes.dossier.batches import Closed, shown
from outcomes.models import AnswerCount, QuestionnaireQuestion, QuestionnaireWave
from programmes.models import Programme


@dataclass(frozen=True)
class Said:
    """One question: how often each option was chosen at each moment; None where too few answered."""

    question: QuestionnaireQuestion
    options: list[str]
    counts: dict[Moment, tuple[int, ...] | None]

    @property
    def is_shown(self) -> bool:
        return any(self.counts.values())


def what_people_said(programme: Programme, first: date, last: date, today: date) -> list[Said]:
    """Every question of the programme, in the order in which it was written. Three queries."""
    waves = list(QuestionnaireWave.objects.filter(edition__programme=programme).closed(today))
    numbers: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for wave, question, option, count in AnswerCount.objects.filter(wave__in=waves).values_list(
        "wave", "question", "option", "count"
    ):
        numbers[wave, question][option] = count
    return [
        _said(question, waves, numbers, first, last)
        for question in QuestionnaireQuestion.objects.filter(programme=programme)
    ]


def _said(
    question: QuestionnaireQuestion,
    waves: Iterable[QuestionnaireWave],
    numbers: dict[tuple[int, int], dict[int, int]],
    first: date,
    last: date,
) -> Said:
    options = question.options()
    closed: dict[Moment, list[Closed]] = defaultdict(list)
    for wave in waves:
        chosen = numbers.get((wave.pk, question.pk), {})
        if chosen:
            counts = tuple(chosen.get(place, 0) for place in range(len(options)))
            closed[Moment(wave.moment)].append(Closed(wave.closes_on, counts))
    asked = [moment for moment in Moment if moment in closed or getattr(question, moment.field)]
    return Said(question, options, {moment: shown(closed[moment], first, last) for moment in asked})
