"""What an organiser changes before anybody hears of it: pairs that must be or may not, and how it is computed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring.actions.matches import take_back_match
from mentoring.actions.rounds.locking import (
    lock_in_preview,
    lock_round,
    lock_to_change,
    note,
    round_of,
    scope_of,
)
from mentoring.matching import NotAllowed, load_weights
from mentoring.models import Match, Round
from mentoring.states import ROUND
from people.models import User


@transaction.atomic
def pin_match(match: Match, *, by: User, pinned: bool = True) -> Match:
    """Pinned stays when the round is computed again."""
    round, match = lock_in_preview(match, by)
    match.is_pinned = pinned
    match.save(update_fields=["is_pinned"])
    record(match, "pin" if pinned else "unpin", by=by, scope=scope_of(round))
    return match


@transaction.atomic
def forbid_pair(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """Take a pair out of a round before anybody hears of it; this round does not propose it again."""
    _round, match = lock_in_preview(match, by)
    return take_back_match(match, by=by, at=at)


@transaction.atomic
def allow_pair(match: Match, *, by: User) -> None:
    """What was taken out may be proposed again the next time that the round is computed."""
    round = lock_to_change(round_of(match), by)
    ROUND.target("compute", round.state)
    for out in Match.objects.taken_out().filter(pk=match.pk, round=round):
        record(out, "allow", by=by, scope=scope_of(round))
        out.delete()


@transaction.atomic
def tune_round(
    round: Round, *, by: User, weights: Mapping[str, int], raises_worst_off: bool, at: datetime | None = None
) -> Round:
    """How this round is computed the next time; what equals the file is not kept. Refused outside the bounds."""
    round = lock_to_change(round, by)
    ROUND.target("compute", round.state)
    usual = load_weights()
    try:
        usual.tuned(**weights)
    except NotAllowed:
        raise Refused(_("Deze gewichten kunnen niet. Kies een getal tussen de grenzen.")) from None
    round.tuned = {code: number for code, number in weights.items() if number != usual.weight[code]}
    round.raises_worst_off = raises_worst_off
    round.save(update_fields=["tuned", "raises_worst_off"])
    note(round, "tune", by=by, was=round.state, at=at)
    return round


@transaction.atomic
def let_go_on(round: Round, *, by: User, goes_on: bool, at: datetime | None = None) -> Round:
    """Whether a next choice goes out by itself after a no; also once the round is sent."""
    round = lock_round(round, by)
    ROUND.target("close" if round.is_sent else "compute", round.state)
    if round.goes_on != goes_on:
        round.goes_on, round.next_look_at = goes_on, None
        round.save(update_fields=["goes_on", "next_look_at"])
        note(round, "go_on" if goes_on else "stop_going_on", by=by, was=round.state, at=at)
    return round
