from django.db import models
from django.utils.translation import gettext_lazy as _

from elections.models.body import Kind


class IntroductionCount(models.Model):
    """How often a card was taken along, by kind of body and year: no person, no party, no place, no day."""

    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("jaar"))
    taken = models.PositiveIntegerField(_("keer meegenomen"), default=0)

    class Meta:
        verbose_name = _("meegenomen kaarten")
        verbose_name_plural = _("meegenomen kaarten")
        ordering = ["-year", "kind"]
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="one_count_of_introductions_a_year")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.year}"
