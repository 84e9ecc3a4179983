"""People of 16 and 17 take part only where the day of every mentor's VOG is known.

It holds from both sides: such an edition opens only when no mentor is without (settings.UNDER_18_RULES), and while
it goes on nobody becomes or stays a mentor without. Both lock the edition first, so that neither overtakes the other.
"""

from django.utils.translation import gettext as _

from mentoring.models import Mentor, PairingRules
from programmes.models import Edition, Programme
from programmes.models.edition import ADULT
from programmes.states import EditionState

GOING_ON = (EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING)


def every_vog_is_known(edition: Edition) -> str:
    """The reason why not, or "". Mentors belong to the programme: each of them can be paired in this edition."""
    if Mentor.objects.admitted().filter(programme=edition.programme_id, vog_on=None).exists():
        return _("Vanaf 16 of 17 jaar kan pas als van elke mentor de VOG-datum bekend is. Vul die eerst in.")
    return ""


def why_a_vog_is_needed(programme: Programme) -> str:
    """Why no mentor here may be without, or "". Call in a transaction, before the mentor is locked."""
    young = Edition.objects.filter(programme=programme, minimum_age__lt=ADULT).order_by("pk")
    if any(edition.state in GOING_ON for edition in young.select_for_update()):
        return _("Hier doen mensen van 16 of 17 mee. Vul eerst in op welke dag je de VOG zag.")
    if PairingRules.objects.filter(programme=programme, asks_vog=True).exists():
        return _("Dit programma vraagt een VOG. Vul eerst in op welke dag je die zag.")
    return ""
