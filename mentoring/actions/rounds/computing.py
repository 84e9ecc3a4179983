"""The best pairs of a round, laid ready: at once, or for many people by the worker (mentoring.computing)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring.actions.rounds.locking import (
    computation_of,
    ids_of,
    laid_ready,
    lock_round,
    lock_to_change,
    move_round,
    note,
    possible,
    weights_of,
)
from mentoring.bare_pool import bare_pool_of, undisturbed
from mentoring.laying import Laid, lay_matches
from mentoring.matching import Proposals, Rehearsal, Score, Weights, rehearse_from
from mentoring.models import Computation, Match, Round
from mentoring.pool import Ids, Pool, mentors_with_room, pool_of, reasons_of, seekers
from mentoring.reasons import kept_as_text
from mentoring.states import ROUND
from people.models import User

AT_ONCE = 40_000
"""Seekers times mentors that a page may wait for: two hundred and two hundred take about a second."""
REHEARSED = 4_000_000
"""The same for trying other weights: two thousand and two thousand."""

__all__ = ["AT_ONCE", "Found", "ask_to_compute", "compute_round", "find_pairs", "lay_pairs", "rehearse_round"]


@dataclass(frozen=True)
class Found:
    """What was worked out for a round, before it is laid ready."""

    pool: Pool
    weights: Weights
    proposals: Proposals


@undisturbed()
@transaction.atomic
def compute_round(round: Round, *, by: User, at: datetime | None = None, weights: Weights | None = None) -> Round:
    """Lay the best pairs ready. What was pinned stays, what was taken out stays out, the rest is made anew."""
    round, at = lock_to_change(round, by), at or timezone.now()
    ROUND.target("compute", round.state)
    return lay_pairs(round, find_pairs(round, by=by, at=at, weights=weights), by=by, at=at)


@transaction.atomic
def ask_to_compute(round: Round, *, by: User, at: datetime | None = None) -> Computation | None:
    """The same, by the worker; a second press changes nothing. None: so few people that it was done at once."""
    round, at = lock_round(round, by), at or timezone.now()
    ROUND.target("compute", round.state)
    if there := computation_of(round):
        return there
    if _size(round, by) <= AT_ONCE:
        compute_round(round, by=by, at=at)
        return None
    asked = Computation.objects.create(round=round, by=by, asked_at=at)
    note(round, "ask_to_compute", by=by, was=round.state, at=at)
    transaction.on_commit(_look, robust=True)  # the sweep of each minute is there if the queue is not
    return asked


def find_pairs(round: Round, *, by: User, at: datetime, weights: Weights | None = None) -> Found:
    """Reads and solves; locks and writes nothing."""
    weights = weights or weights_of(round)
    pool = bare_pool_of(round.edition, by=by, round=round, on=timezone.localdate(at))
    return Found(pool, weights, _proposed(round, pool, weights))


def lay_pairs(round: Round, found: Found, *, by: User, at: datetime) -> Round:
    """What was found, for a round that is held (`lock_round`)."""
    target = ROUND.target("compute", round.state)
    try:
        with transaction.atomic():
            _lay_ready(round, found, {ids_of(match): match for match in laid_ready(round)}, at)
    except IntegrityError:  # two of them were paired by hand since the pool was read
        raise Refused(_("Een collega koppelde intussen met de hand. Bereken de ronde opnieuw.")) from None
    round.computed_at, round.weights_version = at, str(found.weights.version)
    round.certificate, round.raising = found.proposals.certificate.as_data(), _raising(found.proposals)
    also = ["computed_at", "weights_version", "certificate", "raising"]
    return move_round(round, "compute", target, by=by, at=at, also=also)


def rehearse_round(
    round: Round, weights: Weights, *, by: User, raises_worst_off: bool, at: datetime | None = None
) -> tuple[Pool, Rehearsal]:
    """Who would gain and who would lose if the round were computed so. Nothing is kept.

    Beside it stands the round as it is set now. Refused for so many people that a page would have to wait.
    """
    on = timezone.localdate(at or timezone.now())
    if _size(round, by) > REHEARSED:
        raise Refused(_("Dit zijn te veel mensen om hier te proberen. Bewaar de gewichten en bereken opnieuw."))
    pool = pool_of(round.edition, by=by, round=round, on=on)
    before = _proposed(round, pool, weights_of(round))
    return pool, rehearse_from(before, weights, raise_worst_off=raises_worst_off)


def _proposed(round: Round, pool: Pool, weights: Weights) -> Proposals:
    return pool.propose(
        weights, pinned=_pinned(round, pool), salt=str(round.key), raise_worst_off=round.raises_worst_off
    )


def _size(round: Round, by: User) -> int:
    return seekers(round.edition, by=by).count() * len(mentors_with_room(round.edition.programme, by=by))


def _pinned(round: Round, pool: Pool) -> list[Ids]:
    return possible(pool, [ids_of(match) for match in laid_ready(round) if match.is_pinned])


def _lay_ready(round: Round, found: Found, laid: dict[Ids, Match], at: datetime) -> None:
    """Pairs that come out again keep their row, so that a page opened before still leads to them."""
    new: list[Laid] = []
    other: list[Match] = []
    for pair in found.proposals.pairs:
        match = laid.pop((pair.mentee, pair.mentor), None)
        if match is None:
            participation, mentor = found.pool.participations[pair.mentee], found.pool.mentors[pair.mentor]
            new.append(Laid(participation.pk, mentor.pk, pair.score.total, kept_as_text(pair.score.reasons)))
        elif _reads_otherwise(match, pair.score):
            other.append(match)
    Match.objects.filter(pk__in=[match.pk for match in laid.values()]).delete()
    Match.objects.bulk_update(other, ["score", "reasons"], batch_size=500)
    lay_matches(new, round=round, at=at)


def _reads_otherwise(match: Match, score: Score) -> bool:
    """Whether it does since it was laid ready; then it now says what it is."""
    was = match.score, match.reasons
    match.score, match.reasons = score.total, reasons_of(score)
    return was != (match.score, match.reasons)


def _raising(proposals: Proposals) -> dict[str, int]:
    if proposals.worst_before is None or proposals.worst_after is None:
        return {}
    return {
        "points": proposals.cost_of_raising,
        "before": proposals.worst_before,
        "after": proposals.worst_after,
    }


def _look() -> None:
    from mentoring.computing.tasks import look_for_computations

    look_for_computations.enqueue()
