from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.choices import Band
from outcomes.models.funnel import FunnelPerson


class Release(models.Model):
    """Figures as they were published about one day. Never changed afterwards."""

    as_of = models.DateField(_("stand per"), unique=True)
    published_at = models.DateTimeField(_("gepubliceerd"), default=timezone.now)

    class Meta:
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        ordering = ["-as_of"]

    def __str__(self) -> str:
        return self.as_of.isoformat()


class PublishedCellQuerySet(models.QuerySet["PublishedCell"]):
    def shown(self) -> Self:
        return self.filter(value__isnull=False)


class PublishedCell(models.Model):
    """All that pages, files and charts may know of people. What is hidden is NULL here: it cannot leak.

    The column "band" holds no number but a word of `Band`.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="cells")
    table = models.CharField(_("tabel"), max_length=20)
    row = models.CharField(_("rij"), max_length=120)
    column = models.CharField(_("kolom"), max_length=20)
    value = models.PositiveIntegerField(_("aantal"), null=True, blank=True)
    band = models.CharField(_("naast een kwart"), max_length=6, choices=Band, blank=True)
    as_of = models.DateField(_("stand per"), null=True, blank=True)

    objects = PublishedCellQuerySet.as_manager()

    class Meta:
        verbose_name = _("gepubliceerd getal")
        verbose_name_plural = _("gepubliceerde getallen")
        constraints = [
            models.UniqueConstraint(fields=["release", "table", "row", "column"], name="one_cell_per_release"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=10) & Q(Exact(F("value") % 5, 0)),
                name="published_value_hidden_or_rounded",
            ),
            models.CheckConstraint(
                condition=Q(value=None, band="") | Q(as_of__isnull=False), name="published_value_has_a_date"
            ),
            models.CheckConstraint(condition=Q(band__in=["", *Band.values]), name="published_band_known"),
        ]

    def __str__(self) -> str:
        return f"{self.table}, {self.row}, {self.column}"


class CountedCell(models.Model):
    """Where somebody was counted when a row was last published: whether ten people changed is measured from here."""

    person = models.ForeignKey(FunnelPerson, models.CASCADE, related_name="counted_in")
    table = models.CharField(_("tabel"), max_length=20)
    row = models.CharField(_("rij"), max_length=120)
    cell = models.CharField(_("vak"), max_length=40)

    class Meta:
        verbose_name = _("geteld in een rij")
        verbose_name_plural = _("geteld in rijen")
        constraints = [models.UniqueConstraint(fields=["person", "table", "row"], name="counted_once_per_row")]
        indexes = [models.Index(fields=["table", "row"], name="counted_by_row")]

    def __str__(self) -> str:
        return f"{self.table}, {self.row}"


class GoneSince(models.Model):
    """How many people of a row were erased since it was last published; nothing about whom."""

    table = models.CharField(_("tabel"), max_length=20)
    row = models.CharField(_("rij"), max_length=120)
    count = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        verbose_name = _("gewist sinds de publicatie")
        verbose_name_plural = _("gewist sinds de publicatie")
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="one_count_of_gone_per_row")]

    def __str__(self) -> str:
        return f"{self.table}, {self.row}"
