"""What a pair plans and what it has done. The match is locked first: a meeting belongs to a pair that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import emails, policies
from mentoring.choices import Way
from mentoring.models import Match, Meeting
from mentoring.pace.actions.locking import hold_pair
from mentoring.pace.actions.noting import note_not_spoken, note_spoken
from mentoring.states import MEETING, MeetingState, Side
from people import letters
from people.models import User
from programmes.safety.blocking import blocked_between

AHEAD = timedelta(days=366)
PLANNED_AT_ONCE = 10
OFFERED_AT_ONCE = 5
OFFERED_A_DAY = 30
MOST_CHANGES = 30


class NotNow(Refused):
    """This moment cannot be planned or noted."""


class AlreadyNoted(Refused):
    """The other one said so before; nothing is missing."""


@dataclass(frozen=True)
class About:
    """How, how long and where: the same for each time of an offer. `place` stays between the two."""

    minutes: int
    way: str
    place: str = ""


@transaction.atomic
def offer_meetings(
    match: Match, *, by: User, times: Sequence[datetime], about: About, at: datetime | None = None
) -> list[Meeting]:
    """Up to five times at once, of which the other one picks one. Told once."""
    at = at or timezone.now()
    match = hold_pair(match)
    policies.require(policies.can_plan_meeting(by, match))
    _need_a_pair(match)
    times = sorted(set(times))
    if not 1 <= len(times) <= OFFERED_AT_ONCE:
        raise NotNow(_("Stel één tot vijf tijden voor."))
    _need_room_for(match, by, times, at)
    offer = uuid4() if len(times) > 1 else None
    offered = [_made(match, by, when, about, at, offered_in=offer) for when in times]
    for meeting in offered:
        _note(meeting, "propose", by=by, at=at)
    tell(emails.meeting_proposed, offered[0], Side(offered[0].proposed_by).other)
    return offered


def propose_meeting(
    match: Match, *, by: User, starts_at: datetime, minutes: int, way: str, place: str = "", at: datetime | None = None
) -> Meeting:
    """An offer of one time."""
    return offer_meetings(match, by=by, times=[starts_at], about=About(minutes, way, place), at=at)[0]


@transaction.atomic
def agree_meeting(meeting: Meeting, *, by: User, seen: int | None = None, at: datetime | None = None) -> Meeting:
    """`seen`: the sequence of what she read. Whoever moved it meanwhile made another time of it."""
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_agree_meeting(by, meeting))
    target = MEETING.target("agree", meeting.state)
    _need_a_pair(meeting.match)
    if seen is not None and seen != meeting.sequence:
        raise NotNow(_("De tijd is intussen veranderd. Kijk wat er nu staat."))
    if meeting.starts_at <= at:
        raise NotNow(_("Dit moment is al voorbij. Stel een nieuwe tijd voor."))
    _move(meeting, "agree", target, by=by, at=at)
    _cancel_each(meeting.match.meetings.offered_with(meeting), meeting.match, by=by, at=at)
    tell(emails.meeting_agreed, meeting, Side(meeting.proposed_by))
    return meeting


@transaction.atomic
def turn_down_offer(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    """None of the times that were offered together with this one. Told once."""
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_agree_meeting(by, meeting))
    if meeting.state != MeetingState.PROPOSED:
        raise IllegalMove(MEETING.name, "turn_down", meeting.state)
    siblings = meeting.match.meetings.offered_with(meeting)
    _move(meeting, "cancel", MEETING.target("cancel", meeting.state), by=by, at=at)
    _cancel_each(siblings, meeting.match, by=by, at=at)
    tell(emails.times_turned_down, meeting, Side(meeting.proposed_by))
    return meeting


@transaction.atomic
def move_meeting(
    meeting: Meeting, *, by: User, starts_at: datetime, about: About, at: datetime | None = None
) -> Meeting:
    """To another time, place or way; the other one still has to agree. Both hear, since both have it in a calendar."""
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_change_meeting(by, meeting))
    target = MEETING.target("move", meeting.state)
    _need_a_pair(meeting.match)
    if meeting.starts_at <= at:
        raise NotNow(_("Dit moment is al voorbij. Stel een nieuwe tijd voor."))
    if meeting.sequence >= MOST_CHANGES:
        raise NotNow(_("Deze afspraak is al vaak veranderd. Zeg de afspraak af en stel een nieuwe tijd voor."))
    _need_free_moment(meeting.match, starts_at, at, but=meeting)
    if _stands_so(meeting, starts_at, about):
        raise NotNow(_("Zo staat het er al. Verander iets, of ga terug."))
    meeting.moved_from, meeting.starts_at = meeting.starts_at, starts_at
    meeting.minutes, meeting.way, meeting.place = about.minutes, Way(about.way), about.place
    meeting.proposed_by, meeting.offered_in, meeting.reminded_at = Side(meeting.match.side_of(by) or ""), None, None
    meeting.save(
        update_fields=["moved_from", "starts_at", "minutes", "way", "place", "proposed_by", "offered_in", "reminded_at"]
    )
    _move(meeting, "move", target, by=by, at=at)
    for side in Side:
        tell(emails.meeting_moved, meeting, side)
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_change_meeting(by, meeting))
    side = Side(meeting.match.side_of(by) or "")
    _move(meeting, "cancel", MEETING.target("cancel", meeting.state), by=by, at=at)
    if meeting.starts_at <= at:
        note_not_spoken(meeting.match, on=timezone.localdate(meeting.starts_at), by=by, at=at)
    tell(emails.meeting_cancelled, meeting, side.other)
    return meeting


@transaction.atomic
def hold_meeting(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    """ "Wij hebben elkaar gesproken": one press, of either of the two, counts for both."""
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_change_meeting(by, meeting))
    if meeting.state == MeetingState.HELD:
        raise AlreadyNoted(_("Dit gesprek is al genoteerd. Je hoeft niets te doen."))
    MEETING.target("hold", meeting.state)
    if meeting.starts_at > at:
        raise NotNow(_("Deze afspraak moet nog komen."))
    return _hold(meeting, by=by, at=at)


@transaction.atomic
def log_meeting(
    match: Match, *, by: User, starts_at: datetime, minutes: int, way: str, at: datetime | None = None
) -> Meeting:
    """A conversation that was not planned here; once a day, since both may note the same one.

    Was something agreed for that day, and has it begun? Then it was that, as it is told now.
    """
    at = at or timezone.now()
    match = hold_pair(match)
    policies.require(policies.can_plan_meeting(by, match))
    _need_a_pair(match)
    day = timezone.localdate(starts_at)
    if starts_at > at or day < timezone.localdate(match.active_at):
        raise NotNow(_("Kies een dag sinds jullie begin, tot en met vandaag."))
    if match.meetings.held().filter(starts_at__date=day).exists():
        raise AlreadyNoted(_("Een gesprek op deze dag is al genoteerd. Je hoeft niets te doen."))
    agreed = match.meetings.filter(state=MeetingState.AGREED, starts_at__date=day, starts_at__lte=at).first()
    if agreed is not None:
        agreed.match, agreed.minutes, agreed.way = match, minutes, Way(way)
        agreed.save(update_fields=["minutes", "way"])
        return _hold(agreed, by=by, at=at)
    meeting = _made(match, by, starts_at, About(minutes, way), at, state=MeetingState.HELD)
    _note(meeting, "hold", by=by, at=at)
    note_spoken(match, on=day, by=by, at=at)
    return meeting


def _hold(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Of a pair that is held; the caller asked whether it may be."""
    _move(meeting, "hold", MEETING.target("hold", meeting.state), by=by, at=at)
    note_spoken(meeting.match, on=timezone.localdate(meeting.starts_at), by=by, at=at)
    return meeting


def cancel_planned_meetings(match: Match, *, by: User | None, at: datetime) -> None:
    """The pair ends, and with it what it had planned. The caller holds the match and tells the two."""
    _cancel_each(match.meetings.planned().filter(starts_at__gt=at), match, by=by, at=at)


def _cancel_each(meetings: "QuerySet[Meeting]", match: Match, *, by: User | None, at: datetime | None) -> None:
    for meeting in meetings.select_for_update(of=("self",)):
        meeting.match = match
        _move(meeting, "cancel", MEETING.target("cancel", meeting.state), by=by, at=at)


def _lock_meeting(meeting: Meeting) -> Meeting:
    match = hold_pair(meeting.match)
    locked = Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()
    if locked is None:
        raise IllegalMove(MEETING.name, "lock", "gone")
    locked.match = match
    return locked


def _need_a_pair(match: Match) -> None:
    if not match.is_active:
        raise Refused(_("Jullie koppel is afgesloten. Afspreken kan hier niet meer."))


def _need_room_for(match: Match, by: User, times: Sequence[datetime], at: datetime) -> None:
    planned = match.meetings.planned().filter(starts_at__gt=at)
    if planned.count() + len(times) > PLANNED_AT_ONCE:
        raise NotNow(_("Er staan al genoeg afspraken. Zeg er eerst één af."))
    today = match.meetings.filter(proposed_by=match.side_of(by), made_at__gt=at - timedelta(days=1))
    if today.count() + len(times) > OFFERED_A_DAY:
        raise NotNow(_("Je stelde vandaag al veel tijden voor. Probeer het morgen opnieuw."))
    for when in times:
        _need_free_moment(match, when, at)


def _stands_so(meeting: Meeting, starts_at: datetime, about: About) -> bool:
    stands = About(meeting.minutes, meeting.way, meeting.place)
    return meeting.starts_at == starts_at and stands == about


def _need_free_moment(match: Match, when: datetime, at: datetime, *, but: Meeting | None = None) -> None:
    if not at < when < at + AHEAD:
        raise NotNow(_("Kies een moment dat nog komt, en binnen een jaar."))
    if match.meetings.planned().filter(starts_at=when).exclude(pk=but and but.pk).exists():
        raise NotNow(_("Dit moment staat er al."))


def _made(
    match: Match,
    by: User,
    starts_at: datetime,
    about: About,
    at: datetime,
    *,
    state: MeetingState = MeetingState.PROPOSED,
    offered_in: UUID | None = None,
) -> Meeting:
    return Meeting.objects.create(
        match=match,
        state=state,
        proposed_by=Side(match.side_of(by) or ""),
        starts_at=starts_at,
        minutes=about.minutes,
        way=Way(about.way),
        place=about.place,
        offered_in=offered_in,
        made_at=at,
    )


def _move(meeting: Meeting, verb: str, target: str, *, by: User | None, at: datetime | None) -> Meeting:
    was, meeting.state = meeting.state, target
    meeting.sequence += 1
    meeting.save(update_fields=["state", "sequence"])
    _note(meeting, verb, by=by, at=at, was=was)
    return meeting


def tell(message: letters.Message, meeting: Meeting, side: Side) -> None:
    """Once about each stand of a meeting. The caller holds it."""
    name = message.name.rpartition(".")[2]
    if blocked_between(meeting.match.user_at(Side.MENTEE), meeting.match.user_at(Side.MENTOR)):
        return  # who blocked hears nothing; who was blocked does not notice
    key = f"{name}:{meeting.key}:{meeting.sequence}:{side}"
    letters.write(message, meeting.match.user_at(side), key=key, meeting=meeting.key)


def _note(meeting: Meeting, verb: str, *, by: User | None, at: datetime | None, was: str = "") -> None:
    edition = meeting.match.participation.edition
    scope = edition.programme.lead_key
    record(meeting, verb, by=by, was=was, now=meeting.state, scope=scope, at=at, edition=edition.key)
