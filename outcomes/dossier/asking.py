"""The questionnaire: put to people once at each moment, answered without anybody knowing who.

The answer is added to counters that were laid out beforehand, so that not even their order tells what one person
chose together. The code is spent in the same transaction; the list of spent codes goes when the wave closes.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lifecycle.errors import Refused
from lifecycle.journal import record
from outcomes.choices import Moment
from outcomes.dossier import codes, emails
from outcomes.models import AnswerCount, QuestionnaireAsked, QuestionnaireQuestion, QuestionnaireWave, SpentCode
from people import letters
from people.models import User
from programmes.models import Edition, Participation
from programmes.states import EditionState, ParticipationState

OPEN_FOR = timedelta(days=21)
LATER = timedelta(weeks=24)
"""Two weeks before participations go of who did not say that we may ask later."""
NOT_AFTER = timedelta(days=60)
"""A question that is written too late is not put to people who have long been elsewhere."""

NOT_WORKING = gettext_lazy("Deze code werkt niet, of niet meer.")


def questions_of(wave: QuestionnaireWave) -> "QuerySet[QuestionnaireQuestion]":
    own = QuestionnaireQuestion.objects.filter(programme=wave.edition.programme_id)
    return own.asked().at(wave.moment)


# Once a day ---------------------------------------------------------------------------------------------


def keep_waves(at: datetime | None = None) -> int:
    """Open what is due, and forget the codes of what is over. How many waves were opened."""
    today = timezone.localdate(at)
    SpentCode.objects.filter(wave__in=QuestionnaireWave.objects.closed(today)).delete()
    due = [(edition, moment) for moment in Moment for edition in _due(moment, today)]
    return sum(_open_wave(edition, moment, today) for edition, moment in due)


def _due(moment: Moment, today: date) -> "QuerySet[Edition]":
    asking = QuestionnaireQuestion.objects.asked().at(moment).values("programme")
    asked = QuestionnaireWave.objects.filter(moment=moment).values("edition")
    editions = Edition.objects.filter(programme__in=asking).exclude(pk__in=asked)
    if moment == Moment.START:
        return editions.filter(state=EditionState.RUNNING, starts_on__range=(today - NOT_AFTER, today))
    last = today - (LATER if moment == Moment.LATER else timedelta())
    return editions.filter(state=EditionState.FINISHED, ends_on__range=(last - NOT_AFTER, last))


@transaction.atomic
def _open_wave(edition: Edition, moment: Moment, today: date) -> bool:
    """Write to who takes part, or did until the end. False when there is nobody, or it was opened meanwhile."""
    Edition.objects.select_for_update().get(pk=edition.pk)
    taking_part = ParticipationState.STARTED if moment == Moment.START else ParticipationState.COMPLETED
    people = list(
        User.objects.filter(
            pk__in=Participation.objects.filter(edition=edition, state=taking_part).values("user"), is_active=True
        )
    )
    if not people or QuestionnaireWave.objects.filter(edition=edition, moment=moment).exists():
        return False
    wave = QuestionnaireWave.objects.create(edition=edition, moment=moment, opened_on=today, closes_on=today + OPEN_FOR)
    _lay_counters(wave)
    for asked in QuestionnaireAsked.objects.bulk_create(QuestionnaireAsked(wave=wave, user=user) for user in people):
        key = f"questionnaire:{wave.key}:{asked.pk}"
        letters.write(emails.questionnaire_waiting, asked.user, key=key, asked=asked.pk)
    record(wave, "open", by=None, scope=edition.programme.lead_key, edition=edition.key)
    return True


def _lay_counters(wave: QuestionnaireWave) -> None:
    """A zero for each option. Made when somebody chooses it, its number would tell who came together with what."""
    AnswerCount.objects.bulk_create(
        (
            AnswerCount(wave=wave, question=question, option=place)
            for question in questions_of(wave)
            for place in range(len(question.options()))
        ),
        ignore_conflicts=True,
    )


# Answering ----------------------------------------------------------------------------------------------


@transaction.atomic
def give_code(asked: QuestionnaireAsked, day: date | None = None) -> str:
    """A code to answer with, shown once. That she has one is kept; which one is not."""
    found = QuestionnaireAsked.objects.select_for_update(of=("self",)).select_related("wave").get(pk=asked.pk)
    if not found.wave.is_open(day):
        raise Refused(_("Deze vragenlijst is gesloten. Je hoeft niets meer te doen."))
    if found.has_code:
        raise Refused(_("Je hebt al een code gekregen. Een tweede kunnen wij niet geven."))
    found.has_code = True
    found.save(update_fields=["has_code"])
    return codes.new_code(found.wave)


@transaction.atomic
def add_answers(typed: str, chosen: Mapping[int, int], day: date | None = None) -> None:
    """Add one to a counter for each question answered: `chosen` gives the place of the option by question's number.

    Refused when the code does not work, or was used at the same moment.
    """
    wave = codes.wave_of(typed, day)
    if wave is None:
        raise Refused(str(NOT_WORKING))
    try:
        with transaction.atomic():
            SpentCode.objects.create(digest=codes.digest(typed), wave=wave)
    except IntegrityError:
        raise Refused(str(NOT_WORKING)) from None
    _lay_counters(wave)
    for question in questions_of(wave):  # in one order, so that two who answer at once wait in a line
        counters = AnswerCount.objects.filter(wave=wave, question=question, option=chosen.get(question.pk))
        counters.update(count=F("count") + 1)
