from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.roles import Visitor
from programmes.models.event import Event
from programmes.states import REGISTRATION, RegistrationState


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def registered(self) -> Self:
        """Who has a place."""
        return self.filter(state=RegistrationState.REGISTERED)

    def waiting(self) -> Self:
        """Who has none yet, the first one first."""
        return self.filter(state=RegistrationState.WAITING).order_by("registered_at", "pk")

    def standing(self) -> Self:
        """Coming or waiting: who hears of a change."""
        return self.exclude(state=RegistrationState.CANCELLED)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What an organiser sees: who comes to an event of the own organisation, and who waits."""
        return self.standing().filter(event__in=Event.objects.organised_by(user))

    def visible_to(self, user: Visitor) -> Self:
        """One's own, and those at one's desk. Nobody sees them because of an office as administrator."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(user=user.pk) | Q(pk__in=self.model.objects.at_the_desk_of(user).values("pk")))

    def over_before(self, moment: datetime) -> Self:
        """The event ended before this moment, or this person cancelled before it."""
        cancelled = Q(state=RegistrationState.CANCELLED, cancelled_at__lt=moment)
        return self.filter(Q(event__ends_at__lt=moment) | cancelled)


class Registration(Keyed):
    """One person for one event: coming, or on the waiting list. Moves through programmes.agenda.actions alone."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="registrations", verbose_name=_("bijeenkomst"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="registrations")
    state = models.CharField(
        _("stand"), max_length=10, choices=RegistrationState, default=RegistrationState.REGISTERED, editable=False
    )
    # The order of the waiting list; anew for who cancelled and comes back.
    registered_at = models.DateTimeField(_("ingeschreven"), default=timezone.now)
    cancelled_at = models.DateTimeField(_("afgezegd"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("herinnerd"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inschrijving")
        verbose_name_plural = _("inschrijvingen")
        ordering = ["registered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "user"], name="one_registration_per_event"),
            models.CheckConstraint(condition=Q(state__in=RegistrationState.values), name="registration_state_known"),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.CANCELLED) | Q(cancelled_at__isnull=False),
                name="cancelled_registration_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["event", "state", "registered_at"], name="registrations_by_state")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def has_place(self) -> bool:
        return self.state == RegistrationState.REGISTERED

    @property
    def is_waiting(self) -> bool:
        return self.state == RegistrationState.WAITING

    @property
    def stands(self) -> bool:
        return REGISTRATION.allows("cancel", self.state)
