import secrets
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.programme import Programme

LASTS = timedelta(days=30)
# Without what looks alike on paper: 0 and o, 1, i and l.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 8


def new_code() -> str:
    """Short enough to type from a card, and one of some 850 billion."""
    return "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))


class AskCardQuerySet(models.QuerySet["AskCard"]):
    def valid(self, at: datetime | None = None) -> Self:
        return self.filter(made_at__gt=(at or timezone.now()) - LASTS)

    def made_before(self, before: datetime) -> Self:
        return self.filter(made_at__lt=before)


class AskCard(models.Model):
    """A card that somebody passes on by hand. It knows neither who asks nor who is asked, and expires."""

    code = models.CharField(_("code"), max_length=LENGTH, unique=True, default=new_code, editable=False)
    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="ask_cards", verbose_name=_("programma")
    )
    source = models.SlugField(_("bron"), max_length=60, blank=True)
    made_at = models.DateTimeField(_("gemaakt"), default=timezone.now)
    # One card is one yes, however often the button is pressed.
    said_yes = models.BooleanField(_("ja gezegd"), default=False, editable=False)

    objects = AskCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("kaart om door te geven")
        verbose_name_plural = _("kaarten om door te geven")
        indexes = [models.Index(fields=["made_at"], name="ask_cards_by_age")]
        constraints = [models.CheckConstraint(condition=~Q(code=""), name="ask_card_has_a_code")]

    def __str__(self) -> str:
        return str(_("kaart om door te geven"))

    @property
    def expires_at(self) -> datetime:
        return self.made_at + LASTS


class AskCount(models.Model):
    """How often somebody was asked and said yes, by the campaign it came from: no day, no person, no programme."""

    source = models.SlugField(_("bron"), max_length=60, unique=True, blank=True)
    asked = models.PositiveIntegerField(_("gevraagd"), default=0)
    said_yes = models.PositiveIntegerField(_("ja gezegd"), default=0)

    class Meta:
        verbose_name = _("teller van vragen")
        verbose_name_plural = _("tellers van vragen")
        constraints = [
            models.CheckConstraint(condition=Q(said_yes__lte=models.F("asked")), name="a_yes_follows_a_question")
        ]

    def __str__(self) -> str:
        return self.source or str(_("zonder bron"))
