"""How the card of a party stands. Pure. Drawn in docs/states/party_card.md."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Machine, Move


class CardState(TextChoices):
    WAITING = "waiting", _("wacht op de beheerder")
    REFUSED = "refused", _("nog niet goed")
    SHOWN = "shown", _("staat op de site")
    OUTDATED = "outdated", _("verouderd")


PARTY_CARD = Machine(
    "party_card",
    [
        Move("hand_in", {CardState.WAITING, CardState.REFUSED}, CardState.WAITING),
        Move("approve", {CardState.WAITING}, CardState.SHOWN),
        Move("refuse", {CardState.WAITING}, CardState.REFUSED),
        Move("confirm", {CardState.SHOWN, CardState.OUTDATED}, CardState.SHOWN),
        Move("expire", {CardState.SHOWN}, CardState.OUTDATED),
    ],
)
