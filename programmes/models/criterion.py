from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from programmes.models.programme import Programme


class Criterion(models.Model):
    """What admission looks at, shown before anyone applies."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("programma"))
    title = models.CharField(_("titel"), max_length=80)
    title_en = models.CharField(_("titel, in het Engels"), max_length=80, blank=True)
    text = models.CharField(_("uitleg"), max_length=200, blank=True)
    text_en = models.CharField(_("uitleg, in het Engels"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("plaats"), default=0)

    class Meta:
        verbose_name = _("criterium")
        verbose_name_plural = _("criteria")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "title"], name="one_criterion_per_title")]

    def __str__(self) -> str:
        return self.title
