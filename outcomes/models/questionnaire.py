from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from outcomes.choices import SCALE, Moment, QuestionnaireKind
from people.languages import said
from people.roles import Visitor
from programmes.models import Edition, Programme


class QuestionnaireQuestionQuerySet(models.QuerySet["QuestionnaireQuestion"]):
    def asked(self) -> Self:
        """Those that are still put to people."""
        return self.filter(retired=False)

    def at(self, moment: str) -> Self:
        """Those of one moment: at_start, at_end or later."""
        return self.filter(**{Moment(moment).field: True})

    def visible_to(self, user: Visitor) -> Self:
        return self.filter(programme__in=Programme.objects.carried_by(user)) if user.is_authenticated else self.none()


class QuestionnaireQuestion(Keyed):
    """One question about the programme, answered by choosing. Its words stay as they are once somebody answered."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="questionnaire")
    text = models.CharField(_("vraag"), max_length=200)
    text_en = models.CharField(_("vraag, in het Engels"), max_length=200, blank=True)
    kind = models.CharField(
        _("soort antwoord"), max_length=8, choices=QuestionnaireKind, default=QuestionnaireKind.SCALE
    )
    choices = models.TextField(_("keuzes"), max_length=600, blank=True)
    choices_en = models.TextField(_("keuzes, in het Engels"), max_length=600, blank=True)
    at_start = models.BooleanField(_("bij het begin"), default=False)
    at_end = models.BooleanField(_("aan het eind"), default=False)
    later = models.BooleanField(_("na een half jaar"), default=False)
    retired = models.BooleanField(_("niet meer stellen"), default=False)

    objects = QuestionnaireQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag van een vragenlijst")
        verbose_name_plural = _("vragen van een vragenlijst")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=QuestionnaireKind.values), name="questionnaire_kind_known"),
            models.CheckConstraint(
                condition=~Q(kind=QuestionnaireKind.CHOICE) | ~Q(choices=""), name="questionnaire_choice_has_choices"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def options(self) -> list[str]:
        """What one may choose, in the language of the page; an answer is counted by its place in here."""
        if self.is_scale:
            return [str(label) for label in SCALE]
        dutch, here = _lines(self.choices), _lines(said(self, "choices"))
        return here if len(here) == len(dutch) else dutch

    def is_answered(self) -> bool:
        """Then its words stay: an answer under other words is another answer."""
        return self.counts.filter(count__gt=0).exists()

    @property
    def is_scale(self) -> bool:
        return self.kind == QuestionnaireKind.SCALE

    def said(self) -> str:
        """The question in the language of the page."""
        return said(self, "text")

    def moments(self) -> list[Moment]:
        return [moment for moment in Moment if getattr(self, moment.field)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class QuestionnaireWaveQuerySet(models.QuerySet["QuestionnaireWave"]):
    def open(self, day: date | None = None) -> Self:
        return self.filter(closes_on__gte=day or timezone.localdate())

    def closed(self, day: date | None = None) -> Self:
        return self.filter(closes_on__lt=day or timezone.localdate())


class QuestionnaireWave(Keyed):
    """The questions put to one edition at one moment, once, for three weeks."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="questionnaire_waves")
    moment = models.CharField(_("wanneer"), max_length=8, choices=Moment)
    opened_on = models.DateField(_("gevraagd op"))
    closes_on = models.DateField(_("open tot en met"))

    objects = QuestionnaireWaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("ronde van een vragenlijst")
        verbose_name_plural = _("rondes van een vragenlijst")
        ordering = ["closes_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "moment"], name="asked_once_per_moment"),
            models.CheckConstraint(condition=Q(moment__in=Moment.values), name="questionnaire_moment_known"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opened_on")), name="questionnaire_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}, {self.get_moment_display()}"

    def is_open(self, day: date | None = None) -> bool:
        return self.closes_on >= (day or timezone.localdate())


class AnswerCount(models.Model):
    """How often one option was chosen. A counter, not an answer: no person, no time, no tie between two questions."""

    wave = models.ForeignKey(QuestionnaireWave, models.CASCADE, related_name="counts")
    question = models.ForeignKey(QuestionnaireQuestion, models.PROTECT, related_name="counts")
    option = models.PositiveSmallIntegerField(_("keuze"))
    count = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        verbose_name = _("teller van antwoorden")
        verbose_name_plural = _("tellers van antwoorden")
        constraints = [
            models.UniqueConstraint(fields=["wave", "question", "option"], name="one_counter_per_option"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}, {self.option}"


class SpentCode(models.Model):
    """That a code was used, so that it works once. Whose it was is known nowhere; gone when the wave closes."""

    digest = models.CharField(max_length=64, primary_key=True)
    wave = models.ForeignKey(QuestionnaireWave, models.CASCADE, related_name="spent")

    class Meta:
        verbose_name = _("gebruikte code")
        verbose_name_plural = _("gebruikte codes")

    def __str__(self) -> str:
        return self.digest[:8]


class QuestionnaireAskedQuerySet(models.QuerySet["QuestionnaireAsked"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def open(self, day: date | None = None) -> Self:
        return self.filter(wave__closes_on__gte=day or timezone.localdate())


class QuestionnaireAsked(models.Model):
    """That somebody was asked, and whether she took a code. Which code, and whether it was used, is not kept."""

    wave = models.ForeignKey(QuestionnaireWave, models.CASCADE, related_name="asked")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="questionnaires")
    has_code = models.BooleanField(_("code gekregen"), default=False)

    objects = QuestionnaireAskedQuerySet.as_manager()

    class Meta:
        verbose_name = _("gevraagd voor een vragenlijst")
        verbose_name_plural = _("gevraagd voor een vragenlijst")
        constraints = [models.UniqueConstraint(fields=["wave", "user"], name="asked_once_per_wave")]

    def __str__(self) -> str:
        return str(self.pk)
