"""What a pair plans and what it has done. The match is locked first: a meeting belongs to a pair that goes on."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import emails, policies
from mentoring.choices import Way
from mentoring.models import Match, Meeting
from mentoring.states import MEETING, MeetingState, Side
from people import letters
from people.models import User

AHEAD = timedelta(days=366)
PLANNED_AT_ONCE = 10


class NotNow(Refused):
    """This moment cannot be planned or noted."""


class AlreadyNoted(Refused):
    """The other one said so before; nothing is missing."""


@transaction.atomic
def propose_meeting(
    match: Match, *, by: User, starts_at: datetime, minutes: int, way: str, at: datetime | None = None
) -> Meeting:
    at = at or timezone.now()
    match = _lock_pair(match)
    policies.require(policies.can_plan_meeting(by, match))
    _need_a_pair(match)
    if not at < starts_at < at + AHEAD:
        raise NotNow(_("Kies een moment dat nog komt, en binnen een jaar."))
    planned = match.meetings.planned().filter(starts_at__gt=at)
    if planned.filter(starts_at=starts_at).exists():
        raise NotNow(_("Dit moment staat er al."))
    if planned.count() >= PLANNED_AT_ONCE:
        raise NotNow(_("Er staan al genoeg afspraken. Zeg er eerst één af."))
    meeting = _made(match, by, starts_at, minutes, way, at)
    _note(meeting, "propose", by=by, at=at)
    _tell(emails.meeting_proposed, meeting, Side(meeting.proposed_by).other)
    return meeting


@transaction.atomic
def agree_meeting(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_agree_meeting(by, meeting))
    target = MEETING.target("agree", meeting.state)
    _need_a_pair(meeting.match)
    if meeting.starts_at <= at:
        raise NotNow(_("Dit moment is al voorbij. Stel een nieuwe tijd voor."))
    _move(meeting, "agree", target, by=by, at=at)
    _tell(emails.meeting_agreed, meeting, Side(meeting.proposed_by))
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_change_meeting(by, meeting))
    side = Side(meeting.match.side_of(by) or "")
    _move(meeting, "cancel", MEETING.target("cancel", meeting.state), by=by, at=at)
    _tell(emails.meeting_cancelled, meeting, side.other)
    return meeting


@transaction.atomic
def hold_meeting(meeting: Meeting, *, by: User, at: datetime | None = None) -> Meeting:
    """ "Wij hebben elkaar gesproken": one press, of either of the two, counts for both."""
    at = at or timezone.now()
    meeting = _lock_meeting(meeting)
    policies.require(policies.can_change_meeting(by, meeting))
    if meeting.state == MeetingState.HELD:
        raise AlreadyNoted(_("Dit gesprek is al genoteerd. Je hoeft niets te doen."))
    target = MEETING.target("hold", meeting.state)
    if meeting.starts_at > at:
        raise NotNow(_("Deze afspraak moet nog komen."))
    return _move(meeting, "hold", target, by=by, at=at)


@transaction.atomic
def log_meeting(
    match: Match, *, by: User, starts_at: datetime, minutes: int, way: str, at: datetime | None = None
) -> Meeting:
    """A conversation that was not planned here; once a day, since both may note the same one."""
    at = at or timezone.now()
    match = _lock_pair(match)
    policies.require(policies.can_plan_meeting(by, match))
    _need_a_pair(match)
    day = timezone.localdate(starts_at)
    if starts_at > at or day < timezone.localdate(match.active_at):
        raise NotNow(_("Kies een dag sinds jullie begin, tot en met vandaag."))
    if match.meetings.held().filter(starts_at__date=day).exists():
        raise AlreadyNoted(_("Een gesprek op deze dag is al genoteerd. Je hoeft niets te doen."))
    meeting = _made(match, by, starts_at, minutes, way, at, state=MeetingState.HELD)
    _note(meeting, "hold", by=by, at=at)
    return meeting


def cancel_planned_meetings(match: Match, *, by: User | None, at: datetime) -> None:
    """The pair ends, and with it what it had planned. The caller holds the match and tells the two."""
    for meeting in match.meetings.planned().filter(starts_at__gt=at).select_for_update(of=("self",)):
        meeting.match = match
        _move(meeting, "cancel", MEETING.target("cancel", meeting.state), by=by, at=at)


def _lock_pair(match: Match) -> Match:
    held = Match.objects.select_for_update(of=("self",)).select_related(
        "participation__edition__programme", "participation__user", "mentor__user"
    )
    if (locked := held.filter(pk=match.pk).first()) is None:
        raise IllegalMove(MEETING.name, "lock", "gone")
    return locked


def _lock_meeting(meeting: Meeting) -> Meeting:
    match = _lock_pair(meeting.match)
    locked = Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()
    if locked is None:
        raise IllegalMove(MEETING.name, "lock", "gone")
    locked.match = match
    return locked


def _need_a_pair(match: Match) -> None:
    if not match.is_active:
        raise Refused(_("Jullie koppel is afgesloten. Afspreken kan hier niet meer."))


def _made(
    match: Match,
    by: User,
    starts_at: datetime,
    minutes: int,
    way: str,
    at: datetime,
    state: MeetingState = MeetingState.PROPOSED,
) -> Meeting:
    return Meeting.objects.create(
        match=match,
        state=state,
        proposed_by=Side(match.side_of(by) or ""),
        starts_at=starts_at,
        minutes=minutes,
        way=Way(way),
        made_at=at,
    )


def _move(meeting: Meeting, verb: str, target: str, *, by: User | None, at: datetime | None) -> Meeting:
    was, meeting.state = meeting.state, target
    meeting.sequence += 1
    meeting.save(update_fields=["state", "sequence"])
    _note(meeting, verb, by=by, at=at, was=was)
    return meeting


def _tell(message: letters.Message, meeting: Meeting, side: Side) -> None:
    name = message.name.rpartition(".")[2]
    letters.write(message, meeting.match.user_at(side), key=f"{name}:{meeting.key}:{side}", meeting=meeting.key)


def _note(meeting: Meeting, verb: str, *, by: User | None, at: datetime | None, was: str = "") -> None:
    edition = meeting.match.participation.edition
    scope = edition.programme.lead_key
    record(meeting, verb, by=by, was=was, now=meeting.state, scope=scope, at=at, edition=edition.key)
