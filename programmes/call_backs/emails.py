"""What an organiser is mailed when somebody wants to be called."""

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import CallBack


@message(MailClass.NEUTRAL)
def call_back_waiting(recipient: User) -> Context | None:
    """Somebody wants to be called: who, about what and where stands at the desk."""
    waits = CallBack.objects.at_the_desk_of(recipient).waiting().exists()
    return {"link": address("desk_call_backs:index"), "minutes": 10} if waits else None
