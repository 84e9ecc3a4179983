from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from programmes.models.edition import Edition

A_LINK = RegexValidator(r"^(https://[^\s/]+\.[^\s]+|/[^/\s]\S*)$", _("Begin met https://, of met / voor deze site."))


class Material(Keyed):
    """Something to read, see or do for the people of one edition: words of the organiser, and where it is."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="materials", verbose_name=_("editie"))
    title = models.CharField(_("titel"), max_length=120)
    text = models.CharField(_("in een zin"), max_length=200, blank=True)
    link = models.CharField(
        _("waar het staat"),
        max_length=300,
        validators=[A_LINK],
        help_text=_("Een adres op internet, of een pagina van deze site, zoals /kennis/rechtspositie/."),
    )
    added_at = models.DateTimeField(_("toegevoegd"), default=timezone.now)

    class Meta:
        verbose_name = _("materiaal van een groep")
        verbose_name_plural = _("materiaal van een groep")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title
