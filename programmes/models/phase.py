from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from home.stations import Station
from programmes.models.edition import Edition
from programmes.models.programme import Programme


class PhaseQuerySet(models.QuerySet["Phase"]):
    def on_the_page(self, programme: Programme, edition: Edition | None) -> Self:
        """Those of the programme and of the edition that speaks for it, in one query."""
        return self.filter(Q(programme=programme) | Q(edition=edition, edition__isnull=False))


class Phase(models.Model):
    """A station on the path: of a programme in general, or of one edition with its own dates."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, null=True, blank=True, related_name="phases")
    edition = ParentalKey(Edition, on_delete=models.CASCADE, null=True, blank=True, related_name="phases")
    kind = models.CharField(_("stap"), max_length=8, choices=Station)
    title = models.CharField(_("titel"), max_length=80)
    title_en = models.CharField(_("titel, in het Engels"), max_length=80, blank=True)
    when = models.CharField(_("wanneer"), max_length=120, blank=True)
    when_en = models.CharField(_("wanneer, in het Engels"), max_length=120, blank=True)
    text = models.TextField(_("wat je doet"), max_length=500, blank=True)
    text_en = models.TextField(_("wat je doet, in het Engels"), max_length=500, blank=True)
    entry = models.CharField(
        _("wie meegaat"), max_length=200, blank=True, help_text=_("Voor wie deze stap is, of wat je ervoor nodig hebt.")
    )
    entry_en = models.CharField(_("wie meegaat, in het Engels"), max_length=200, blank=True)
    outcome = models.CharField(
        _("wat je daarna hebt"), max_length=200, blank=True, help_text=_("Wat je weet, kunt of besluit na deze stap.")
    )
    outcome_en = models.CharField(_("wat je daarna hebt, in het Engels"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)

    objects = PhaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(programme=None, edition__isnull=False) | Q(programme__isnull=False, edition=None),
                name="phase_of_programme_or_edition",
            ),
            models.CheckConstraint(condition=Q(kind__in=Station.values), name="phase_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title
