from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Leased, LeasedQuerySet
from people.fields import EncryptedTextField


class Letter(Leased):
    """A mail that must go out once: written in the transaction of what it tells, sent by the worker.

    It holds ids only; the words are made at the moment of sending, in the recipient's language.
    A letter that no longer applies by then is done without having been sent. Somebody without an account
    has an address instead, encrypted, which the row forgets once it waits no more.
    """

    key = models.CharField(_("sleutel"), max_length=160, unique=True)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    address = EncryptedTextField(_("e-mailadres"), null=True, blank=True, editable=False)  # noqa: DJ001  NULL: forgotten
    language = models.CharField(_("taal"), max_length=5, blank=True)
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
            models.CheckConstraint(
                condition=models.Q(recipient__isnull=False, address__isnull=True)
                | models.Q(recipient__isnull=True, address__isnull=False, done_at=None, failed_at=None)
                | (
                    models.Q(recipient__isnull=True, address__isnull=True)
                    & (models.Q(done_at__isnull=False) | models.Q(failed_at__isnull=False))
                ),
                name="a_letter_goes_to_an_account_or_an_address",
            ),
        ]

    def __str__(self) -> str:
        return self.message

    @property
    def can_be_sent_again(self) -> bool:
        """One to an address cannot: nobody knows any more where it went."""
        return self.recipient_id is not None

    def _settle(self, row: LeasedQuerySet, **fields: Any) -> bool:
        if fields.get("done_at") or fields.get("failed_at"):
            fields["address"] = None
        return super()._settle(row, **fields)
