"""After a no or a silence in a sent round: the next mentor who fits, proposed by itself.

A sweep looks at the rounds that go on (settings.SWEEPS). It stops for somebody when no mentor with room fits any
more, after MOST_CHOICES proposals, and when she let two go by herself: then it is the organiser's turn.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.matches import answer_term, propose_match
from mentoring.actions.matches.locking import lock_both, lock_profile
from mentoring.actions.rounds import weights_of
from mentoring.matching import Pair
from mentoring.models import Enquiry, Match, Mentor, Round
from mentoring.models.match import MatchQuerySet
from mentoring.pool import Pool, pool_of, reasons_of, with_room
from mentoring.states import MatchState, Side
from programmes.models import Participation

MOST_CHOICES = 3
MOST_SILENCES = 2
LOOK_AGAIN = timedelta(hours=1)


def propose_next(at: datetime | None = None) -> int:
    """How many next choices went out."""
    at = at or timezone.now()
    waiting = _fell_through().filter(round__in=Round.objects.going_on(at)).values("round")
    found = Round.objects.filter(pk__in=waiting).select_related("edition__programme").order_by("pk")
    return sum(_go_on(round, at) for round in list(found))


def next_choices(round: Round) -> MatchQuerySet:
    """What went out after the round itself, the last one first."""
    if round.sent_at is None:
        return Match.objects.none()
    return Match.objects.filter(round=round, proposed_at__gt=round.sent_at).order_by("-proposed_at", "-pk")


def has_a_next_choice(participations: Iterable[Participation], round: Round) -> set[int]:
    """Of these, by id, for whom the round looks on: not three times already, and not twice silent."""
    tried: dict[int, list[Match]] = defaultdict(list)
    asks = Enquiry.objects.open().filter(match=OuterRef("pk"), side=Side.MENTEE)
    told = Match.objects.filter(round=round, participation__in=list(participations), proposed_at__isnull=False)
    for match in told.annotate(waits_for_an_answer=Exists(asks)):
        tried[match.participation_id].append(match)
    return {pk for pk, matches in tried.items() if len(matches) < MOST_CHOICES and _silences(matches) < MOST_SILENCES}


def _silences(matches: Iterable[Match]) -> int:
    """How often she let one go by; who asked something first and was not answered did not."""
    return sum(
        match.state == MatchState.EXPIRED and match.mentee_yes_at is None and not match.waits_for_an_answer  # type: ignore[attr-defined]
        for match in matches
    )


def _fell_through() -> MatchQuerySet:
    """In a round, and with nothing else that goes on for the one who looks for a mentor."""
    on = Match.objects.going_on().filter(participation=OuterRef("participation"))
    over = Match.objects.filter(state__in=[MatchState.DECLINED, MatchState.EXPIRED], round__isnull=False)
    return over.filter(~Exists(on))


def _go_on(round: Round, at: datetime) -> int:
    """One UPDATE decides who looks at this round; dies the worker, then it is looked at again in an hour."""
    if not Round.objects.going_on(at).filter(pk=round.pk).update(next_look_at=at + LOOK_AGAIN):
        return 0
    pool = _pool(round, at)
    if not pool.participations:
        return 0
    try:
        weights = weights_of(round)
    except Refused:  # the file's bounds changed: those who wait come before how they were weighed
        weights = weights_of(Round(edition=round.edition))
    found = pool.propose(weights, salt=str(round.key), raise_worst_off=round.raises_worst_off)
    done = 0
    for pair in found.pairs:
        with suppress(Refused, IllegalMove):  # paired by hand, hidden, stopped or gone since the pool was read
            done += _propose(round, pool, pair, at)
    if done and not found.unassigned:
        Round.objects.filter(pk=round.pk).update(next_look_at=None)  # the next no is seen within a minute
    return done


def _pool(round: Round, at: datetime) -> Pool:
    """Of the edition's pool those in whose place this round looks."""
    pool = pool_of(round.edition, by=None, round=round, on=timezone.localdate(at))
    fell = set(_fell_through().filter(round=round).values_list("participation", flat=True))
    waiting = [one for one in pool.participations.values() if one.pk in fell]
    looked_for = has_a_next_choice(waiting, round)
    return replace(pool, participations={str(one.key): one for one in waiting if one.pk in looked_for})


@transaction.atomic
def _propose(round: Round, pool: Pool, pair: Pair, at: datetime) -> bool:
    participation, mentor = lock_both(pool.participations[pair.mentee], pool.mentors[pair.mentor])
    lock_profile(mentor)
    if Match.objects.going_on().filter(participation=participation).exists() or not _still_goes_on(round):
        return False
    if not with_room(Mentor.objects.filter(pk=mentor.pk), timezone.localdate(at)).exists():
        return False  # she paused or her last place went since the pool was read
    facts: dict[str, Any] = {
        "score": pair.score.total,
        "reasons": reasons_of(pair.score),
        "until": answer_term(at, round.answer_days),
    }
    propose_match(participation, mentor, by=None, round=round, at=at, **facts)
    return True


def _still_goes_on(round: Round) -> bool:
    return Round.objects.filter(pk=round.pk, goes_on=True, state=round.state).exists()
