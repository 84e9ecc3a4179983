from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.choices import FairnessBand


class PublishedForGood(Exception):
    """What was published is not changed afterwards."""


class FairnessQuerySet(models.QuerySet[Any]):
    def update(self, **fields: Any) -> NoReturn:
        raise PublishedForGood

    def newest(self) -> Self:
        return self.order_by("-year")[:1]


class WrittenOnce(models.Model):
    objects = FairnessQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise PublishedForGood
        super().save(*args, **kwargs)


class FairnessSheet(WrittenOnce):
    """How fairly mentors were found for who began in one calendar year. Of each year one, never changed afterwards."""

    year = models.PositiveSmallIntegerField(_("jaar"), unique=True)
    as_of = models.DateField(_("stand per"))
    published_at = models.DateTimeField(_("gepubliceerd"), default=timezone.now)

    class Meta:
        verbose_name = _("overzicht van eerlijk koppelen")
        verbose_name_plural = _("overzichten van eerlijk koppelen")
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class FairnessCell(WrittenOnce):
    """All that a page may know of it: a rounded number, NULL where hidden, or a band. It points at nobody."""

    sheet = models.ForeignKey(FairnessSheet, models.CASCADE, related_name="cells")
    table = models.CharField(_("tabel"), max_length=20)
    row = models.CharField(_("rij"), max_length=20)
    column = models.CharField(_("kolom"), max_length=20)
    value = models.PositiveIntegerField(_("aantal"), null=True, blank=True)
    band = models.CharField(_("ongeveer"), max_length=6, choices=FairnessBand, blank=True)

    class Meta:
        verbose_name = _("getal over eerlijk koppelen")
        verbose_name_plural = _("getallen over eerlijk koppelen")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "table", "row", "column"], name="one_cell_per_fairness_sheet"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=10) & Q(Exact(F("value") % 5, 0)),
                name="fairness_hidden_or_rounded",
            ),
            models.CheckConstraint(condition=Q(band__in=["", *FairnessBand.values]), name="fairness_band_known"),
        ]

    def __str__(self) -> str:
        return f"{self.table}, {self.row}, {self.column}"
