from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes.models.group_meeting import GroupMeeting
from programmes.models.participation import Participation
from programmes.models.phase import Phase
from programmes.taking_part.choices import Presence


class Attendance(models.Model):
    """Whether somebody was there when the group met. No row: nobody said."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="attendances")
    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, related_name="attendances")
    presence = models.CharField(_("erbij of niet"), max_length=8, choices=Presence)
    noted_at = models.DateTimeField(_("opgeschreven"), default=timezone.now)

    class Meta:
        verbose_name = _("aanwezigheid")
        verbose_name_plural = _("aanwezigheid")
        ordering = ["meeting__starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participation", "meeting"], name="one_attendance_per_meeting"),
            models.CheckConstraint(condition=Q(presence__in=Presence.values), name="attendance_presence_known"),
        ]

    def __str__(self) -> str:
        return self.get_presence_display()


class PhaseDone(models.Model):
    """Somebody did this part of the path."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="phases_done")
    phase = models.ForeignKey(Phase, models.CASCADE, related_name="done_by")
    done_on = models.DateField(_("gedaan op"), default=timezone.localdate)

    class Meta:
        verbose_name = _("stap gedaan")
        verbose_name_plural = _("stappen gedaan")
        ordering = ["phase__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["participation", "phase"], name="a_phase_is_done_once")]

    def __str__(self) -> str:
        return f"{self.done_on}"
