import json
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed, Leased, LeasedQuerySet
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.models.edition import Edition
from programmes.models.programme import Carrier
from programmes.states import IMPORT, ImportState


class Becomes(models.TextChoices):
    """What somebody in a sheet is, once she said yes herself."""

    PARTICIPANT = "participant", _("Zij doen mee: hun plek staat vast")
    APPLICANT = "applicant", _("Zij melden zich aan: jij beslist daarna")


class ImportRunQuerySet(LeasedQuerySet):
    def at_the_desk_of(self, user: Visitor) -> Self:
        """Those into the programmes that the own organisations carry."""
        if not user.is_authenticated:
            return self.none()
        own = Carrier.objects.organised_by(user)
        return self.filter(Exists(own.filter(programme=OuterRef("edition__programme"))))

    def started(self) -> Self:
        return self.filter(state=ImportState.STARTED)

    def not_started(self) -> Self:
        """A sheet that was handed in, and nothing more."""
        return self.filter(state__in=[ImportState.UPLOADED, ImportState.CHECKED])

    def waiting_for_a_press(self) -> Self:
        return self.filter(state__in=[ImportState.UPLOADED, ImportState.CHECKED, ImportState.FAILED])

    def made_before(self, moment: datetime) -> Self:
        return self.filter(made_at__lt=moment)


class ImportRun(Keyed, Leased):
    """One sheet on its way in: handed in, matched to columns, taken in by the worker as one.

    It keeps numbers of rows and reasons, never what stood in them: that is in the sheet, which goes with the run's end.
    """

    MOST_ATTEMPTS = 3

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="import_runs", verbose_name=_("editie"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(
        _("stand"), max_length=10, choices=ImportState, default=ImportState.UPLOADED, editable=False
    )
    file_name = EncryptedTextField(_("bestand"), blank=True)
    # Headings that were left out unread, as JSON.
    dropped = EncryptedTextField(_("weggelaten"), blank=True)
    becomes = models.CharField(_("wat zij worden"), max_length=12, choices=Becomes, default=Becomes.PARTICIPANT)
    makes_editions = models.BooleanField(_("maak een editie voor elke nieuwe plaats"), default=False)
    columns = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField(_("ingelezen"), default=timezone.now)
    rows = models.PositiveIntegerField(_("rijen"), default=0)
    rows_seen = models.PositiveIntegerField(_("bekeken"), default=0)
    rows_new = models.PositiveIntegerField(_("nieuw"), default=0)
    rows_known = models.PositiveIntegerField(_("stond er al"), default=0)
    # Pairs of a row's number and the kind of fault.
    faults = models.JSONField(default=list, blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoer")
        verbose_name_plural = _("invoer")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_known"),
            models.CheckConstraint(condition=Q(becomes__in=Becomes.values), name="import_becomes_known"),
            models.CheckConstraint(
                condition=Q(state=ImportState.DONE, done_at__isnull=False)
                | (~Q(state=ImportState.DONE) & Q(done_at=None)),
                name="a_done_import_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "leased_until"], name="imports_by_state")]

    def __str__(self) -> str:
        return str(_("invoer"))

    @property
    def dropped_headings(self) -> list[str]:
        return json.loads(self.dropped) if self.dropped else []

    @property
    def takes_part(self) -> bool:
        """A yes makes who stands in it a participant."""
        return self.becomes == Becomes.PARTICIPANT

    @property
    def is_matched(self) -> bool:
        """It can be taken in with one press."""
        return IMPORT.allows("start", self.state)

    @property
    def can_be_matched(self) -> bool:
        return IMPORT.allows("match", self.state)

    @property
    def is_at_work(self) -> bool:
        return self.state == ImportState.STARTED

    @property
    def is_over(self) -> bool:
        return self.state == ImportState.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == ImportState.FAILED

    @property
    def percent(self) -> int:
        return min(100 * self.rows_seen // self.rows, 100) if self.rows else 0

    def _settle(self, row: LeasedQuerySet, **fields: Any) -> bool:
        if fields.get("failed_at"):
            fields["state"] = IMPORT.target("fail", ImportState.STARTED)
        return super()._settle(row, **fields)


class ImportSheet(models.Model):
    """What stood in the file, without the columns that must not enter; gone once the run is over."""

    run = models.OneToOneField(ImportRun, models.CASCADE, related_name="sheet")
    content = EncryptedTextField(editable=False)

    class Meta:
        verbose_name = _("ingelezen lijst")
        verbose_name_plural = _("ingelezen lijsten")

    def __str__(self) -> str:
        return str(_("ingelezen lijst"))
