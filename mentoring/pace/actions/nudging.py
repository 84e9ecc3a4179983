""" "Hebben jullie elkaar gesproken?" Asked of both in a mail that says nothing, answered by either in one press.

About one silence, one month or one meeting it is asked once: the pair is locked, and the database holds it too.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.meetings import AlreadyNoted, hold_meeting
from mentoring.health import Health
from mentoring.models import Match, Meeting, Nudge
from mentoring.pace import emails, policies
from mentoring.pace.actions.locking import hold_pair, need_active, note, tell
from mentoring.pace.actions.noting import move_nudge, note_spoken
from mentoring.pace.choices import NudgeKind
from mentoring.pace.days import Days, days_of, with_days
from mentoring.pace.links import ANSWERS_FOR
from mentoring.pace.models import pace_of
from mentoring.pace.states import NUDGE
from mentoring.states import MatchState, MeetingState, Side
from people.models import User
from people.policies import require

REST = timedelta(days=14)
"""So long nobody is asked again, whatever the reason."""
AFTER_A_MEETING = timedelta(hours=20)
MONTH_DAY = 25
"""From this day of a month on, who speaks elsewhere is asked about that month."""


class NotAgain(Refused):
    """They were asked a short while ago, or asked for quiet."""


# Asking -----------------------------------------------------------------------------------------------


def ask_who_is_silent(at: datetime | None = None) -> int:
    """Sweep: one question per silence, per month outside the portal, per meeting that nobody confirmed."""
    at = at or timezone.now()
    done = 0
    for match, kind, about in _due(at):
        with suppress(IllegalMove, Refused):  # over, or asked meanwhile
            done += _ask(match, kind, about, by=None, at=at) is not None
    return done


def _due(at: datetime) -> Iterator[tuple[Match, NudgeKind, date]]:
    on = timezone.localdate(at)
    for match in with_days(Match.objects.active(), at).order_by("pk").iterator(chunk_size=500):
        if found := _reason(days_of(match), on):
            yield match, *found
    began = Meeting.objects.filter(state=MeetingState.AGREED, match__state=MatchState.ACTIVE)
    since = at - ANSWERS_FOR
    began = began.filter(starts_at__lte=at - AFTER_A_MEETING, starts_at__gt=since)
    for meeting in began.select_related("match"):
        yield meeting.match, NudgeKind.MEETING, timezone.localdate(meeting.starts_at)


def _reason(days: Days, on: date) -> tuple[NudgeKind, date] | None:
    health = days.health(on)
    if health == Health.PAUSED:
        return None
    if days.outside:
        month = on.replace(day=1)
        heard = days.spoke is not None and days.spoke >= month
        begun = days.quiet_since < month
        return (NudgeKind.MONTH, month) if on.day >= MONTH_DAY and begun and not heard else None
    return (NudgeKind.SILENCE, days.quiet_since) if health in (Health.CHECK_IN, Health.SILENT) else None


@transaction.atomic
def nudge_by_hand(match: Match, *, by: User, at: datetime | None = None) -> Nudge:
    """The organiser asks now. NotAgain within two weeks of the last question, and while the two pause."""
    at = at or timezone.now()
    require(policies.can_nudge_by_hand(by, match))
    asked = _ask(match, NudgeKind.BY_HAND, timezone.localdate(at), by=by, at=at)
    if asked is None:
        raise NotAgain(_("Vandaag is het al gevraagd."))
    return asked


@transaction.atomic
def _ask(match: Match, kind: NudgeKind, about: date, *, by: User | None, at: datetime) -> Nudge | None:
    """None when it was asked before."""
    match = hold_pair(match)
    need_active(match)
    if match.nudges.filter(kind=kind, about=about).exists():
        return None
    pace = pace_of(match)
    if pace.paused_until and pace.is_paused(timezone.localdate(at)):
        until = date_format(pace.paused_until, "j F")
        raise NotAgain(_("Dit koppel heeft pauze tot en met %(day)s. Vraag het daarna.") % {"day": until})
    last = match.nudges.filter(asked_at__gt=at - REST).order_by("-asked_at").first()
    if last and kind != NudgeKind.MEETING:
        day = date_format(timezone.localdate(last.asked_at), "j F")
        raise NotAgain(_("Dit koppel kreeg op %(day)s al een vraag. Wacht nog even.") % {"day": day})
    nudge = Nudge.objects.create(match=match, kind=kind, about=about, asked_at=at)
    note(nudge, "ask_if_spoken", match, by=by, at=at, now=nudge.state)
    for side in Side:
        tell(emails.spoken_asked, match, side, str(nudge.key), nudge=nudge.key)
    return nudge


# Answering --------------------------------------------------------------------------------------------


@transaction.atomic
def answer_nudge(nudge: Nudge, *, by: User, spoken: bool, at: datetime | None = None) -> Nudge:
    """One press of either counts for both. AlreadyNoted when the other one said so before."""
    at = at or timezone.now()
    match = hold_pair(nudge.match)
    nudge = _found(nudge, match)
    require(policies.can_answer_nudge(by, nudge))
    need_active(match)
    if not NUDGE.allows("confirm", nudge.state) or (not spoken and not NUDGE.allows("deny", nudge.state)):
        raise AlreadyNoted(_("Dit is al genoteerd. Je hoeft niets te doen."))
    move_nudge(nudge, "confirm" if spoken else "deny", by=by, at=at)
    if spoken:
        note_spoken(match, on=timezone.localdate(at), by=by, at=at)
        if nudge.kind == NudgeKind.MEETING:
            _hold_that_meeting(match, nudge.about, by=by, at=at)
    return nudge


@transaction.atomic
def say_spoken(match: Match, *, by: User, at: datetime | None = None) -> Nudge:
    """The one press a month of who speaks elsewhere, without being asked. Twice is once."""
    at = at or timezone.now()
    match = hold_pair(match)
    require(policies.can_keep_pace(by, match))
    need_active(match)
    month = timezone.localdate(at).replace(day=1)
    nudge, is_new = Nudge.objects.get_or_create(
        match=match, kind=NudgeKind.MONTH, about=month, defaults={"asked_at": at}
    )
    nudge.match = match
    if NUDGE.allows("confirm", nudge.state):
        move_nudge(nudge, "confirm", by=by, at=at)
        note_spoken(match, on=timezone.localdate(at), by=by, at=at)
    elif not is_new:
        raise AlreadyNoted(_("Deze maand is al genoteerd. Je hoeft niets te doen."))
    return nudge


def _found(nudge: Nudge, match: Match) -> Nudge:
    found = Nudge.objects.filter(pk=nudge.pk).first()
    if found is None:
        raise IllegalMove(NUDGE.name, "lock", "gone")
    found.match = match
    return found


def _hold_that_meeting(match: Match, day: date, *, by: User, at: datetime) -> None:
    for meeting in match.meetings.filter(state=MeetingState.AGREED, starts_at__lte=at):
        if timezone.localdate(meeting.starts_at) == day:
            meeting.match = match
            hold_meeting(meeting, by=by, at=at)
