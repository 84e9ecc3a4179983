"""How far a report is. It closes with the word of who made it, never without."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lifecycle.machine import Machine, Move


class ReportState(TextChoices):
    SENT = "sent", _("verstuurd")
    TAKEN_UP = "taken_up", _("opgepakt")
    ASKED = "asked", _("gevraagd of het klaar is")
    CLOSED = "closed", _("afgesloten")


_R = ReportState

REPORT = Machine(
    "report",
    [
        Move("take_up", {_R.SENT}, _R.TAKEN_UP),
        Move("ask_to_close", {_R.TAKEN_UP}, _R.ASKED),
        Move("not_yet", {_R.ASKED}, _R.TAKEN_UP),
        Move("agree", {_R.SENT, _R.TAKEN_UP, _R.ASKED}, _R.CLOSED),
        Move("note_word", {_R.TAKEN_UP, _R.ASKED}, _R.CLOSED),
        Move("open_again", {_R.CLOSED}, _R.TAKEN_UP),
    ],
)
