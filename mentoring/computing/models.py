from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lifecycle.models import Keyed, Leased, LeasedQuerySet
from mentoring.models.round import Round


class Stage(models.TextChoices):
    """How far it is, for who looks at the page meanwhile."""

    WAITING = "waiting", _("wacht tot er een rekenaar vrij is")
    READING = "reading", _("leest wie er zoekt en wie er plek heeft")
    SOLVING = "solving", _("zoekt de beste koppels")
    WRITING = "writing", _("zet de koppels klaar")


class ComputationQuerySet(LeasedQuerySet):
    def made_before(self, moment: datetime) -> Self:
        return self.filter(asked_at__lt=moment)


class Computation(Keyed, Leased):
    """The pairs of one large round, worked out beside the web server. Only its result that comes first is laid ready.

    While one waits the round does not change: what is pinned, taken out or sent would not be what was computed.
    """

    MOST_ATTEMPTS = 3

    round = models.ForeignKey(Round, models.CASCADE, related_name="computations", verbose_name=_("koppelronde"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("gevraagd"), default=timezone.now)
    stage = models.CharField(_("hoe ver"), max_length=10, choices=Stage, default=Stage.WAITING, editable=False)

    objects = ComputationQuerySet.as_manager()

    class Meta:
        verbose_name = _("berekening")
        verbose_name_plural = _("berekeningen")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="computation_stage_known"),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(done_at=None, failed_at=None),
                name="one_computation_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def step(self) -> int:
        """Of as many steps as there are stages."""
        return Stage.values.index(self.stage) + 1
