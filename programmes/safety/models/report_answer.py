from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.fields import EncryptedTextField
from programmes.safety.models.report import Report


class ReportAnswer(models.Model):
    """What was said about a report, by a safeguarding contact or by who made it. Of neither a name."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="answers")
    by_contact = models.BooleanField(_("van de vertrouwenspersoon"))
    words = EncryptedTextField(_("antwoord"))
    said_at = models.DateTimeField(_("gezegd"), default=timezone.now)

    class Meta:
        verbose_name = _("antwoord op een melding")
        verbose_name_plural = _("antwoorden op een melding")
        ordering = ["said_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
