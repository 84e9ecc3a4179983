from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Hidden(models.Model):
    """Somebody pressed "verberg mij": while the row stands, no list shows her to other people."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="hidden")
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("verborgen")
        verbose_name_plural = _("verborgen")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(_("verborgen"))
