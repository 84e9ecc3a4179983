from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField


class Block(Keyed):
    """Somebody wants nothing to do with another on this portal. The other never hears of it."""

    blocker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    shown_as = EncryptedTextField(_("hoe je deze persoon zag"), blank=True)
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("blokkade")
        verbose_name_plural = _("blokkades")
        ordering = ["-since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="blocks_once"),
            models.CheckConstraint(condition=~Q(blocker=F("blocked")), name="blocks_another"),
        ]

    def __str__(self) -> str:
        return str(_("blokkade"))
