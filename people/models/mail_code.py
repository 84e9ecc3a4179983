from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField

WORKS_FOR = timedelta(minutes=15)
MOST_ATTEMPTS = 5


class MailCodeQuerySet(models.QuerySet):
    def of_address(self, keyed: str) -> Self:
        """By `people.addresses.keyed`: the address itself cannot be searched."""
        return self.filter(address_keyed=keyed)

    def asked_since(self, moment: datetime) -> Self:
        return self.filter(asked_at__gt=moment)


class MailCode(Keyed):
    """Six digits that were mailed to somebody without an account, for one purpose, in one browser.

    The browser's session holds the key of the row. The row goes within a day.
    """

    purpose = models.SlugField(_("doel"), max_length=40)
    address = EncryptedTextField(_("e-mailadres"))
    address_keyed = models.CharField(max_length=64, db_index=True)
    digits = EncryptedTextField(_("code"))
    language = models.CharField(_("taal"), max_length=5)
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now, db_index=True)
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    used_at = models.DateTimeField(_("gebruikt"), null=True, blank=True)

    objects = MailCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("mailcode")
        verbose_name_plural = _("mailcodes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(attempts__lte=MOST_ATTEMPTS), name="a_mail_code_is_tried_so_often_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.key}"

    def works(self, at: datetime | None = None) -> bool:
        """Whether typing it can still help."""
        at = at or timezone.now()
        return self.used_at is None and self.attempts < MOST_ATTEMPTS and at < self.asked_at + WORKS_FOR
