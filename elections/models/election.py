import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections.models.body import Body, Kind

NAMES: dict[str, Promise] = {
    Kind.COUNCIL: _("Gemeenteraadsverkiezingen %(year)s"),
    Kind.PROVINCE: _("Provinciale Statenverkiezingen %(year)s"),
    Kind.WATER_BOARD: _("Waterschapsverkiezingen %(year)s"),
}


REGISTRATION_ENDS = dt.timedelta(days=42)
"""Before nomination day, by the Elections Act: general knowledge, so the page hedges it."""


class ElectionQuerySet(models.QuerySet["Election"]):
    def coming(self, on: dt.date) -> Self:
        """Those whose election day is still to come or is today, the nearest first."""
        return self.filter(election_day__gte=on).order_by("election_day", "identifier")

    def past(self, on: dt.date) -> Self:
        """Those that are over, the latest first."""
        return self.filter(election_day__lt=on).order_by("-election_day", "identifier")

    def for_body(self, body: Body) -> Self:
        """Those in which this body takes part: not when it voted on a day of its own or did not exist."""
        found = self.filter(kind=body.kind).exclude(separate_votes__body=body)
        if body.valid_from:
            found = found.filter(election_day__gte=body.valid_from)
        if body.valid_until:
            found = found.filter(election_day__lte=body.valid_until)
        return found


class Election(models.Model):
    """One election day of one kind of body, nation-wide. What is expected gives way to the official files."""

    identifier = models.CharField(_("kenmerk"), max_length=10, unique=True, help_text=_("Zoals GR2026 of PS2027."))
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    nomination_day = models.DateField(_("dag van kandidaatstelling"))
    registration_day = models.DateField(
        _("laatste dag om een partij te registreren"),
        null=True,
        blank=True,
        help_text=_("Leeg: 42 dagen voor de dag van kandidaatstelling, volgens de wet."),
    )
    election_day = models.DateField(_("verkiezingsdag"))
    is_expected = models.BooleanField(
        _("verwacht"),
        default=False,
        help_text=_("De dagen volgen uit de wet. Het officiële bestand is er nog niet."),
    )

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("verkiezing")
        verbose_name_plural = _("verkiezingen")
        ordering = ["election_day", "identifier"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nomination_day__lt=F("election_day")), name="nomination_before_election_day"
            ),
            models.CheckConstraint(
                condition=Q(registration_day=None) | Q(registration_day__lt=F("nomination_day")),
                name="registration_before_nomination",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def last_registration_day(self) -> dt.date:
        """As said, or by the rule of the law."""
        return self.registration_day or self.nomination_day - REGISTRATION_ENDS

    @property
    def name(self) -> str:
        return str(NAMES[self.kind]) % {"year": self.election_day.year}


class SeparateVote(models.Model):
    """A body that votes on a day of its own instead, because municipalities are joined or divided."""

    class Season(models.TextChoices):
        SPRING = "spring", _("voorjaar")
        AUTUMN = "autumn", _("najaar")

    election = models.ForeignKey(
        Election, models.CASCADE, related_name="separate_votes", verbose_name=_("in plaats van")
    )
    body = models.ForeignKey(Body, models.CASCADE, related_name="separate_votes", verbose_name=_("bestuur"))
    year = models.PositiveSmallIntegerField(_("jaar"))
    season = models.CharField(_("jaargetijde"), max_length=6, choices=Season)

    class Meta:
        verbose_name = _("aparte verkiezing")
        verbose_name_plural = _("aparte verkiezingen")
        constraints = [models.UniqueConstraint(fields=["election", "body"], name="one_separate_vote_per_election")]

    def __str__(self) -> str:
        return f"{self.body}, {self.get_season_display()} {self.year}"
