"""A message as somebody can report it (settings.REPORTABLE)."""

from uuid import UUID

from mentoring.models import PairMessage
from mentoring.states import Side
from people.models import User
from programmes.safety.reporting import Reportable, Reported


def _find(user: User, key: str) -> Reported | None:
    """Only what the other wrote and this one opened."""
    try:
        of_key = UUID(key)
    except ValueError:
        return None
    related = ("match__participation__edition__programme", "match__participation__user", "match__mentor__user")
    own = PairMessage.objects.received_by(user).filter(read_at__isnull=False).select_related(*related)
    if (message := own.filter(key=of_key).first()) is None:
        return None
    writer = message.match.user_at(Side(message.side))
    programme = message.match.participation.edition.programme
    return Reported(programme=programme, about=writer, words=message.words, name=writer.name)


PAIR_MESSAGE = Reportable("bericht", _find)
