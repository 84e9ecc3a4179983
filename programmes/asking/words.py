"""What one can say to who is asked: chosen on the page, and kept nowhere."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Why(StrEnum):
    """Why one thinks of somebody: the first sentence of the text."""

    CARES = "buurt"
    LISTENS = "luistert"
    SOLVES = "doet"
    FAIR = "opkomt"


CHOICES: dict[Why, Promise] = {
    Why.CARES: gettext_lazy("Je denkt mee over de buurt, de school of de club."),
    Why.LISTENS: gettext_lazy("Je luistert goed en je zegt wat je denkt."),
    Why.SOLVES: gettext_lazy("Je ziet wat beter kan en doet er iets aan."),
    Why.FAIR: gettext_lazy("Je komt op voor anderen."),
}


def chosen(value: str) -> Why:
    return Why(value) if value in set(Why) else Why.CARES


def text(why: Why, address: str, until: str) -> str:
    """Ready to be pasted in a message of one's own."""
    return "\n\n".join(
        [
            f"{CHOICES[why]} {_('Daarom dacht ik aan jou.')}",
            _("Heb je weleens gedacht aan de politiek in je eigen gemeente? Je hoeft niets te beslissen. Kijk eens."),
            address,
            _("Dit adres werkt tot en met %(day)s. Niemand ziet dat jij kijkt.") % {"day": until},
        ]
    )
