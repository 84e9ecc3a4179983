"""What an act on the pace of a pair holds: the match. Whoever ends a pair holds what owns its limits first."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring.models import Match, Pace
from mentoring.states import MATCH, Side
from people import letters
from people.models import User
from programmes.safety.blocking import blocked_between


def hold_pair(match: Match) -> Match:
    """Locked until the transaction ends: it owns whatever the two plan, say and agree. IllegalMove when it is gone."""
    held = Match.objects.select_for_update(of=("self",)).select_related(
        "participation__edition__programme", "participation__user", "mentor__user"
    )
    if (locked := held.filter(pk=match.pk).first()) is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return locked


def need_active(match: Match) -> None:
    if not match.is_active:
        raise Refused(_("Jullie koppel is afgesloten. Dit kan hier niet meer."))


def kept_pace(match: Match) -> Pace:
    """Of a pair that is held."""
    pace, _is_new = Pace.objects.get_or_create(match=match)
    return pace


def note(
    thing: Any, verb: str, match: Match, *, by: User | None, at: datetime | None, was: str = "", now: str = ""
) -> None:
    edition = match.participation.edition
    scope = edition.programme.lead_key
    record(thing, verb, by=by, was=was, now=now, scope=scope, at=at, edition=edition.key)


def tell(message: letters.Message, match: Match, side: Side, about: str, /, **ids: Any) -> None:
    """One letter to one of the two; `about` makes its key: the same again is not written twice.

    None once one of them has blocked the other: nothing leads from one to the other any more.
    """
    if blocked_between(match.user_at(side), match.user_at(side.other)):
        return
    name = message.name.rpartition(".")[2]
    letters.write(message, match.user_at(side), key=f"{name}:{about}:{side}", **ids)
