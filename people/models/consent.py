from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ConsentText(models.Model):
    """What a person says yes to: one purpose, one version, in both languages. Never edited, only followed up."""

    purpose = models.SlugField(_("doel"), max_length=60)
    version = models.PositiveSmallIntegerField(_("versie"))
    text = models.TextField(_("tekst"))
    text_en = models.TextField(_("tekst in het Engels"))
    valid_from = models.DateTimeField(_("geldt vanaf"), default=timezone.now)

    class Meta:
        verbose_name = _("toestemmingstekst")
        verbose_name_plural = _("toestemmingsteksten")
        ordering = ["purpose", "-version"]
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="one_text_per_version")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"


class ConsentQuerySet(models.QuerySet):
    def given(self) -> Self:
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """A yes of a person to one text, about one thing (an edition, or nothing in particular)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents")
    about = models.UUIDField(null=True, blank=True)  # the key of the edition, match… it is about
    given_at = models.DateTimeField(_("gegeven"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("ingetrokken"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "text", "about"],
                condition=models.Q(withdrawn_at=None),
                nulls_distinct=False,
                name="one_standing_consent",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(withdrawn_at__gte=models.F("given_at")),
                name="withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)

    def stands(self, at: datetime | None = None) -> bool:
        return self.withdrawn_at is None or self.withdrawn_at > (at or timezone.now())
