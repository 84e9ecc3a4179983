"""What a barrier that somebody tells of can be (docs/states/barrier.md)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Machine, Move


class BarrierState(TextChoices):
    TOLD = "told", _("wacht op de organisatie")
    SENT_BACK = "sent_back", _("nog niet geplaatst")
    PUBLISHED = "published", _("staat bij Kennis")


_B = BarrierState

BARRIER = Machine(
    "barrier",
    [
        Move("tell_again", {_B.TOLD, _B.SENT_BACK}, _B.TOLD),
        Move("publish", {_B.TOLD}, _B.PUBLISHED),
        Move("send_back", {_B.TOLD, _B.PUBLISHED}, _B.SENT_BACK),
    ],
)
