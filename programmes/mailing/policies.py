"""Who may write to a group, and whose messages are whose."""

from people.roles import Visitor
from programmes.models import Edition, GroupMessage
from programmes.policies import organises
from programmes.states import GROUP_MESSAGE


def can_write_to(user: Visitor, edition: Edition) -> bool:
    """Who organises it; not an administrator: operation needs to write to nobody's participants."""
    return organises(user, edition.programme)


def can_read_message(user: Visitor, message: GroupMessage) -> bool:
    return GroupMessage.objects.at_the_desk_of(user).filter(pk=message.pk).exists()


def can_send_message(user: Visitor, message: GroupMessage) -> bool:
    """Also to change it or throw it away, while it is a draft."""
    return can_read_message(user, message)


def shows_send(user: Visitor, message: GroupMessage, verb: str) -> bool:
    """Whether the button for this verb stands there."""
    return GROUP_MESSAGE.allows(verb, message.state) and can_send_message(user, message)
