"""How a pair goes on: outside the portal, and with a pause. One says it and it holds; the other hears of it."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from mentoring.models import Match, Pace
from mentoring.pace import emails, policies
from mentoring.pace.actions.locking import hold_pair, kept_pace, need_active, note, tell
from mentoring.pace.states import PACE
from mentoring.states import Side
from people.models import User
from people.policies import require

LONGEST_PAUSE = timedelta(days=183)


@transaction.atomic
def go_outside(match: Match, *, by: User, at: datetime | None = None) -> Pace:
    """ "Wij spreken elkaar buiten het portaal": from now on one press a month is enough."""
    at = at or timezone.now()
    match, pace, side = _held(match, by)
    _move(match, pace, "go_outside", by=by, at=at, outside_by=side)
    tell(emails.pair_goes_outside, match, side.other, f"{match.key}:{timezone.localdate(at)}", match=match.key)
    return pace


@transaction.atomic
def come_back(match: Match, *, by: User, at: datetime | None = None) -> Pace:
    match, pace, _side = _held(match, by)
    return _move(match, pace, "come_back", by=by, at=at or timezone.now(), outside_by="")


@transaction.atomic
def pause_pair(match: Match, *, by: User, until: date, at: datetime | None = None) -> Pace:
    """Until and including this day nobody is asked anything. Refused for a day gone by, or more than half a year."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    match, pace, side = _held(match, by)
    if not today <= until <= today + LONGEST_PAUSE:
        raise Refused(_("Kies een dag die nog komt, hoogstens een half jaar vooruit."))
    pace.paused_until, pace.paused_by = until, side
    pace.save(update_fields=["paused_until", "paused_by"])
    note(match, "pause", match, by=by, at=at)
    tell(emails.pair_paused, match, side.other, f"{match.key}:{until}", match=match.key)
    return pace


@transaction.atomic
def resume_pair(match: Match, *, by: User, at: datetime | None = None) -> Pace:
    """Either of the two; twice is once."""
    at = at or timezone.now()
    match, pace, _side = _held(match, by)
    if pace.paused_until is not None:
        pace.paused_until, pace.paused_by = None, ""
        pace.save(update_fields=["paused_until", "paused_by"])
        note(match, "resume", match, by=by, at=at)
    return pace


def _held(match: Match, by: User) -> tuple[Match, Pace, Side]:
    match = hold_pair(match)
    require(policies.can_keep_pace(by, match))
    need_active(match)
    return match, kept_pace(match), Side(match.side_of(by) or "")


def _move(match: Match, pace: Pace, verb: str, *, by: User, at: datetime, outside_by: str) -> Pace:
    was, pace.state = pace.state, PACE.target(verb, pace.state)
    pace.outside_by = outside_by
    pace.save(update_fields=["state", "outside_by"])
    note(match, verb, match, by=by, at=at, was=was, now=pace.state)
    return pace
