from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import ConsentText
from programmes.choices import Province
from programmes.models.programme import Programme
from programmes.states import InterestState


class InterestQuerySet(models.QuerySet["Interest"]):
    def confirmed(self) -> Self:
        return self.filter(state=InterestState.CONFIRMED)

    def about(self, programme: Programme | None) -> Self:
        return self.filter(programme=programme)

    def in_general(self) -> Self:
        """For whatever opens, and not for one programme."""
        return self.filter(programme=None)

    def reached_by(self, programme: Programme) -> Self:
        """Those in general who want to hear of a programme in this place."""
        return self.filter(Q(province="") | Q(province=programme.province)) if programme.province else self.all()

    def asked_before(self, before: datetime) -> Self:
        """Nobody confirmed it: somebody else may have typed the address."""
        return self.filter(state=InterestState.ASKED, asked_at__lt=before)

    def confirmed_before(self, before: datetime) -> Self:
        return self.confirmed().filter(confirmed_at__lt=before)


class Interest(Keyed):
    """An address that gets one mail when a programme opens, and is then gone. Nobody's until its mailbox said yes."""

    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="interests", verbose_name=_("programma")
    )
    province = models.CharField(_("provincie"), max_length=20, choices=Province, blank=True)
    address = EncryptedTextField(_("e-mailadres"), editable=False)
    # One address waits once per programme, and is found again by who stops, without standing here readable.
    address_digest = models.CharField(max_length=64, editable=False, db_index=True)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    state = models.CharField(
        _("stand"), max_length=10, choices=InterestState, default=InterestState.ASKED, editable=False
    )
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("bevestigd"), null=True, blank=True, editable=False)
    # Where asking tells something of health or origin: the text that was agreed to.
    consent = models.ForeignKey(ConsentText, models.PROTECT, null=True, blank=True, related_name="+")

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("belangstelling")
        verbose_name_plural = _("belangstelling")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=InterestState.values), name="interest_state_known"),
            # Two, since SQLite takes every NULL for another value.
            models.UniqueConstraint(fields=["programme", "address_digest"], name="one_interest_per_programme"),
            models.UniqueConstraint(
                fields=["address_digest"], condition=Q(programme=None), name="one_interest_in_general"
            ),
            models.CheckConstraint(
                condition=Q(state=InterestState.ASKED, confirmed_at=None)
                | Q(state=InterestState.CONFIRMED, confirmed_at__isnull=False),
                name="interest_confirmed_by_its_mailbox",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(confirmed_at__gte=F("asked_at")),
                name="interest_confirmed_after_asking",
            ),
            models.CheckConstraint(
                condition=Q(programme=None) | Q(province=""), name="interest_in_a_province_is_general"
            ),
        ]
        indexes = [models.Index(fields=["programme", "state"], name="interests_by_programme")]

    def __str__(self) -> str:
        return str(_("belangstelling"))

    @property
    def is_confirmed(self) -> bool:
        return self.state == InterestState.CONFIRMED
