import re
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.languages import said

RECHECK_AFTER = timedelta(days=90)


class HelpRecordQuerySet(models.QuerySet["HelpRecord"]):
    def in_order_of_audience(self) -> Self:
        """What is for everyone first, since someone without an office must not search; then by place."""
        ranks = [When(audience=audience, then=Value(rank)) for rank, audience in enumerate(HelpRecord.Audience)]
        return self.alias(rank=Case(*ranks)).order_by("rank", "order", "name")

    def stale(self, on: date | None = None) -> Self:
        """As HelpRecord.is_stale, in the database."""
        return self.filter(checked_on__lt=(on or timezone.localdate()) - RECHECK_AFTER)


class HelpRecord(models.Model):
    """Help at hand: who offers what to whom, since when we know. Shown in this order on /hulp/."""

    class Audience(models.TextChoices):
        EVERYONE = "everyone", _("voor iedereen")
        OFFICE_HOLDERS = "office_holders", _("voor wie een politiek ambt heeft")
        COUNCILLORS = "councillors", _("voor raadsleden en anderen in een raad of Staten")
        WOMEN_IN_OFFICE = "women_in_office", _("voor vrouwen met een politiek ambt")

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=120)
    name_en = models.CharField(_("naam in het Engels"), max_length=120)
    audience = models.CharField(_("voor wie"), max_length=20, choices=Audience)
    text = models.TextField(_("wat het is"))
    text_en = models.TextField(_("wat het is, in het Engels"))
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    url = models.URLField(_("website"), blank=True)
    checked_on = models.DateField(_("nagekeken op"))
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)

    objects = HelpRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("hulp")
        verbose_name_plural = _("hulp")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The name in the language of the page."""
        return said(self, "name")

    @property
    def words(self) -> str:
        """The text in the language of the page."""
        return said(self, "text")

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return re.sub(r"[^0-9+]", "", self.phone)

    def is_stale(self, on: date | None = None) -> bool:
        return self.checked_on + RECHECK_AFTER < (on or timezone.localdate())
