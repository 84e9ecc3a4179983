"""A question before one answers, and the mentors that a participant may choose from."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.models.match import Match
from mentoring.models.mentor import Mentor
from mentoring.states import UNANSWERED, Side
from people.fields import EncryptedTextField
from programmes.models import Participation

LONGEST = 280


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def open(self) -> Self:
        """Not answered, also of what is over (Enquiry.is_closed)."""
        return self.filter(answered_at=None)


class Enquiry(Keyed):
    """One of two asks the organiser something about a proposal, and reads the answer. The other reads neither."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="enquiries")
    side = models.CharField(max_length=6, choices=Side)
    words = EncryptedTextField(_("vraag"))
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    answer = EncryptedTextField(_("antwoord"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag vooraf")
        verbose_name_plural = _("vragen vooraf")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=Side.values), name="enquiry_side_known"),
            models.UniqueConstraint(
                fields=["match", "side"], condition=Q(answered_at=None), name="one_open_enquiry_of_a_side"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_closed(self) -> bool:
        """Nobody answered, and nobody will: the two are a pair, or the proposal is over."""
        return self.answered_at is None and self.match.state not in UNANSWERED


class Suggestion(Keyed):
    """A mentor whom a participant may ask: who fits her best and has room, laid down for a week."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="suggested_mentors")
    mentor = models.ForeignKey(Mentor, models.CASCADE, related_name="suggestions")
    score = models.PositiveSmallIntegerField(editable=False)
    # As Match.reasons.
    reasons = models.JSONField(default=list, blank=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("mentor om te kiezen")
        verbose_name_plural = _("mentoren om te kiezen")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participation", "mentor"], name="suggested_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return str(self.key)
