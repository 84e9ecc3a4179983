"""Meetings of a group: planned, changed, called off, and who was there. Locked is the edition, then the meeting."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import letters
from people.messages import Message
from people.models import User
from programmes.actions.turns import lock_edition
from programmes.models import Attendance, Edition, GroupMeeting, Participation
from programmes.policies import require
from programmes.taking_part import emails, policies
from programmes.taking_part.choices import Presence

# A change of one of these is told to everybody.
SAID_BEFORE = ("starts_at", "ends_at", "town", "online", "address")
REMIND_AHEAD = timedelta(hours=24)

Changes = Mapping[UUID, tuple[str, str]]
"""By the key of a participation: what the screen showed, and what was chosen; "" for nothing said."""


@transaction.atomic
def plan_meeting(edition: Edition, *, by: User, at: datetime | None = None, **facts: Any) -> GroupMeeting:
    edition = lock_edition(edition)
    require(policies.can_run_group(by, edition))
    meeting = GroupMeeting.objects.create(edition=edition, **facts)
    _note(meeting, "plan", by=by, at=at)
    return meeting


@transaction.atomic
def change_meeting(meeting: GroupMeeting, *, by: User, at: datetime | None = None, **facts: Any) -> GroupMeeting:
    """Another time or place is told once to all; another title is not."""
    at = at or timezone.now()
    meeting = _lock(meeting)
    require(policies.can_run_group(by, meeting.edition))
    if meeting.is_cancelled:
        raise Refused(_("Deze bijeenkomst gaat niet door. Plan een nieuwe."))
    is_told = any(name in facts and facts[name] != getattr(meeting, name) for name in SAID_BEFORE)
    for name, value in facts.items():
        setattr(meeting, name, value)
    if is_told:
        meeting.sequence += 1
        meeting.reminded_at = None  # of the day that it is now
    meeting.save()
    _note(meeting, "change", by=by, at=at)
    if is_told and not meeting.is_over(at):
        _tell_all(emails.group_meeting_moved, meeting)
    return meeting


@transaction.atomic
def call_off_meeting(meeting: GroupMeeting, *, by: User, at: datetime | None = None) -> GroupMeeting:
    """Told once to all. What was noted of who would be there stays, since nobody was."""
    at = at or timezone.now()
    meeting = _lock(meeting)
    require(policies.can_run_group(by, meeting.edition))
    if meeting.is_cancelled:
        return meeting  # a second press
    if meeting.is_over(at):
        raise Refused(_("Deze bijeenkomst is al geweest."))
    meeting.cancelled_at = at
    meeting.sequence += 1
    meeting.save(update_fields=["cancelled_at", "sequence"])
    _note(meeting, "call_off", by=by, at=at)
    _tell_all(emails.group_meeting_called_off, meeting)
    return meeting


@transaction.atomic
def note_attendance(
    meeting: GroupMeeting, changes: Changes, *, by: User, at: datetime | None = None
) -> list[Participation]:
    """Who was there, of many at once. Given back: of whom a colleague said something else meanwhile; that stays."""
    at = at or timezone.now()
    meeting = _lock(meeting)
    require(policies.can_run_group(by, meeting.edition))
    if not meeting.has_begun(at) and any(now == Presence.PRESENT for _was, now in changes.values()):
        raise Refused(_("Deze bijeenkomst is nog niet begonnen. Afmelden kan al wel."))
    own = Participation.objects.at_the_desk_of(by).with_consent_asked().filter(edition=meeting.edition)
    people = {one.key: one for one in own.filter(key__in=changes).exclude(user=by).select_related("user")}
    said = {row.participation_id: row for row in meeting.attendances.filter(participation__in=people.values())}
    crossed = []
    for key, (was, now) in changes.items():
        person = people.get(key)
        if person is None or person.awaits_consent or was == now:
            continue
        row = said.get(person.pk)
        stands = row.presence if row else ""
        if stands not in (was, now):
            crossed.append(person)
        elif stands != now:
            _say(meeting, person, row, now, at)
    _note(meeting, "note_attendance", by=by, at=at)
    return crossed


def remind(at: datetime | None = None) -> int:
    """The sweep of each minute: who takes part hears of a meeting a day before. How many meetings."""
    at = at or timezone.now()
    due = GroupMeeting.objects.going_ahead().filter(starts_at__gt=at, starts_at__lte=at + REMIND_AHEAD)
    return sum(_remind(meeting, at) for meeting in due.filter(reminded_at=None))


@transaction.atomic
def _remind(meeting: GroupMeeting, at: datetime) -> bool:
    meeting = _lock(meeting)
    if meeting.reminded_at or meeting.is_cancelled:
        return False  # something came between
    meeting.reminded_at = at
    meeting.save(update_fields=["reminded_at"])
    _tell_all(emails.group_meeting_reminder, meeting)
    return True


def _say(meeting: GroupMeeting, person: Participation, row: Attendance | None, now: str, at: datetime) -> None:
    if not now:
        Attendance.objects.filter(participation=person, meeting=meeting).delete()
    elif row is None:
        Attendance.objects.create(participation=person, meeting=meeting, presence=now, noted_at=at)
    else:
        row.presence, row.noted_at = now, at
        row.save(update_fields=["presence", "noted_at"])


def _lock(meeting: GroupMeeting) -> GroupMeeting:
    edition = lock_edition(meeting.edition)
    locked = GroupMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    locked.edition = edition
    return locked


def _tell_all(what: Message, meeting: GroupMeeting) -> None:
    """Once for each time that the meeting stands at."""
    for person in Participation.objects.under_way().filter(edition=meeting.edition).select_related("user"):
        letters.write(
            what,
            person.user,
            key=f"{what.name}:{meeting.key}:{meeting.sequence}:{person.pk}",
            participation=person.key,
            meeting=meeting.key,
        )


def _note(meeting: GroupMeeting, verb: str, *, by: User, at: datetime | None) -> None:
    edition = meeting.edition
    record(meeting, verb, by=by, scope=edition.programme.lead_key, at=at, edition=edition.key)
