"""The mails of this floor, one function each."""

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import Application


@message(MailClass.NEUTRAL)
def application_received(recipient: User, *, application: str) -> Context | None:
    """To the one who applied: it came in, and by when there is an answer. Names no programme."""
    found = Application.objects.sent().filter(key=application, user=recipient).select_related("edition").first()
    if found is None:
        return None
    return {"link": address("programmes:application", key=found.key), "answer_by": found.edition.answer_by}


@message(MailClass.NEUTRAL)
def consent_asked(recipient: User, *, application: str) -> Context | None:
    """To the one who applied before taking part revealed more: a yes or no is needed. Names no programme."""
    found = Application.objects.under_way().awaiting_consent().filter(key=application, user=recipient).first()
    return {"link": address("programmes:application_consent", key=found.key)} if found else None
