from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.choices import Way
from mentoring.models.match import Match
from mentoring.states import MatchState, MeetingState, Side
from people.fields import EncryptedTextField
from people.roles import Visitor


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def planned(self) -> Self:
        """Proposed or agreed: it may still take place."""
        return self.filter(state__in=[MeetingState.PROPOSED, MeetingState.AGREED])

    def offered_with(self, meeting: "Meeting") -> Self:
        """The other times of the same offer that are still open."""
        if meeting.offered_in is None:
            return self.none()
        return self.filter(offered_in=meeting.offered_in, state=MeetingState.PROPOSED).exclude(pk=meeting.pk)

    def to_remind(self, after: datetime, until: datetime) -> Self:
        """Agreed, of a pair that goes on, to begin between these moments, and nobody was reminded yet."""
        begins = {"starts_at__gt": after, "starts_at__lte": until}
        return self.filter(state=MeetingState.AGREED, reminded_at=None, match__state=MatchState.ACTIVE, **begins)

    def to_show(self, at: datetime) -> Self:
        """Planned, or cancelled though it was agreed before: that one must leave a calendar."""
        was_agreed = Q(state=MeetingState.CANCELLED, sequence__gte=2, starts_at__gt=at)
        return self.filter(was_agreed | Q(state__in=[MeetingState.PROPOSED, MeetingState.AGREED]))

    def held(self) -> Self:
        return self.filter(state=MeetingState.HELD)

    def visible_to(self, user: Visitor) -> Self:
        """The two of the pair, and nobody else: not their organiser either."""
        return self.filter(match__in=Match.objects.of(user))


class Meeting(Keyed):
    """One conversation of a pair. Where it is and what it is about stays between the two."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="meetings")
    state = models.CharField(
        _("stand"), max_length=10, choices=MeetingState, default=MeetingState.PROPOSED, editable=False
    )
    proposed_by = models.CharField(max_length=6, choices=Side, editable=False)
    starts_at = models.DateTimeField(_("wanneer"))
    minutes = models.PositiveSmallIntegerField(
        _("hoeveel minuten"), default=60, validators=[MinValueValidator(10), MaxValueValidator(480)]
    )
    way = models.CharField(_("hoe"), max_length=10, choices=Way, default=Way.ONLINE)
    place = EncryptedTextField(_("waar"), blank=True)
    # The same for times that were offered together: the other one picks one of them, and the rest go.
    offered_in = models.UUIDField(null=True, blank=True, editable=False)
    # When it was to be, before the last change of time.
    moved_from = models.DateTimeField(_("was eerst"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    # Counts changes, so that a calendar takes the newest invitation (SEQUENCE in an .ics file).
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MeetingState.values), name="meeting_state_known"),
            models.CheckConstraint(condition=Q(minutes__gte=10, minutes__lte=480), name="meeting_of_a_day_at_most"),
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="meetings_by_state_and_day")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_agreed(self) -> bool:
        return self.state == MeetingState.AGREED

    @property
    def is_cancelled(self) -> bool:
        return self.state == MeetingState.CANCELLED
