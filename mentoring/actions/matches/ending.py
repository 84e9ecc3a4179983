"""What ends without an answer, and pairs that are closed."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from mentoring import emails, policies
from mentoring.actions.matches.locking import lock_match, lock_owners, note, tell
from mentoring.actions.meetings import cancel_planned_meetings
from mentoring.choices import DeclineReason
from mentoring.kept_out import blocked_since, blocks_the_other
from mentoring.models import Match
from mentoring.models.match import MatchQuerySet
from mentoring.pace.actions.fulfilling import fulfil_wishes
from mentoring.states import MATCH, MentorState, Side
from people.models import User
from programmes.models import Participation
from programmes.states import ParticipationState


@transaction.atomic
def take_back_match(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """The organiser's second thought, before there are two times yes."""
    match = lock_match(match).match
    policies.require(policies.can_take_back(by, match))
    told = list(Side) if match.proposed_at else []
    return end_unanswered(match, "take_back", by=by, at=at, told=told)


@transaction.atomic
def end_match(match: Match, *, by: User | None, at: datetime | None = None) -> Match:
    """A pair is closed: by one of the two, by their organiser, or (None) because someone left the programme."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(by is None or policies.can_end_match(by, match))
    return end_pair(match, by=by, at=at)


def end_pair(match: Match, *, by: User | None, at: datetime) -> Match:
    """Of a match that is locked; who did not press it is told."""
    was, match.state = match.state, MATCH.target("end", match.state)
    match.ended_at = at
    match.save(update_fields=["state", "ended_at"])
    cancel_planned_meetings(match, by=by, at=at)
    note(match, "end", by=by, was=was, at=at)
    presser = match.side_of(by) if by else None
    for side in Side:
        if side != presser:
            tell(emails.pair_ended, match, side)
    return match


def expire_matches(at: datetime | None = None) -> int:
    """The sweep of each minute: terms that went by, and what cannot become a pair any more. How many it ended."""
    at = at or timezone.now()
    done = 0
    for match in [*Match.objects.overdue(at), *_without_someone()]:
        with suppress(IllegalMove):  # answered meanwhile
            done += _expire(match, at)
    return done


def _without_someone() -> MatchQuerySet:
    """Going on, though the mentee left or finished before there was a pair, or the mentor stopped.

    And what is unanswered where one blocked the other: that ends by her no.
    """
    over = [ParticipationState.COMPLETED, ParticipationState.LEFT]
    stopped = Match.objects.going_on().exclude(mentor__state=MentorState.ADMITTED)
    left = Match.objects.going_on().filter(participation__state=ParticipationState.LEFT)
    unanswered = Match.objects.unanswered()
    apart = unanswered.filter(blocks_the_other(Side.MENTEE) | blocks_the_other(Side.MENTOR))
    return stopped | left | apart | unanswered.filter(participation__state__in=over)


@transaction.atomic
def _expire(match: Match, at: datetime) -> bool:
    match = lock_match(match).match
    if match.answer_until and match.answer_until <= at and not match.is_active:
        told = [side for side in Side if policies.said_yes(match, side)]
        end_unanswered(match, "expire", by=None, at=at, told=told)
    elif not match.is_active and (side := _who_blocks(match)):
        end_by_a_no(match, side, reason=DeclineReason.OTHER, at=at)
    elif _without_someone().filter(pk=match.pk).exists():
        _end_going_on(match, by=None, at=at)
    else:
        return False  # became a pair while we waited for its lock
    return True


def _who_blocks(match: Match) -> Side | None:
    """Who blocks the other says no to what stands open between them: at the desk too it is a no as any other."""
    return next((side for side in Side if blocked_since(match, side)), None)


@transaction.atomic
def end_with_mentor(match: Match, *, by: User, at: datetime) -> None:
    """The mentor has stopped: a pair ends, a proposal is taken back."""
    _end_going_on(lock_match(match).match, by=by, at=at)


@transaction.atomic
def end_without(match: Match, *, at: datetime | None = None) -> None:
    """One of the two is erased: as far as the other may know, it just ended."""
    _end_going_on(lock_match(match).match, by=None, at=at or timezone.now())


@transaction.atomic
def end_with_participations(gone: Iterable[Participation], at: datetime | None = None) -> None:
    """These go, with a consent that was taken back or by their time (settings.BEFORE_PARTICIPATIONS_GO)."""
    matches = list(Match.objects.going_on().filter(participation__in=list(gone)).order_by("pk"))
    lock_owners(matches)
    for match in matches:
        with suppress(IllegalMove):  # ended meanwhile
            end_without(match, at=at)


def _end_going_on(match: Match, *, by: User | None, at: datetime) -> None:
    presser = match.side_of(by) if by else None
    if match.is_active:
        end_pair(match, by=by, at=at)
    else:
        end_unanswered(match, "take_back", by=by, at=at, told=[side for side in Side if side != presser])


def end_unanswered(match: Match, verb: str, *, by: User | None, at: datetime | None, told: Iterable[Side]) -> Match:
    """Of a match that is locked; `told` hear that it does not go on, and no more."""
    was, match.state = match.state, MATCH.target(verb, match.state)
    match.ended_at = at or timezone.now()
    match.save(update_fields=["state", "ended_at"])
    note(match, verb, by=by, was=was, at=at)
    for side in told:
        tell(emails.match_over, match, side)
    return match


def end_by_a_no(match: Match, side: Side, *, reason: str, explained: str = "", at: datetime | None = None) -> Match:
    """Of a match that is locked: the no of this side. The other hears that it does not go on, and no more."""
    was, match.state = match.state, MATCH.target("decline", match.state)
    match.declined_by, match.decline_reason, match.decline_note = side, DeclineReason(reason), explained or None
    match.ended_at = at or timezone.now()
    match.save(update_fields=["state", "declined_by", "decline_reason", "decline_note", "ended_at"])
    note(match, "decline", by=match.user_at(side), was=was, at=at)
    tell(emails.match_over, match, side.other)
    return match


def make_way_for(pair: Match, *, at: datetime) -> None:
    """She kept her mentor until there was another: with the second yes of this pair that one ends, kindly.

    The caller holds her participation. Called before the new pair is saved: she has one at a time.
    """
    former = Match.objects.active().filter(participation=pair.participation_id).exclude(pk=pair.pk)
    for one in former.select_for_update(of=("self",)).select_related("mentor__user"):
        one.participation = pair.participation
        end_pair(one, by=None, at=at)
    fulfil_wishes(pair, at=at)


def take_back_others(pair: Match, *, at: datetime) -> None:
    """Someone has one mentor at a time: what else was proposed to her goes, and frees those mentors' places."""
    others = Match.objects.unanswered().filter(participation=pair.participation_id).exclude(pk=pair.pk)
    for other in others.select_for_update(of=("self",)).select_related("mentor__user", "participation__edition"):
        other.participation = pair.participation
        end_unanswered(other, "take_back", by=None, at=at, told=[Side.MENTOR])
