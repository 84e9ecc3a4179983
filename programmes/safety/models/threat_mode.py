from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.programme import Programme


class ThreatMode(models.Model):
    """A programme is threatened: while the row stands, what could lead to its people is closed."""

    programme = models.OneToOneField(Programme, models.CASCADE, related_name="threat_mode")
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("dreigingsstand")
        verbose_name_plural = _("dreigingsstanden")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(_("dreigingsstand"))
