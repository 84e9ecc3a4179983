"""The code of conduct: a text by version, to which a mentor says yes herself, for each programme by a press.

It stands among the texts that people say yes to (ConsentText), so that an administrator can follow it up. It is no
consent: who no longer stands behind it, stops as a mentor.
"""

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lifecycle.errors import Refused
from mentoring.models import Mentor
from people.consent import Purpose
from people.models import ConsentText

CODE_OF_CONDUCT = Purpose("code_of_conduct", _("Gedragscode voor mentoren"))

# The first version, as set_up lays it: a rule a line.
FIRST = (
    "Ik werf niet voor een partij, en ik beloof geen plek op een lijst.\n"
    "Wat de ander mij vertelt, blijft tussen ons.\n"
    "Ik vraag niets in ruil: geen geld, geen stem, geen gunst.\n"
    "Kan mijn rol botsen met die van de ander? Dan zeg ik dat meteen.\n"
    "Gaat er iets mis? Dan bel ik de vertrouwenspersoon van het programma."
)
FIRST_EN = (
    "I do not recruit for a party, and I promise no place on a list.\n"
    "What the other tells me stays between us.\n"
    "I ask nothing in return: no money, no vote, no favour.\n"
    "Could my role clash with that of the other? Then I say so at once.\n"
    "If something goes wrong, I call the safeguarding contact of the programme."
)


def current(at: datetime | None = None) -> ConsentText:
    """What holds now. Before set_up has laid it: the first version, not kept."""
    found = ConsentText.objects.newest(CODE_OF_CONDUCT.name, at)
    return found or ConsentText(purpose=CODE_OF_CONDUCT.name, version=1, text=FIRST, text_en=FIRST_EN)


def require_current(text: ConsentText, version: int) -> None:
    """Refused to who read another version than `text`: nobody signs what she did not see."""
    if version != text.version:
        raise Refused(gettext("De gedragscode is net vernieuwd. Lees hem opnieuw en teken dan."))


def version_in(sent: str) -> int:
    """As a page sent it along; of what is no number a version that does not exist."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else 0


def rules(text: ConsentText) -> list[str]:
    """A rule a line, in the language of the page."""
    return [line.strip() for line in text.words.splitlines() if line.strip()]


def signed_text(mentor: Mentor) -> ConsentText | None:
    """The version that she signed; None where she signed nothing, or before versions were kept."""
    if mentor.signed_version is None:
        return None
    return ConsentText.objects.filter(purpose=CODE_OF_CONDUCT.name, version=mentor.signed_version).first()


def is_signed(mentor: Mentor) -> bool:
    return mentor.signed_on is not None


def is_behind(mentor: Mentor, text: ConsentText) -> bool:
    """She mentors or wants to, and the text that holds now is not the one she signed."""
    return mentor.signed_on is None or (mentor.signed_version or 1) < text.version
