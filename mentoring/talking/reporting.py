"""What one of a pair can report of the other, and block by (settings.REPORTABLE): a message, or the other one."""

from django.urls import reverse

from mentoring.models import Match, PairMessage
from mentoring.states import Side
from people.keyed import key_in
from people.models import User
from programmes.safety.reporting import Reportable, Reported


def _find(user: User, key: str) -> Reported | None:
    """Only what the other wrote and this one opened."""
    related = ("match__participation__edition__programme", "match__participation__user", "match__mentor__user")
    own = PairMessage.objects.received_by(user).filter(read_at__isnull=False).select_related(*related)
    if (message := own.filter(key=key_in(key)).first()) is None:
        return None
    writer = message.match.user_at(Side(message.side))
    programme = message.match.participation.edition.programme
    there = reverse("mentoring:messages", kwargs={"key": message.match.key})
    return Reported(programme=programme, about=writer, words=message.words, name=writer.name, seen_at=there)


PAIR_MESSAGE = Reportable("bericht", _find)


def _find_other(user: User, key: str) -> Reported | None:
    """The other one of a pair, by the key of the match: also who never wrote here, and after the end."""
    related = ("participation__edition__programme", "participation__user", "mentor__user")
    if (match := Match.objects.pairs().of(user).select_related(*related).filter(key=key_in(key)).first()) is None:
        return None
    other = match.user_at(Side(match.side_of(user) or "").other)
    there = reverse("mentoring:room", kwargs={"key": match.key})
    return Reported(match.participation.edition.programme, other, other.name, other.name, there)


PAIR_OTHER = Reportable("koppel", _find_other)
