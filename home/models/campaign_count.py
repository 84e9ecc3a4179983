from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignCount(models.Model):
    """How often a campaign's page was opened, and how many accounts were made by who came from it. No more is kept."""

    source = models.SlugField(_("campagne"), max_length=60, unique=True)
    visits = models.PositiveIntegerField(_("keer geopend"), default=0)
    sign_ups = models.PositiveIntegerField(_("accounts gemaakt"), default=0)

    class Meta:
        verbose_name = _("teller van een campagne")
        verbose_name_plural = _("campagnes")
        ordering = ["source"]

    def __str__(self) -> str:
        return self.source
