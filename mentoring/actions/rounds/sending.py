"""A round from its beginning to the day on which it is put away."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions.matches import answer_term, lock_owners, propose_prepared
from mentoring.actions.rounds.locking import (
    forget_unsent,
    ids_of,
    laid_ready,
    lock_round,
    lock_to_change,
    move_round,
    note,
    possible,
)
from mentoring.models import Computation, Match, Round
from mentoring.models.pairing_rules import rules_of
from mentoring.pool import pool_of
from mentoring.states import ROUND
from people.models import User
from programmes.actions.editions import lock_edition
from programmes.models import Edition


class AlreadyBegun(Refused):
    """An edition has one round at work; a colleague may have begun it a moment ago."""


@dataclass(frozen=True)
class Sent:
    """How many proposals went out, and how many pairs could not be proposed any more."""

    round: Round
    proposed: int
    left_out: int


@transaction.atomic
def begin_round(edition: Edition, *, by: User, answer_days: int | None = None, at: datetime | None = None) -> Round:
    """`answer_days` are those of the programme's rules, where they are not given."""
    edition = lock_edition(edition)
    policies.require(policies.can_run_rounds(by, edition))
    if Round.objects.at_work().filter(edition=edition).exists():
        raise AlreadyBegun(_("Er is al een ronde bezig voor deze editie. Ga daarmee verder."))
    days = answer_days or rules_of(edition.programme).answer_days
    round = Round.objects.create(edition=edition, begun_at=at or timezone.now(), answer_days=days)
    note(round, "begin", by=by, at=at)
    return round


@transaction.atomic
def send_round(round: Round, *, by: User, at: datetime | None = None) -> Sent:
    """Propose every pair that is laid ready; those that became impossible meanwhile fall out."""
    round, at = lock_to_change(round, by), at or timezone.now()
    target = ROUND.target("send", round.state)
    lock_owners(laid_ready(round))
    laid = laid_ready(round)
    pool = pool_of(round.edition, by=by, on=timezone.localdate(at))
    can_be = set(possible(pool, [ids_of(match) for match in laid]))
    until, proposed = answer_term(at, round.answer_days), 0
    for match in laid:
        if ids_of(match) in can_be:
            with suppress(Refused):  # someone stopped or was paired by hand since the pool was read
                propose_prepared(match, by=by, until=until, at=at)
                proposed += 1
    if not proposed:
        raise Refused(_("Er is geen koppel om voor te stellen. Bereken de ronde opnieuw."))
    forget_unsent(round)
    round.sent_at = at
    return Sent(move_round(round, "send", target, by=by, at=at, also=["sent_at"]), proposed, len(laid) - proposed)


@transaction.atomic
def close_round(round: Round, *, by: User, at: datetime | None = None) -> Round:
    """Put it away when everybody has answered, or the time to answer has gone by. No next choice follows any more."""
    round = lock_round(round, by)
    target = ROUND.target("close", round.state)
    if Match.objects.unanswered().filter(round=round).exists():
        raise Refused(_("Er zijn nog voorstellen zonder antwoord. Wacht op die antwoorden."))
    return move_round(round, "close", target, by=by, at=at)


@transaction.atomic
def drop_round(round: Round, *, by: User, at: datetime | None = None) -> Round:
    """Nobody has heard of it, and nobody will; what is being computed is for nobody."""
    round = lock_round(round, by)
    target = ROUND.target("drop", round.state)
    Computation.objects.waiting().filter(round=round).delete()
    forget_unsent(round)
    return move_round(round, "drop", target, by=by, at=at)
