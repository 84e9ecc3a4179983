from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Leased


class Letter(Leased):
    """A mail that must go out once: written in the transaction of what it tells, sent by the worker.

    It holds ids only; the words are made at the moment of sending, in the recipient's language.
    A letter that no longer applies by then is done without having been sent.
    """

    key = models.CharField(_("sleutel"), max_length=160, unique=True)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters")
    message = models.CharField(_("bericht"), max_length=80)
    ids = models.JSONField(default=dict, blank=True)
    written_at = models.DateTimeField(_("geschreven"), default=timezone.now)
    sent_at = models.DateTimeField(_("verstuurd"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(
                fields=["leased_until"],
                condition=models.Q(done_at=None, failed_at=None),
                name="letters_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_at=None) | models.Q(done_at__isnull=False),
                name="a_sent_letter_is_done",
            ),
        ]

    def __str__(self) -> str:
        return self.message
