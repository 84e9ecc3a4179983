from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Leased


class Letter(Leased):
    """A mail that must go out once: written in the transaction of what it tells, sent by the worker.

    It holds ids only; the words are made at the moment of sending, in the recipient's language.
    """

    class MailClass(models.TextChoices):
        NEUTRAL = "A", _("neutraal: geen persoon, geen programma")
        PRACTICAL = "B", _("praktisch: programma, geen personen")
        ACCOUNT = "C", _("account")

    key = models.CharField(max_length=120, unique=True)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters")
    message = models.CharField(_("bericht"), max_length=80)
    ids = models.JSONField(default=dict, blank=True)
    written_at = models.DateTimeField(_("geschreven"), default=timezone.now)

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["-written_at"]
        indexes = [models.Index(fields=["leased_until"], condition=models.Q(done_at=None, failed_at=None), name="letters_waiting")]

    def __str__(self) -> str:
        return self.message
