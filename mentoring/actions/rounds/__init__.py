"""A matching round: begun, computed as often as one likes, and sent once.

The row of the edition is locked first, so two organisers who press at once come one after the other, and the second
finds what the first has done.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import policies
from mentoring.actions.matches import answer_term, lock_owners, propose_prepared, take_back_match
from mentoring.matching import Pair, Weights, load_weights
from mentoring.models import Match, Mentor, Round
from mentoring.pool import Ids, Pool, pool_of, reasons_of, room_of
from mentoring.states import MATCH, ROUND, MatchState, RoundState
from people.models import User
from programmes.actions.editions import lock_edition
from programmes.models import Edition, Participation


class AlreadyBegun(Refused):
    """An edition has one round at work; a colleague may have begun it a moment ago."""


@dataclass(frozen=True)
class Sent:
    """How many proposals went out, and how many pairs could not be proposed any more."""

    round: Round
    proposed: int
    left_out: int


@transaction.atomic
def begin_round(edition: Edition, *, by: User, answer_days: int = 10, at: datetime | None = None) -> Round:
    edition = lock_edition(edition)
    policies.require(policies.can_run_rounds(by, edition))
    if Round.objects.at_work().filter(edition=edition).exists():
        raise AlreadyBegun(_("Er is al een ronde bezig voor deze editie. Ga daarmee verder."))
    round = Round.objects.create(edition=edition, begun_at=at or timezone.now(), answer_days=answer_days)
    _note(round, "begin", by=by, at=at)
    return round


@transaction.atomic
def compute_round(round: Round, *, by: User, at: datetime | None = None, weights: Weights | None = None) -> Round:
    """Lay the best pairs ready. What was pinned stays, what was taken out stays out, the rest is made anew."""
    round, at = _lock(round, by), at or timezone.now()
    target = ROUND.target("compute", round.state)
    weights = weights or load_weights()
    pool = pool_of(round.edition, by=by, round=round, on=timezone.localdate(at))
    laid = {_ids(match): match for match in _laid_ready(round)}
    pinned = _possible(pool, [ids for ids, match in laid.items() if match.is_pinned])
    proposals = pool.propose(weights, pinned=pinned, salt=str(round.key))
    try:
        with transaction.atomic():
            _lay_ready(round, pool, proposals.pairs, laid, at)
    except IntegrityError:  # two of them were paired by hand since the pool was read
        raise Refused(_("Een collega koppelde intussen met de hand. Bereken de ronde opnieuw.")) from None
    round.computed_at, round.weights_version = at, str(weights.version)
    round.certificate = asdict(proposals.certificate)
    return _move(round, "compute", target, by=by, at=at, also=["computed_at", "weights_version", "certificate"])


@transaction.atomic
def pin_match(match: Match, *, by: User, pinned: bool = True) -> Match:
    """Pinned stays when the round is computed again."""
    round, match = _lock_in_preview(match, by)
    match.is_pinned = pinned
    match.save(update_fields=["is_pinned"])
    record(match, "pin" if pinned else "unpin", by=by, scope=_scope(round))
    return match


@transaction.atomic
def forbid_pair(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """Take a pair out of a round before anybody hears of it; this round does not propose it again."""
    _round, match = _lock_in_preview(match, by)
    return take_back_match(match, by=by, at=at)


@transaction.atomic
def allow_pair(match: Match, *, by: User) -> None:
    """What was taken out may be proposed again the next time that the round is computed."""
    round = _lock(_round_of(match), by)
    ROUND.target("compute", round.state)
    for out in Match.objects.taken_out().filter(pk=match.pk, round=round):
        record(out, "allow", by=by, scope=_scope(round))
        out.delete()


@transaction.atomic
def send_round(round: Round, *, by: User, at: datetime | None = None) -> Sent:
    """Propose every pair that is laid ready; those that became impossible meanwhile fall out."""
    round, at = _lock(round, by), at or timezone.now()
    target = ROUND.target("send", round.state)
    lock_owners(_laid_ready(round))
    laid = _laid_ready(round)
    pool = pool_of(round.edition, by=by, on=timezone.localdate(at))
    possible = set(_possible(pool, [_ids(match) for match in laid]))
    until, proposed = answer_term(at, round.answer_days), 0
    for match in laid:
        if _ids(match) in possible:
            with suppress(Refused):  # someone stopped or was paired by hand since the pool was read
                propose_prepared(match, by=by, until=until, at=at)
                proposed += 1
    if not proposed:
        raise Refused(_("Er is geen koppel om voor te stellen. Bereken de ronde opnieuw."))
    _forget_unsent(round)
    round.sent_at = at
    return Sent(_move(round, "send", target, by=by, at=at, also=["sent_at"]), proposed, len(laid) - proposed)


@transaction.atomic
def close_round(round: Round, *, by: User, at: datetime | None = None) -> Round:
    """Put it away when everybody has answered, or the time to answer has gone by."""
    round = _lock(round, by)
    target = ROUND.target("close", round.state)
    if Match.objects.unanswered().filter(round=round).exists():
        raise Refused(_("Er zijn nog voorstellen zonder antwoord. Wacht op die antwoorden."))
    return _move(round, "close", target, by=by, at=at)


@transaction.atomic
def drop_round(round: Round, *, by: User, at: datetime | None = None) -> Round:
    """Nobody has heard of it, and nobody will."""
    round = _lock(round, by)
    target = ROUND.target("drop", round.state)
    _forget_unsent(round)
    return _move(round, "drop", target, by=by, at=at)


def _lock(round: Round, by: User) -> Round:
    """The edition first. Refused to who does not see everybody in it: that would be deciding about strangers."""
    edition = lock_edition(round.edition)
    round = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    round.edition = edition
    policies.require(policies.can_run_rounds(by, edition))
    seen = Participation.objects.at_the_desk_of(by).filter(edition=edition)
    known = Mentor.objects.at_the_desk_of(by).filter(programme=edition.programme)
    if Match.objects.prepared().filter(round=round).exclude(participation__in=seen, mentor__in=known).exists():
        raise Refused(_("In deze ronde staan mensen die jij niet ziet. Vraag de organisatie die hen toeliet."))
    return round


def _lock_in_preview(match: Match, by: User) -> tuple[Round, Match]:
    """IllegalMove once the round is sent, or when a colleague's press removed the pair."""
    round = _lock(_round_of(match), by)
    ROUND.target("send", round.state)
    held = Match.objects.select_for_update(of=("self",)).filter(pk=match.pk).first()
    if held is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return round, held


def _round_of(match: Match) -> Round:
    if match.round is None:
        raise IllegalMove(ROUND.name, "change", "none")  # made by hand
    return match.round


def _laid_ready(round: Round) -> list[Match]:
    """In one order, so that two rounds at once lock people alike."""
    found = Match.objects.prepared().filter(round=round).select_related("participation", "mentor")
    return list(found.order_by("participation_id", "pk"))


def _ids(match: Match) -> Ids:
    return str(match.participation.key), str(match.mentor.key)


def _possible(pool: Pool, pairs: Iterable[Ids]) -> list[Ids]:
    """Both are still in the pool, and the mentor has a place for each."""
    taken: Counter[str] = Counter()
    kept = []
    for mentee, mentor in pairs:
        if mentee in pool.participations and mentor in pool.mentors and taken[mentor] < room_of(pool.mentors[mentor]):
            taken[mentor] += 1
            kept.append((mentee, mentor))
    return kept


def _lay_ready(round: Round, pool: Pool, pairs: Iterable[Pair], laid: dict[Ids, Match], at: datetime) -> None:
    """Pairs that come out again keep their row, so that a page opened before still leads to them."""
    new: list[Match] = []
    same: list[Match] = []
    for pair in pairs:
        participation, mentor = pool.participations[pair.mentee], pool.mentors[pair.mentor]
        if match := laid.pop((pair.mentee, pair.mentor), None):
            same.append(match)
        else:
            match = Match(participation=participation, mentor=mentor, round=round, made_at=at)
            new.append(match)
        match.score, match.reasons = pair.score.total, reasons_of(pair.score)
    Match.objects.filter(pk__in=[match.pk for match in laid.values()]).delete()
    Match.objects.bulk_update(same, ["score", "reasons"])
    Match.objects.bulk_create(new)


def _forget_unsent(round: Round) -> None:
    """What nobody heard of, whether it was laid ready or taken out."""
    unsent = [MatchState.PREPARED, MatchState.TAKEN_BACK]
    Match.objects.filter(round=round, state__in=unsent, proposed_at=None).delete()


def _move(round: Round, verb: str, target: str, *, by: User, at: datetime | None, also: Iterable[str] = ()) -> Round:
    was, round.state = round.state, RoundState(target)
    round.save(update_fields=["state", *also])
    _note(round, verb, by=by, was=was, at=at)
    return round


def _note(round: Round, verb: str, *, by: User, was: str = "", at: datetime | None = None) -> None:
    edition = round.edition
    record(round, verb, by=by, was=was, now=round.state, scope=_scope(round), at=at, edition=edition.key)


def _scope(round: Round) -> UUID | None:
    return round.edition.programme.lead_key
