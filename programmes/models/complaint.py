from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.roles import Visitor
from programmes.models.application import Application
from programmes.states import ComplaintState


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(application__user=user.pk) if user.is_authenticated else self.none()

    def waiting(self) -> Self:
        return self.filter(state=ComplaintState.SENT)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """Where the application stands, which the complaint is about; what was taken back is nobody's any more."""
        readable = Application.objects.at_the_desk_of(user)
        return self.exclude(state=ComplaintState.TAKEN_BACK).filter(application__in=readable)

    def closed_before(self, before: datetime) -> Self:
        return self.filter(closed_at__lt=before)

    def left_before(self, before: datetime) -> Self:
        """Nobody answered, however long ago it was sent."""
        return self.waiting().filter(sent_at__lt=before)


class Complaint(Keyed):
    """Somebody is not content with how her application went. In words, answered in words."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="complaints", verbose_name=_("aanmelding")
    )
    words = EncryptedTextField(_("klacht"), blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=ComplaintState, default=ComplaintState.SENT, editable=False
    )
    sent_at = models.DateTimeField(_("verstuurd"), default=timezone.now)
    answer_by = models.DateField(_("antwoord uiterlijk op"))
    closed_at = models.DateTimeField(_("afgesloten"), null=True, blank=True, editable=False)
    answer = EncryptedTextField(_("antwoord"), blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = _("klacht")
        verbose_name_plural = _("klachten")
        ordering = ["sent_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ComplaintState.values), name="complaint_state_known"),
            models.CheckConstraint(
                condition=Q(state=ComplaintState.SENT, closed_at=None)
                | (~Q(state=ComplaintState.SENT) & Q(closed_at__isnull=False)),
                name="closed_complaint_has_a_time",
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(state=ComplaintState.SENT), name="one_complaint_waits"
            ),
        ]
        indexes = [models.Index(fields=["state", "answer_by"], name="complaints_by_day")]

    def __str__(self) -> str:
        return str(_("klacht"))

    @property
    def is_waiting(self) -> bool:
        return self.state == ComplaintState.SENT

    @property
    def is_answered(self) -> bool:
        return self.state == ComplaintState.ANSWERED

    @property
    def is_late(self) -> bool:
        return self.is_waiting and self.answer_by < timezone.localdate()
