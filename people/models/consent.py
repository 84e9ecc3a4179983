from datetime import datetime
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.languages import said


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def newest(self, purpose: str, at: datetime | None = None) -> "ConsentText | None":
        """What someone who says yes now, says yes to."""
        valid = self.filter(purpose=purpose, valid_from__lte=at or timezone.now())
        return valid.order_by("-version").first()


class ConsentText(models.Model):
    """What a person says yes to: one purpose, one version, two languages. Never edited, only followed up."""

    purpose = models.SlugField(_("doel"), max_length=60)
    version = models.PositiveSmallIntegerField(_("versie"))
    text = models.TextField(_("tekst"))
    text_en = models.TextField(_("tekst in het Engels"))
    valid_from = models.DateTimeField(_("geldt vanaf"), default=timezone.now)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("toestemmingstekst")
        verbose_name_plural = _("toestemmingsteksten")
        ordering = ["purpose", "-version"]
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="one_text_per_version")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"

    @property
    def words(self) -> str:
        """The text in the language of the page."""
        return said(self, "text")


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)

    def on(self, purpose: str, about: UUID | None = None) -> Self:
        """Of every version of the text: a new version does not undo a yes."""
        return self.filter(text__purpose=purpose, about=about)


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
        ordering = ["-given_at", "-pk"]
        constraints = [
            # Two, since SQLite takes every NULL for another value.
            models.UniqueConstraint(
                fields=["user", "text", "about"], condition=Q(withdrawn_at=None), name="one_standing_consent"
            ),
            models.UniqueConstraint(
                fields=["user", "text"],
                condition=Q(withdrawn_at=None, about=None),
                name="one_standing_general_consent",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=models.F("given_at")),
                name="withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)
