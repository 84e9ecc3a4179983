from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elections.models import Election, Kind
from lifecycle.models import Keyed
from people.models import Consent
from people.roles import Visitor
from programmes.choices import Office, Reveals
from programmes.models.application import CONSENT_PURPOSE
from programmes.models.edition import Edition
from programmes.models.programme import Carrier
from programmes.states import PARTICIPATION, ParticipationState
from programmes.taking_part.choices import LeavingReason

# The purpose of the consent that keeps a participation until after the election.
FOLLOW_UP_PURPOSE = "follow_up_after_election"

# Which election is the first that matters, by the office a programme aims at. A programme for any office, or for
# mayors and aldermen (whom a new council chooses), waits for the council's.
ELECTION_OF_OFFICE = {Office.STATES: Kind.PROVINCE, Office.WATER_BOARD: Kind.WATER_BOARD}


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def under_way(self) -> Self:
        """Admitted or started: whoever takes part, or soon will."""
        return self.filter(state__in=[ParticipationState.ADMITTED, ParticipationState.STARTED])

    def completed(self) -> Self:
        return self.filter(state=ParticipationState.COMPLETED)

    def asking_follow_up(self) -> Self:
        """Completed, and not asked yet whether we may ask after the election."""
        return self.completed().filter(follow_up_answered_at=None)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What an organiser sees: who said yes to a place while the own organisation carried the programme."""
        return self.filter(_admitted_with(user)) if user.is_authenticated else self.none()

    def visible_to(self, user: Visitor) -> Self:
        """One's own, and those at one's desk. Nobody sees them because of an office as administrator."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(user=user.pk) | _admitted_with(user))

    def with_consent_asked(self) -> Self:
        """Fetches `awaits_consent` along, so that a list asks nothing per row."""
        return self.annotate(consent_is_asked=Case(When(_awaits_consent(), then=True), default=False))

    def with_follow_up(self) -> Self:
        """Who said that we may ask, once, after the election."""
        return self.filter(Exists(_said_yes(FOLLOW_UP_PURPOSE)))

    def without_follow_up(self) -> Self:
        return self.filter(~Exists(_said_yes(FOLLOW_UP_PURPOSE)))

    def over_before(self, moment: datetime) -> Self:
        """Completed or left before this moment; otherwise, of an edition that ended before it."""
        return self.filter(
            Q(completed_at__lt=moment)
            | Q(left_at__lt=moment)
            | Q(completed_at=None, left_at=None, edition__ends_on__lt=timezone.localdate(moment))
        )

    def with_election_day(self) -> Self:
        """Adds `votes_on`: the first ordinary election of the office aimed at, since the end. None when unknown."""
        own = self.annotate(
            over_on=Coalesce(TruncDate("completed_at"), TruncDate("left_at"), F("edition__ends_on")),
            votes_for=Case(
                *(When(edition__programme__office=office, then=Value(kind)) for office, kind in _kinds()),
                default=Value(Kind.COUNCIL.value),
                output_field=models.CharField(),
            ),
        )
        first = Election.objects.filter(kind=OuterRef("votes_for"), election_day__gte=OuterRef("over_on"))
        day = first.order_by("election_day").values("election_day")[:1]
        return own.annotate(votes_on=Subquery(day, models.DateField()))

    def elected_before(self, day: date) -> Self:
        """Whose first ordinary election since the end was held before this day."""
        return self.with_election_day().filter(votes_on__lt=day)


def _kinds() -> list[tuple[str, str]]:
    return [(office.value, kind.value) for office, kind in ELECTION_OF_OFFICE.items()]


def _admitted_with(user: Visitor) -> Q:
    """An organisation that joined later sees who was admitted since."""
    carriers = Carrier.objects.organised_by(user)
    return Q(Exists(carriers.filter(programme=OuterRef("edition__programme"), since__lte=OuterRef("admitted_at"))))


def _said_yes(purpose: str) -> "QuerySet[Consent]":
    return Consent.objects.standing().filter(
        text__purpose=purpose, about=OuterRef("edition__key"), user=OuterRef("user")
    )


def _awaits_consent() -> Q:
    sensitive = Q(edition__reveals__in=[value for value in Reveals if value.is_sensitive])
    return sensitive & ~Q(Exists(_said_yes(CONSENT_PURPOSE)))


class Participation(Keyed):
    """One person in one edition, from the yes to a place until it is over. Moves through programmes.actions alone."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="participations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="participations")
    state = models.CharField(
        _("stand"), max_length=10, choices=ParticipationState, default=ParticipationState.ADMITTED, editable=False
    )
    admitted_at = models.DateTimeField(_("toegelaten"), default=timezone.now)
    started_at = models.DateTimeField(_("begonnen"), null=True, blank=True)
    completed_at = models.DateTimeField(_("afgerond"), null=True, blank=True)
    left_at = models.DateTimeField(_("gestopt"), null=True, blank=True)
    # What the organisation wrote down when it said that someone stopped; empty where nobody said why.
    leaving_reason = models.CharField(_("waarom gestopt"), max_length=9, choices=LeavingReason, blank=True)
    # Yes or no: after either the question is not put again. The yes itself is a consent.
    follow_up_answered_at = models.DateTimeField(_("vraag over later beantwoord"), null=True, blank=True)

    votes_on: date | None  # of rows fetched `with_election_day`

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        ordering = ["admitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "user"], name="one_participation_per_edition"),
            models.CheckConstraint(condition=Q(state__in=ParticipationState.values), name="participation_state_known"),
            models.CheckConstraint(
                condition=~Q(state=ParticipationState.COMPLETED) | Q(completed_at__isnull=False),
                name="completed_participation_has_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=ParticipationState.LEFT) | Q(left_at__isnull=False),
                name="left_participation_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(leaving_reason__in=["", *LeavingReason.values]), name="leaving_reason_known"
            ),
        ]
        indexes = [models.Index(fields=["edition", "state"], name="participations_by_state")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def seen_since(self) -> datetime:
        """From when an organisation has to carry the programme to see it."""
        return self.admitted_at

    @property
    def awaits_consent(self) -> bool:
        """Until there is a yes to what taking part reveals by now, nobody at the desk sees who this is."""
        fetched = getattr(self, "consent_is_asked", None)
        if fetched is not None:
            return fetched
        return type(self).objects.filter(_awaits_consent(), pk=self.pk).exists()

    @property
    def is_under_way(self) -> bool:
        return PARTICIPATION.allows("leave", self.state)

    @property
    def is_completed(self) -> bool:
        return self.state == ParticipationState.COMPLETED

    @property
    def asks_follow_up(self) -> bool:
        return self.is_completed and self.follow_up_answered_at is None
