import secrets
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from outcomes.choices import FunnelStep, Gender
from people.roles import Visitor
from programmes.choices import Office, Province
from programmes.models import Application, Edition, Programme

EARLIEST_BIRTH, LATEST_BIRTH = 1900, 2100


def random_key() -> int:
    """64 random bits, as the signed number that every database can hold."""
    return secrets.randbits(64) - 2**63


class FunnelPersonQuerySet(models.QuerySet["FunnelPerson"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk)


class FunnelPerson(models.Model):
    """Somebody as the figures know her: a key by which counts are rounded, and what she wanted to say of herself.

    The tie to the account goes before the facts do; erasing the account takes key and facts along.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="funnel_person"
    )
    rounding_key = models.BigIntegerField(default=random_key, editable=False)
    gender = models.CharField(_("gender"), max_length=6, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("geboortejaar"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_BIRTH), MaxValueValidator(LATEST_BIRTH)],
    )
    province = models.CharField(_("provincie"), max_length=20, choices=Province, blank=True)
    # What a file of invented people calls this one, so that reading it anew keeps the key. Never of a real person.
    label = models.CharField(max_length=80, null=True, blank=True, unique=True, editable=False)

    objects = FunnelPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("persoon in de cijfers")
        verbose_name_plural = _("personen in de cijfers")
        constraints = [
            models.CheckConstraint(condition=Q(gender__in=["", *Gender.values]), name="funnel_gender_known"),
            models.CheckConstraint(condition=Q(province__in=["", *Province.values]), name="funnel_province_known"),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__gte=EARLIEST_BIRTH, birth_year__lte=LATEST_BIRTH),
                name="funnel_birth_year_possible",
            ),
            models.CheckConstraint(condition=Q(user=None) | Q(label=None), name="funnel_label_of_nobody_real"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never the name: this is who it is not

    def description(self) -> dict[str, Any]:
        """What she said of herself; empty where she did not."""
        return {"gender": self.gender, "birth_year": self.birth_year, "province": self.province}

    @property
    def is_described(self) -> bool:
        return any(self.description().values())


class FunnelFactQuerySet(models.QuerySet["FunnelFact"]):
    def until(self, day: date) -> Self:
        return self.filter(happened_on__lte=day)


class FunnelFact(models.Model):
    """One step that somebody took in one programme, by day."""

    person = models.ForeignKey(FunnelPerson, models.CASCADE, related_name="facts")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", null=True, blank=True)
    step = models.CharField(_("stap"), max_length=10, choices=FunnelStep)
    happened_on = models.DateField(_("gebeurd op"))
    source = models.SlugField(_("hoe iemand ons vond"), max_length=60, blank=True)
    office = models.CharField(_("voor welk ambt"), max_length=12, choices=Office, blank=True)
    # Where taking part reveals health or origin the fact rests on a consent, and goes with what is withdrawn.
    rests_on = models.ForeignKey(
        Application, models.CASCADE, related_name="+", null=True, blank=True, verbose_name=_("rust op de aanmelding")
    )

    objects = FunnelFactQuerySet.as_manager()

    class Meta:
        verbose_name = _("stap in de cijfers")
        verbose_name_plural = _("stappen in de cijfers")
        constraints = [
            # Two, since a database takes every NULL for another value.
            models.UniqueConstraint(
                fields=["person", "programme", "edition", "step"],
                condition=Q(edition__isnull=False),
                name="one_fact_per_step_and_edition",
            ),
            models.UniqueConstraint(
                fields=["person", "programme", "step"],
                condition=Q(edition=None),
                name="one_fact_per_step_without_edition",
            ),
            models.CheckConstraint(condition=Q(step__in=FunnelStep.values), name="funnel_step_known"),
            models.CheckConstraint(condition=Q(office__in=["", *Office.values]), name="funnel_office_known"),
        ]
        indexes = [models.Index(fields=["happened_on"], name="funnel_facts_by_day")]

    def __str__(self) -> str:
        return f"{self.step}, {self.happened_on}"
