from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.safety.models.report import Report
from programmes.safety.states import ReportState


class When(models.TextChoices):
    TWO_DAYS = "two_days", _("na 48 uur")
    TWO_WEEKS = "two_weeks", _("na twee weken")
    THREE_MONTHS = "three_months", _("na drie maanden")


AFTER = {
    When.TWO_DAYS: timedelta(hours=48),
    When.TWO_WEEKS: timedelta(weeks=2),
    When.THREE_MONTHS: timedelta(days=91),
}


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def waiting(self) -> Self:
        return self.filter(done_at=None).exclude(report__state=ReportState.CLOSED)

    def to_tell(self, at: datetime | None = None) -> Self:
        """Their time has come, and nobody had a mail about it yet."""
        return self.due(at).filter(told_at=None)

    def due(self, at: datetime | None = None) -> Self:
        return self.waiting().filter(due_at__lte=at or timezone.now())


class FollowUp(models.Model):
    """A contact asks again how it is: three times for each report, while it is open."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="follow_ups")
    when = models.CharField(_("wanneer"), max_length=12, choices=When)
    due_at = models.DateTimeField(_("te doen vanaf"))
    told_at = models.DateTimeField(_("gemaild"), null=True, blank=True, editable=False)
    done_at = models.DateTimeField(_("gedaan"), null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("opvolging van een melding")
        verbose_name_plural = _("opvolgingen van een melding")
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "when"], name="followed_up_once"),
            models.CheckConstraint(condition=Q(when__in=When.values), name="follow_up_when_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def is_due(self, at: datetime | None = None) -> bool:
        return self.due_at <= (at or timezone.now())
