"""The dossier of the organiser's own programme: what was promised, and what people said of it. All invented."""

import datetime as dt

from django.utils import timezone

from outcomes.choices import FunnelStep, Moment
from outcomes.dossier.actions import save_grant, save_question
from outcomes.dossier.asking import OPEN_FOR
from outcomes.models import AnswerCount, Grant, Promise, QuestionnaireQuestion, QuestionnaireWave
from portal.demo.people import person
from programmes.models import Edition, Programme

PROMISED = {FunnelStep.ADMITTED: 40, FunnelStep.STARTED: 36, FunnelStep.COMPLETED: 30, FunnelStep.LISTED: 10}
IN_WORDS = (
    ("Twee avonden bij een gemeenteraad.", "Drie avonden, in drie gemeenten."),
    ("Elke bijeenkomst is voor iedereen te volgen.", ""),
)
# The question, and how often each answer was given at the start and at the end.
SAID = (
    ("Weet je hoe de gemeenteraad werkt?", (7, 9, 5, 2, 0), (0, 2, 6, 9, 4)),
    ("Durf je in een groep te zeggen wat je vindt?", (3, 8, 7, 4, 1), (1, 3, 5, 8, 4)),
)


def lay_dossiers(now: dt.datetime) -> None:
    """Of the programme that a visitor of the demo finds at her desk."""
    organiser = person("organiser")
    own = Programme.objects.carried_by(organiser).order_by("pk").first()
    if own is None:
        return
    today = timezone.localdate(now)
    promises = [Promise(step=step, number=number, order=place) for place, (step, number) in enumerate(PROMISED.items())]
    promises += [Promise(text=text, done=done, order=9 + place) for place, (text, done) in enumerate(IN_WORDS)]
    save_grant(
        Grant(programme=own),
        promises,
        by=organiser,
        grantor="Een verzonnen gever",
        reference="VOORBEELD-1",
        starts_on=dt.date(today.year - 1, 1, 1),
        ends_on=dt.date(today.year, 12, 31),
        purpose="Jongeren leren hoe de lokale politiek werkt, en durven mee te doen.",
    )
    questions = [
        save_question(QuestionnaireQuestion(programme=own, text=text), by=organiser, at_start=True, at_end=True)
        for text, _start, _end in SAID
    ]
    began = own.editions.filter(starts_on__lt=today - dt.timedelta(days=90)).order_by("starts_on").first()
    if began and began.starts_on:
        _answered(began, Moment.START, began.starts_on, questions, [start for _text, start, _end in SAID])
        _answered(began, Moment.END, today - 2 * OPEN_FOR, questions, [end for _text, _start, end in SAID])


def _answered(
    edition: Edition,
    moment: Moment,
    day: dt.date,
    questions: list[QuestionnaireQuestion],
    counts: list[tuple[int, ...]],
) -> None:
    """A wave that is over. Its counters are all there is, so they are laid as they ended."""
    wave = QuestionnaireWave.objects.create(
        edition=edition, moment=moment, opened_on=day, closes_on=day + OPEN_FOR - dt.timedelta(days=1)
    )
    AnswerCount.objects.bulk_create(
        AnswerCount(wave=wave, question=question, option=place, count=count)
        for question, own in zip(questions, counts, strict=True)
        for place, count in enumerate(own)
    )
