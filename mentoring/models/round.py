from datetime import datetime
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed
from mentoring.states import RoundState
from people.roles import Visitor
from programmes.models import Carrier, Edition

AT_WORK = [RoundState.PREPARING, RoundState.READY]


class RoundQuerySet(models.QuerySet["Round"]):
    def at_the_desk_of(self, user: Visitor) -> Self:
        if not user.is_authenticated:
            return self.none()
        return self.filter(Exists(Carrier.objects.organised_by(user).filter(programme=OuterRef("edition__programme"))))

    def at_work(self) -> Self:
        """Begun and not sent: of each edition one at most."""
        return self.filter(state__in=AT_WORK)

    def ready(self) -> Self:
        return self.filter(state=RoundState.READY)

    def going_on(self, at: datetime) -> Self:
        """Sent, and to be looked at for a next choice."""
        due = Q(next_look_at=None) | Q(next_look_at__lte=at)
        return self.filter(due, state=RoundState.SENT, goes_on=True)

    def visible_to(self, user: Visitor) -> Self:
        return self.at_the_desk_of(user)


class Round(Keyed):
    """Proposals made together for one edition, looked at by an organiser before anybody hears of them."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="rounds", verbose_name=_("editie"))
    state = models.CharField(
        _("stand"), max_length=10, choices=RoundState, default=RoundState.PREPARING, editable=False
    )
    begun_at = models.DateTimeField(_("begonnen"), default=timezone.now)
    computed_at = models.DateTimeField(_("berekend"), null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd"), null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("dagen om te antwoorden"), default=10, validators=[MinValueValidator(2), MaxValueValidator(60)]
    )
    weights_version = models.CharField(_("versie van de gewichten"), max_length=20, blank=True, editable=False)
    # Only the weights that differ from the file: {"topics": 40}.
    tuned = models.JSONField(default=dict, blank=True, editable=False)
    raises_worst_off = models.BooleanField(
        _("help eerst wie het slechtst past"),
        default=True,
        help_text=_("Niemand krijgt een slechtere mentor dan nodig is. Dat kost soms iets bij de anderen."),
    )
    # {"points", "before", "after"}: what that took from the others, and the lowest score without and with it.
    raising = models.JSONField(default=dict, blank=True, editable=False)
    goes_on = models.BooleanField(
        _("zoek zelf verder na een nee"),
        default=True,
        help_text=_("Zegt iemand nee, of te laat? Dan gaat het voorstel naar de volgende mentor die past."),
    )
    # Somebody stayed without a next choice; until then it is not looked for again.
    next_look_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Proves that no better set of pairs exists: prices by key, as mentoring.matching gives them.
    certificate = models.JSONField(null=True, blank=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("koppelronde")
        verbose_name_plural = _("koppelrondes")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_known"),
            models.UniqueConstraint(
                fields=["edition"],
                condition=Q(state__in=AT_WORK),
                name="one_round_at_work_per_edition",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def is_at_work(self) -> bool:
        """Looked at and changed by the desk; nobody else has heard of it."""
        return self.state in AT_WORK

    @property
    def is_sent(self) -> bool:
        return self.state in (RoundState.SENT, RoundState.CLOSED)
