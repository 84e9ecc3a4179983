"""Messages that only tests know; their words lie in tests/people/templates."""

import os
import time
from datetime import date

from people.letters import Context, MailClass, address, message
from people.models import User

UNTIL = date(2026, 12, 12)


@message(MailClass.NEUTRAL)
def neutral(recipient: User) -> Context | None:
    return {"link": address("people:mine"), "until": UNTIL, "minutes": 5}


@message(MailClass.NEUTRAL)
def chatty(recipient: User, *, say: str) -> Context | None:
    """Wants to say something that a neutral mail may not say."""
    said = {
        "name": recipient.name,
        "slug": address("people:mine") + "twee-stoelen/",
        "query": address("people:mine") + "?programma=twee-stoelen",
        "elsewhere": "https://example.org/mijn/",
    }
    return {"link": said[say]}


@message(MailClass.PRACTICAL)
def practical(recipient: User, *, place: str) -> Context | None:
    return {"link": address("people:mine"), "place": f"Zaal {place} <b>& hal</b>"}


@message(MailClass.ACCOUNT)
def over(recipient: User) -> Context | None:
    """Nothing to say any more by the time it is sent."""
    return None


@message(MailClass.NEUTRAL)
def stuck(recipient: User) -> Context | None:
    """Takes so long that its worker can be killed meanwhile."""
    if os.environ.get("LETTERS_STICK"):
        time.sleep(60)
    return {"link": address("people:mine")}


@message(MailClass.PRACTICAL, to_address=True)
def to_somebody(language: str, *, place: str) -> Context | None:
    """To who has no account."""
    return {"link": address("people:help"), "place": f"Zaal {place} ({language})"}
