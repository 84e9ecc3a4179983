"""From a proposal to a pair, and to its end.

Locked are, in this order, the participation (it owns "one pair at a time"), the mentor's profile (it owns her
places, over all her programmes) and the match. Without the second, two matches of one mentor would both find her
last place free.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import emails, policies
from mentoring.actions.meetings import cancel_planned_meetings
from mentoring.choices import DeclineReason
from mentoring.models import Match, Mentor, MentorProfile, Round
from mentoring.states import MATCH, MatchState, MentorState, Side
from people import letters
from people.models import User
from programmes.models import Participation
from programmes.states import ParticipationState

ANSWER_DAYS = 10


class NoRoom(Refused):
    """Her places are taken, or she pauses: this mentor cannot say yes now."""


class TooLate(Refused):
    """The term to answer has gone by, though nobody has looked yet."""


class AlreadyAnswered(Refused):
    """This person said yes before, perhaps in another window."""


@dataclass(frozen=True)
class Locked:
    """A match, and what owns its limits, held until the transaction ends."""

    match: Match
    profile: MentorProfile | None

    def room(self) -> int:
        """Places left of this mentor, over all her programmes."""
        if self.profile is None:
            return 0
        taken = Match.objects.taking_a_place().filter(mentor__user=self.profile.user_id).count()
        return max(self.profile.capacity - taken, 0)


def lock_match(match: Match) -> Locked:
    """The limits' owners first. IllegalMove when the match is gone."""
    Participation.objects.select_for_update(of=("self",)).filter(pk=match.participation_id).first()
    own = MentorProfile.objects.select_for_update(of=("self",)).filter(user__mentorships=match.mentor_id)
    profile = own.first()
    found = Match.objects.select_for_update(of=("self",)).filter(pk=match.pk)
    locked = found.select_related("participation__edition__programme", "participation__user", "mentor__user").first()
    if locked is None:
        raise IllegalMove(MATCH.name, "lock", "gone")
    return Locked(locked, profile)


def answer_term(at: datetime, days: int = ANSWER_DAYS) -> datetime:
    """To the end of a day in Amsterdam."""
    last = timezone.localdate(at) + timedelta(days=days)
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))


# Proposing ----------------------------------------------------------------------------------------------


@transaction.atomic
def propose_match(
    participation: Participation,
    mentor: Mentor,
    *,
    by: User | None,
    round: Round | None = None,
    score: int | None = None,
    reasons: Iterable[Mapping[str, Any]] = (),
    until: datetime | None = None,
    at: datetime | None = None,
) -> Match:
    """Ask both at once. Without a round: by hand. `by` is None where the portal goes on to a next proposal."""
    at = at or timezone.now()
    participation, mentor = _lock_both(participation, mentor)
    policies.require(by is None or policies.can_propose(by, participation))
    if reason := why_not_together(participation, mentor):
        raise Refused(reason)
    match = Match.objects.create(
        participation=participation, mentor=mentor, round=round, score=score, reasons=list(reasons), made_at=at
    )
    return _propose(match, by=by, until=until, at=at)


@transaction.atomic
def propose_prepared(
    match: Match, *, by: User | None, until: datetime | None = None, at: datetime | None = None
) -> Match:
    """Send what a round has laid ready."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(by is None or policies.can_propose(by, match.participation))
    MATCH.target("propose", match.state)
    if reason := why_not_together(match.participation, match.mentor, but=match):
        raise Refused(reason)
    return _propose(match, by=by, until=until, at=at)


def why_not_together(participation: Participation, mentor: Mentor, *, but: Match | None = None) -> str:
    """Why these two cannot be proposed to each other, or "". `but` is the match in which they stand ready."""
    going_on = Match.objects.going_on()
    if mentor.user_id == participation.user_id:
        return _("Dit is dezelfde persoon. Kies iemand anders.")
    if mentor.programme_id != participation.edition.programme_id:
        return _("Deze mentor hoort bij een ander programma.")
    if not participation.is_under_way:
        return _("Deze deelnemer doet niet meer mee.")
    if not policies.is_admitted(mentor):
        return _("Deze mentor is niet toegelaten. Rond eerst de toelating af.")
    if not MentorProfile.objects.filter(user=mentor.user_id).exists():
        return _("Deze mentor heeft nog geen profiel. Vraag haar of hem dat in te vullen.")
    if Match.objects.active().filter(participation=participation).exists():
        return _("Deze deelnemer heeft al een mentor.")
    if going_on.filter(participation=participation, mentor=mentor).exists():
        return _("Deze twee hebben al een voorstel.")
    ready = Match.objects.filter(participation=participation, mentor=mentor, state=MatchState.PREPARED)
    if ready.exclude(pk=but and but.pk).exists():
        return _("Deze twee staan al klaar in een koppelronde.")
    return ""


def _lock_both(participation: Participation, mentor: Mentor) -> tuple[Participation, Mentor]:
    held = Participation.objects.select_for_update(of=("self",)).select_related("edition__programme", "user")
    participation = held.get(pk=participation.pk)
    mentor = Mentor.objects.select_for_update(of=("self",)).select_related("user").get(pk=mentor.pk)
    return participation, mentor


def _propose(match: Match, *, by: User | None, until: datetime | None, at: datetime) -> Match:
    was, match.state = match.state, MATCH.target("propose", match.state)
    match.proposed_at, match.answer_until = at, until or answer_term(at)
    match.save(update_fields=["state", "proposed_at", "answer_until"])
    _note(match, "propose", by=by, was=was, at=at)
    _tell(emails.proposed_to_mentee, match, Side.MENTEE)
    _tell(emails.proposed_to_mentor, match, Side.MENTOR)
    return match


# Answering ----------------------------------------------------------------------------------------------


@transaction.atomic
def accept_match(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """One's yes. A mentor's holds a place from this press on; the second yes makes the pair."""
    at = at or timezone.now()
    locked = lock_match(match)
    match = locked.match
    policies.require(policies.can_answer(by, match))
    side = Side(match.side_of(by) or "")
    _need_an_answer(match, side, at)
    room = _need_room(locked, at) if side == Side.MENTOR else 0
    was, match.state = match.state, MATCH.target("accept", match.state, side=side, room=room)
    setattr(match, f"{side}_yes_at", at)
    if match.state == MatchState.ACTIVE:
        match.active_at = at
    match.save(update_fields=["state", "mentee_yes_at", "mentor_yes_at", "active_at"])
    _note(match, "accept", by=by, was=was, at=at)
    if match.state == MatchState.ACTIVE:
        for one in Side:
            _tell(emails.pair_made, match, one)
        _take_back_others(match, at=at)
    return match


@transaction.atomic
def decline_match(match: Match, *, by: User, reason: str, at: datetime | None = None) -> Match:
    """One's no, with a reason that the organiser reads; the other hears that it does not go on, and no more."""
    match = lock_match(match).match
    policies.require(policies.can_answer(by, match))
    side = Side(match.side_of(by) or "")
    was, match.state = match.state, MATCH.target("decline", match.state)
    match.declined_by, match.decline_reason = side, DeclineReason(reason)
    match.ended_at = at or timezone.now()
    match.save(update_fields=["state", "declined_by", "decline_reason", "ended_at"])
    _note(match, "decline", by=by, was=was, at=at)
    _tell(emails.match_over, match, side.other)
    return match


def _need_an_answer(match: Match, side: Side, at: datetime) -> None:
    """Said in words where that helps more than "this cannot be done any more"."""
    if not MATCH.allows("accept", match.state, side=side, room=1):
        if policies.said_yes(match, side) and MATCH.allows("decline", match.state):
            raise AlreadyAnswered(_("Je hebt al ja gezegd. Je hoeft niets meer te doen."))
        raise IllegalMove(MATCH.name, "accept", match.state)
    if match.answer_until and match.answer_until <= at:
        raise TooLate(_("De tijd om te kiezen is voorbij. Je hoeft niets te doen."))
    if not match.participation.is_under_way or not policies.is_admitted(match.mentor):
        raise Refused(_("Een van jullie doet niet meer mee. Dit voorstel gaat niet door."))


def _need_room(locked: Locked, at: datetime) -> int:
    if locked.profile and locked.profile.is_paused(timezone.localdate(at)):
        raise NoRoom(_("Je hebt pauze. Zet eerst je pauze uit bij “Mijn profiel als mentor”. Dan kun je ja zeggen."))
    if not (room := locked.room()):
        raise NoRoom(
            _("Je plekken zijn bezet. Zeg nee, of maak eerst meer plek bij “Mijn profiel als mentor”."),
        )
    return room


def _take_back_others(pair: Match, *, at: datetime) -> None:
    """Someone has one mentor at a time: what else was proposed to her goes, and frees those mentors' places."""
    others = Match.objects.unanswered().filter(participation=pair.participation_id).exclude(pk=pair.pk)
    for other in others.select_for_update(of=("self",)).select_related("mentor__user", "participation__edition"):
        other.participation = pair.participation
        _end_unanswered(other, "take_back", by=None, at=at, told=[Side.MENTOR])


# Ending -------------------------------------------------------------------------------------------------


@transaction.atomic
def take_back_match(match: Match, *, by: User, at: datetime | None = None) -> Match:
    """The organiser's second thought, before there are two times yes."""
    match = lock_match(match).match
    policies.require(policies.can_take_back(by, match))
    told = list(Side) if match.proposed_at else []
    return _end_unanswered(match, "take_back", by=by, at=at, told=told)


@transaction.atomic
def end_match(match: Match, *, by: User | None, at: datetime | None = None) -> Match:
    """A pair is closed: by one of the two, by their organiser, or (None) because someone left the programme."""
    at = at or timezone.now()
    match = lock_match(match).match
    policies.require(by is None or policies.can_end_match(by, match))
    was, match.state = match.state, MATCH.target("end", match.state)
    match.ended_at = at
    match.save(update_fields=["state", "ended_at"])
    cancel_planned_meetings(match, by=by, at=at)
    _note(match, "end", by=by, was=was, at=at)
    presser = match.side_of(by) if by else None
    for side in Side:
        if side != presser:
            _tell(emails.pair_ended, match, side)
    return match


def expire_matches(at: datetime | None = None) -> int:
    """The sweep of each minute: terms that went by, and matches of who takes part no longer. How many it ended."""
    at = at or timezone.now()
    done = 0
    for match in [*Match.objects.overdue(at), *_without_someone()]:
        with suppress(IllegalMove):  # answered meanwhile
            done += _expire(match, at)
    return done


def _without_someone() -> Iterable[Match]:
    """Going on, though the mentee left or finished before there was a pair, or the mentor stopped."""
    over = [ParticipationState.COMPLETED, ParticipationState.LEFT]
    stopped = Match.objects.going_on().exclude(mentor__state=MentorState.ADMITTED)
    left = Match.objects.going_on().filter(participation__state=ParticipationState.LEFT)
    return stopped | left | Match.objects.unanswered().filter(participation__state__in=over)


@transaction.atomic
def _expire(match: Match, at: datetime) -> bool:
    match = lock_match(match).match
    if match.state == MatchState.ACTIVE:
        end_match(match, by=None, at=at)
    elif match.answer_until and match.answer_until <= at:
        told = [side for side in Side if policies.said_yes(match, side)]
        _end_unanswered(match, "expire", by=None, at=at, told=told)
    else:
        _end_unanswered(match, "take_back", by=None, at=at, told=list(Side))
    return True


def _end_unanswered(match: Match, verb: str, *, by: User | None, at: datetime | None, told: Iterable[Side]) -> Match:
    was, match.state = match.state, MATCH.target(verb, match.state)
    match.ended_at = at or timezone.now()
    match.save(update_fields=["state", "ended_at"])
    _note(match, verb, by=by, was=was, at=at)
    for side in told:
        _tell(emails.match_over, match, side)
    return match


def _tell(message: letters.Message, match: Match, side: Side) -> None:
    name = message.name.rpartition(".")[2]
    letters.write(message, match.user_at(side), key=f"{name}:{match.key}:{side}", match=match.key)


def _note(match: Match, verb: str, *, by: User | None, was: str, at: datetime | None) -> None:
    edition = match.participation.edition
    scope = edition.programme.lead_key
    record(match, verb, by=by, was=was, now=match.state, scope=scope, at=at, edition=edition.key)
