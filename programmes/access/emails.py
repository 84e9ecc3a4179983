from django.db.models import Min

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import Arrangement


@message(MailClass.NEUTRAL)
def arrangements_sent(recipient: User, *, edition: str) -> Context | None:
    """To a partner: there is something to arrange, or it changed. Names no person, no programme, and nothing of it."""
    sent = Arrangement.objects.sent_to(recipient).filter(edition__key=edition)
    until = sent.to_do().aggregate(first=Min("due_on"))["first"]
    return {"link": address("programmes:arranging"), "until": until, "minutes": 5}
