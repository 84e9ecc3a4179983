"""The mail of a questionnaire."""

from outcomes.models import QuestionnaireAsked
from people.letters import Context, MailClass, address, message
from people.models import User

MINUTES = 2


@message(MailClass.NEUTRAL)
def questionnaire_waiting(recipient: User, *, asked: str) -> Context | None:
    """A few questions wait, until when. Once; names no programme."""
    own = QuestionnaireAsked.objects.of(recipient).open().filter(pk=asked, has_code=False)
    found = own.select_related("wave").first()
    if found is None:
        return None
    link = address("outcomes:questionnaire", key=found.wave.key)
    return {"link": link, "until": found.wave.closes_on, "minutes": MINUTES}
