"""How signing up as a mentor stands, in words for the one who did."""

from django.utils.translation import gettext as _

from mentoring.models import Mentor
from mentoring.states import MentorState


def status_of_mentor(mentor: Mentor) -> tuple[str, str]:
    """(what she may expect, the kind of its badge)"""
    return {
        MentorState.APPLIED: (_("De organisatie belt of mailt je voor een gesprek."), "now"),
        MentorState.ADMITTED: (_("Je krijgt een mail als er een voorstel voor je is."), "done"),
        MentorState.REFUSED: (_("De organisatie koos deze keer voor iemand anders."), "later"),
        MentorState.STOPPED: (_("Je bent hier geen mentor meer. Je kunt je opnieuw aanmelden."), "later"),
    }[MentorState(mentor.state)]
