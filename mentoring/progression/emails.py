"""The mail of this room."""

from mentoring.models import Candidacy
from people.letters import Context, MailClass, address, message
from people.models import User


@message(MailClass.NEUTRAL)
def candidacy_outcome(recipient: User, *, candidacy: str) -> Context | None:
    """To the person: something new stands on her own page. Says nothing of lists, votes or results."""
    found = Candidacy.objects.of(recipient).filter(key=candidacy).first()
    return {"link": address("mentoring:candidacy", key=found.key)} if found else None
