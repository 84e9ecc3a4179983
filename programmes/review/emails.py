"""The mails about reading and talking: none names a person or a programme."""

from django.utils import timezone

from people.letters import Context, MailClass, address, message
from people.models import User
from programmes.models import Conversation, Review
from programmes.states import ConversationState


@message(MailClass.NEUTRAL)
def review_to_write(recipient: User, *, edition: str) -> Context | None:
    """To a reviewer: something lies ready, and by when an answer was promised. Once a day at most."""
    waiting = Review.objects.of(recipient).readable().to_write().filter(application__edition__key=edition)
    first = waiting.select_related("application__edition").first()
    return {"link": address("programmes:reviews"), "until": first.edition.answer_by} if first else None


@message(MailClass.NEUTRAL)
def conversation_planned(recipient: User, *, conversation: str) -> Context | None:
    """To the one who applied: on which day the talk is. At what time and where stands behind sign-in."""
    found = _own(recipient, conversation, ConversationState.PLANNED)
    if found is None:
        return None
    link = address("programmes:application", key=found.application.key)
    return {"link": link, "starts_on": timezone.localdate(found.starts_at)}


@message(MailClass.NEUTRAL)
def conversation_cancelled(recipient: User, *, conversation: str) -> Context | None:
    found = _own(recipient, conversation, ConversationState.CANCELLED)
    return {"link": address("programmes:application", key=found.application.key)} if found else None


def _own(recipient: User, key: str, state: str) -> Conversation | None:
    return Conversation.objects.of(recipient).filter(key=key, state=state).select_related("application").first()
