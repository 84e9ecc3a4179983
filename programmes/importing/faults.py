"""What can be wrong with a row, in words that say what helps. Kept is the kind alone, never what stood there."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Fault(TextChoices):
    NO_NAME = "no_name", _("De naam ontbreekt. Vul hem in.")
    LONG_NAME = "long_name", _("De naam is te lang. Hij mag 60 tekens lang zijn.")
    NO_ADDRESS = "no_address", _("Het e-mailadres ontbreekt. Vul het in.")
    WRONG_ADDRESS = "wrong_address", _("Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.")
    TWICE = "twice", _("Dit e-mailadres staat al op een eerdere rij. Haal een van de twee weg.")
    NO_EDITION = "no_edition", _("In deze plaats is geen editie. Maak die, of laat de plaats leeg.")
    LONG_TOWN = "long_town", _("De plaats is te lang. Schrijf alleen de plaats.")
    MORE_EDITIONS = (
        "more_editions",
        _("In deze plaats zijn meer edities. Schrijf in plaats daarvan de naam van de editie."),
    )
    WRONG_DAY = "wrong_day", _("Deze dag kunnen wij niet lezen. Schrijf hem als 12-3-2027.")
    DAY_TO_COME = "day_to_come", _("Deze dag komt nog. Schrijf de dag waarop iemand is toegelaten.")


def say(kind: str) -> str:
    """The words of a kind that was kept."""
    return str(Fault(kind).label) if kind in Fault.values else ""
