from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.fields import EncryptedTextField


class PowerRole(models.Model):
    """What somebody says of her part in choosing candidates, and where. Party data: it rests on a consent of its own.

    Of what follows from it between two people nothing is kept.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="power_role")
    roles = EncryptedTextField(_("rollen"), blank=True, editable=False)
    place = EncryptedTextField(_("gemeente"), blank=True, editable=False)
    said_at = models.DateTimeField(_("verteld"), default=timezone.now)

    class Meta:
        verbose_name = _("rol bij het kiezen van kandidaten")
        verbose_name_plural = _("rollen bij het kiezen van kandidaten")
        ordering = ["said_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
