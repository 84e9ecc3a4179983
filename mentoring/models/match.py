from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.choices import DeclineReason
from mentoring.models.mentor import Mentor
from mentoring.models.round import Round
from mentoring.states import GOING_ON, TAKES_A_MENTORS_PLACE, UNANSWERED, MatchState, Side
from people.fields import EncryptedTextField
from people.models import User
from people.roles import Visitor
from programmes.models import Participation


class MatchQuerySet(models.QuerySet["Match"]):
    def of(self, user: Visitor) -> Self:
        """Those of which this person is one of the two, from the moment they were proposed."""
        return self.filter(Q(participation__user=user.pk) | Q(mentor__user=user.pk)).exclude(
            Q(state=MatchState.PREPARED) | Q(proposed_at=None)
        )

    def prepared(self) -> Self:
        """Laid ready in a round that was not sent: nobody but the desk knows of it."""
        return self.filter(state=MatchState.PREPARED)

    def taken_out(self) -> Self:
        """Of a round, by an organiser, before anybody heard of it."""
        return self.filter(state=MatchState.TAKEN_BACK, proposed_at=None)

    def unanswered(self) -> Self:
        return self.filter(state__in=UNANSWERED)

    def active(self) -> Self:
        return self.filter(state=MatchState.ACTIVE)

    def pairs(self) -> Self:
        """Two who know each other: both said yes, and it may be over by now."""
        return self.filter(state__in=[MatchState.ACTIVE, MatchState.ENDED])

    def going_on(self) -> Self:
        return self.filter(state__in=GOING_ON)

    def brought_together(self) -> Self:
        """The two were proposed to each other, whatever came of it: no machine brings them together once more."""
        over = [MatchState.DECLINED, MatchState.EXPIRED, MatchState.TAKEN_BACK, MatchState.ENDED]
        return self.filter(Q(state__in=over, proposed_at__isnull=False) | Q(state__in=GOING_ON))

    def overdue(self, at: datetime | None = None) -> Self:
        return self.unanswered().filter(answer_until__lte=at or timezone.now())

    def asked(self) -> Self:
        """By the participant herself, from the mentors that she could choose."""
        return self.filter(asked_at__isnull=False)

    def taking_a_place(self) -> Self:
        """Each of these holds one of its mentor's places."""
        return self.filter(state__in=TAKES_A_MENTORS_PLACE)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """Of participations that this organiser sees; the mentor comes with them.

        Never those in which she is one of the two: of the other she reads what that side may read.
        """
        own = Q(participation__user=user.pk) | Q(mentor__user=user.pk)
        return self.filter(~own, participation__in=Participation.objects.at_the_desk_of(user))

    def visible_to(self, user: Visitor) -> Self:
        return self.of(user) | self.at_the_desk_of(user) if user.is_authenticated else self.none()


class Match(Keyed):
    """One participation and one mentor: prepared, proposed, and a pair once both have said yes."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="matches")
    mentor = models.ForeignKey(Mentor, models.CASCADE, related_name="matches")
    # Empty for a pair made by hand.
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="matches")
    state = models.CharField(_("stand"), max_length=10, choices=MatchState, default=MatchState.PREPARED, editable=False)
    # Of 1000; empty by hand. For the desk alone: people read reasons, never a number.
    score = models.PositiveSmallIntegerField(_("punten"), null=True, blank=True, editable=False)
    # [{"code", "details"}] of what was asked, the weightiest first (mentoring.reasons).
    reasons = models.JSONField(default=list, blank=True, editable=False)
    is_pinned = models.BooleanField(_("vastgezet"), default=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    proposed_at = models.DateTimeField(_("voorgesteld"), null=True, blank=True)
    answer_until = models.DateTimeField(_("antwoord voor"), null=True, blank=True)
    # Who had not chosen yet was told once that the term is about to end.
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    mentee_yes_at = models.DateTimeField(null=True, blank=True)
    mentor_yes_at = models.DateTimeField(null=True, blank=True)
    active_at = models.DateTimeField(_("gekoppeld"), null=True, blank=True)
    ended_at = models.DateTimeField(_("afgesloten"), null=True, blank=True)
    declined_by = models.CharField(max_length=6, choices=Side, blank=True)
    decline_reason = models.CharField(_("reden"), max_length=10, choices=DeclineReason, blank=True)
    # For the organiser alone, of whoever said no. Empty is NULL: what is encrypted can be looked for no other way.
    decline_note = EncryptedTextField(_("toelichting"), null=True, blank=True)
    # When the participant chose this mentor herself; empty for a proposal.
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Somebody asked something first: once, that gives days more.
    extended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("koppeling")
        verbose_name_plural = _("koppelingen")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MatchState.values), name="match_state_known"),
            models.CheckConstraint(
                condition=~Q(state=MatchState.ACTIVE)
                | Q(mentee_yes_at__isnull=False, mentor_yes_at__isnull=False, active_at__isnull=False),
                name="pair_after_two_times_yes",
            ),
            models.UniqueConstraint(
                fields=["participation"],
                condition=Q(state=MatchState.ACTIVE),
                name="one_pair_per_participation",
            ),
            models.UniqueConstraint(
                fields=["participation", "mentor"],
                condition=Q(state__in=sorted([MatchState.PREPARED, *GOING_ON])),
                name="same_two_once_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["mentor", "state"], name="matches_of_a_mentor"),
            models.Index(fields=["state", "answer_until"], name="matches_by_term"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_active(self) -> bool:
        """A pair that goes on."""
        return self.state == MatchState.ACTIVE

    @property
    def is_asked(self) -> bool:
        """Whether the participant chose this mentor herself."""
        return self.asked_at is not None

    @property
    def last_day(self) -> date | None:
        """The day on which an answer still counts: a term that ends at midnight names the day before."""
        return timezone.localdate(self.answer_until - timedelta(microseconds=1)) if self.answer_until else None

    def user_at(self, side: Side) -> User:
        return self.participation.user if side == Side.MENTEE else self.mentor.user

    def side_of(self, user: Visitor) -> Side | None:
        """Which of the two this person is."""
        if user.pk is None:
            return None
        if self.participation.user_id == user.pk:
            return Side.MENTEE
        return Side.MENTOR if self.mentor.user_id == user.pk else None
