from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from people.fields import EncryptedTextField
from people.models import ConsentText
from people.roles import Visitor
from programmes.models.programme import Carrier, Programme
from programmes.states import CallBackState


class Moment(models.TextChoices):
    """The part of the day on which somebody wants to be called."""

    ANY = "any", _("Dat maakt mij niet uit")
    MORNING = "morning", _("In de ochtend")
    AFTERNOON = "afternoon", _("In de middag")
    EVENING = "evening", _("In de avond, tot 20.00 uur")


class CallBackQuerySet(models.QuerySet["CallBack"]):
    def waiting(self) -> Self:
        return self.filter(state=CallBackState.WAITING)

    def to_be_made(self) -> Self:
        """Nobody has spoken with this person yet."""
        return self.exclude(state=CallBackState.CALLED)

    def at_the_desk_of(self, user: Visitor) -> Self:
        """What an organiser calls: asked while the own organisation carried the programme."""
        if not user.is_authenticated:
            return self.none()
        asked = Carrier.objects.organised_by(user).filter(
            programme=OuterRef("programme"), since__lte=OuterRef("asked_at")
        )
        return self.filter(Exists(asked))

    def called_before(self, before: datetime) -> Self:
        return self.filter(called_at__lt=before)

    def left_before(self, before: datetime) -> Self:
        """Nobody called, however long ago it was asked."""
        return self.to_be_made().filter(asked_at__lt=before)


class CallBack(Keyed):
    """Somebody without an account wants to be called once about a programme. The number goes with the call."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="call_backs", verbose_name=_("programma"))
    number = EncryptedTextField(_("telefoonnummer"), blank=True, editable=False)
    # One number waits once per programme, and the database holds that without knowing which.
    number_digest = models.CharField(max_length=64, blank=True, editable=False)
    moment = models.CharField(_("wanneer"), max_length=10, choices=Moment, default=Moment.ANY)
    language = models.CharField(_("taal"), max_length=5, default="nl")
    state = models.CharField(
        _("stand"), max_length=10, choices=CallBackState, default=CallBackState.WAITING, editable=False
    )
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    called_at = models.DateTimeField(_("gebeld"), null=True, blank=True, editable=False)
    # Where asking tells something of health or origin: the text that was agreed to.
    consent = models.ForeignKey(ConsentText, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CallBackQuerySet.as_manager()

    class Meta:
        verbose_name = _("belverzoek")
        verbose_name_plural = _("belverzoeken")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CallBackState.values), name="call_back_state_known"),
            models.CheckConstraint(condition=Q(moment__in=Moment.values), name="call_back_moment_known"),
            models.UniqueConstraint(
                fields=["programme", "number_digest"],
                condition=~Q(state=CallBackState.CALLED),
                name="one_call_back_per_number",
            ),
            models.CheckConstraint(
                condition=Q(state=CallBackState.CALLED, called_at__isnull=False, number_digest="")
                | (~Q(state=CallBackState.CALLED) & Q(called_at=None) & ~Q(number_digest="")),
                name="a_call_takes_the_number_along",
            ),
            models.CheckConstraint(
                condition=Q(called_at=None) | Q(called_at__gte=F("asked_at")), name="called_after_asking"
            ),
        ]
        indexes = [models.Index(fields=["programme", "asked_at"], name="call_backs_by_programme")]

    def __str__(self) -> str:
        return str(_("belverzoek"))

    @property
    def is_being_called(self) -> bool:
        return self.state == CallBackState.CALLING
