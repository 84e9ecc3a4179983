"""How an application stands, in words for the one who applied."""

from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programmes.models import Application
from programmes.states import ApplicationState


@dataclass(frozen=True)
class Status:
    kind: Literal["now", "done", "later", "full", "place"]
    label: str
    text: str


def status_of(application: Application) -> Status:
    if application.asks_consent:
        text = _("Meedoen laat nu meer over je zien. Vind je dat goed?")
        return Status("place", _("Wij vragen je toestemming"), text)
    answer_by = application.edition.answer_by
    when = (
        _("Je hoort het uiterlijk op %(day)s.") % {"day": date_format(answer_by, "j F Y")}
        if answer_by
        else _("Je krijgt altijd antwoord.")
    )
    return {
        ApplicationState.DRAFT: Status("later", _("Nog niet verstuurd"), _("Je kunt verder waar je was.")),
        ApplicationState.SUBMITTED: Status(
            "now", _("Wij lezen je aanmelding"), _("Je hoeft nu niets te doen. %(when)s") % {"when": when}
        ),
        ApplicationState.WAITING: Status(
            "full", _("Je staat op de wachtlijst"), _("Komt er een plek vrij, dan hoor je het meteen.")
        ),
        ApplicationState.OFFERED: Status("place", _("Er is een plek voor je"), _("Laat weten of je meedoet.")),
        ApplicationState.ADMITTED: Status("done", _("Je doet mee"), _("Je krijgt bericht voor het begint.")),
        ApplicationState.REFUSED: Status(
            "later", _("Je doet deze keer niet mee"), _("De reden staat in het bericht dat je kreeg.")
        ),
        ApplicationState.EXPIRED: Status(
            "later", _("Het aanbod is verlopen"), _("Je plek ging naar iemand anders. Een volgende keer kan altijd.")
        ),
        ApplicationState.WITHDRAWN: Status(
            "later", _("Je hebt je aanmelding ingetrokken"), _("Wij bewaren je aanmelding nog drie maanden.")
        ),
    }[ApplicationState(application.state)]
