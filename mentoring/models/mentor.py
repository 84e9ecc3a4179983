from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.states import MentorState
from people.roles import Visitor
from programmes.models import Carrier, Programme


class MentorQuerySet(models.QuerySet["Mentor"]):
    def of(self, user: Visitor) -> Self:
        return self.filter(user=user.pk)

    def admitted(self) -> Self:
        return self.filter(state=MentorState.ADMITTED)

    def going_on(self) -> Self:
        """Waiting for an answer, or admitted."""
        return self.filter(state__in=[MentorState.APPLIED, MentorState.ADMITTED])

    def not_stopped(self) -> Self:
        """Signed up, whatever the answer was: who stopped may sign up anew."""
        return self.exclude(state=MentorState.STOPPED)

    def with_programme(self) -> Self:
        """Fetches along what is said of the programme to its mentor (mentoring.pseudonyms.called)."""
        carriers = Prefetch("carriers", Carrier.objects.select_related("organisation"))
        told = Programme.objects.with_sensitivity().prefetch_related(carriers)
        return self.prefetch_related(Prefetch("programme", told))

    def at_the_desk_of(self, user: Visitor) -> Self:
        """Who signed up while the own organisation carried the programme: one that joins later sees who comes then."""
        if not user.is_authenticated:
            return self.none()
        carriers = Carrier.objects.organised_by(user)
        return self.filter(Exists(carriers.filter(programme=OuterRef("programme"), since__lte=OuterRef("asked_at"))))

    def visible_to(self, user: Visitor) -> Self:
        return self.of(user) | self.at_the_desk_of(user) if user.is_authenticated else self.none()


class Mentor(Keyed):
    """Someone who mentors, or wants to, in one programme. What she offers stands in her profile."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="mentors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentorships")
    state = models.CharField(
        _("stand"), max_length=10, choices=MentorState, default=MentorState.APPLIED, editable=False
    )
    asked_at = models.DateTimeField(_("aangemeld"), default=timezone.now)
    admitted_at = models.DateTimeField(_("toegelaten"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("gestopt"), null=True, blank=True)
    # What was looked at before she was admitted: the day only.
    talked_on = models.DateField(_("gesprek gehad op"), null=True, blank=True)
    signed_on = models.DateField(_("gedragscode getekend op"), null=True, blank=True)
    # Which version of it she signed; empty where nobody signed yet.
    signed_version = models.PositiveSmallIntegerField(_("versie van de gedragscode"), null=True, blank=True)
    office_checked_on = models.DateField(_("ambt nagekeken op"), null=True, blank=True)
    # Of the election in whose result she was found; empty when the office was checked in another way.
    office_year = models.PositiveSmallIntegerField(_("jaar van de uitslag"), null=True, blank=True)
    vog_on = models.DateField(_("VOG gezien op"), null=True, blank=True)

    objects = MentorQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentor")
        verbose_name_plural = _("mentoren")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "user"], name="mentor_once_per_programme"),
            models.CheckConstraint(condition=Q(state__in=MentorState.values), name="mentor_state_known"),
        ]

    def __str__(self) -> str:
        return str(self.key)
