"""From "ik wil mentor worden" to stopping. The mentor's row is locked first; her pairs end each in its own turn."""

from contextlib import suppress
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from mentoring import emails, policies
from mentoring.actions.matches import end_with_mentor
from mentoring.models import Match, Mentor, MentorProfile
from mentoring.states import MENTOR, MentorState
from mentoring.under_18 import why_a_vog_is_needed
from mentoring.vetting import code
from people import letters
from people.models import User
from programmes.models import Programme

LOOKED_AT = ("talked_on", "office_checked_on", "vog_on")
"""What an organiser looks at. The code of conduct is not among them: a mentor signs it herself."""


@transaction.atomic
def sign_up_mentor(
    programme: Programme, *, by: User, name: str = "", version: int | None = None, at: datetime | None = None
) -> Mentor:
    """She asks to mentor here and signs the code of conduct; an organiser answers.

    `name`: to be called by. `version`: of the code that she read (None: as it is now); Refused when another one holds.
    """
    at = at or timezone.now()
    text = code.current(at)
    code.require_current(text, text.version if version is None else version)
    policies.require(policies.can_become_mentor(by, programme))
    if not Programme.objects.looking_for_mentors().filter(pk=programme.pk).exists():
        raise Refused(_("Dit programma zoekt nu geen mentoren."))
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if name and name != by.name:
        by.name = name
        by.save(update_fields=["name"])
    signed = {"signed_on": timezone.localdate(at), "signed_version": text.version}
    mentor, is_new = Mentor.objects.get_or_create(programme=programme, user=by, defaults={"asked_at": at, **signed})
    if is_new:
        _note(mentor, "apply", by=by, at=at)
        return mentor
    mentor = lock_mentor(mentor)
    if not MENTOR.allows("apply_again", mentor.state):
        raise Refused(_("Je hebt je hier al aangemeld. Je hoeft niets meer te doen."))
    was, mentor.state = mentor.state, MENTOR.target("apply_again", mentor.state)
    for name, value in {"asked_at": at, "admitted_at": None, "stopped_at": None, **signed}.items():
        setattr(mentor, name, value)
    mentor.save(update_fields=["state", "asked_at", "admitted_at", "stopped_at", *signed])
    _note(mentor, "apply_again", by=by, at=at, was=was)
    return mentor


@transaction.atomic
def note_check(mentor: Mentor, *, by: User, **days: date | None) -> Mentor:
    """That something was looked at, on which day: `talked_on`, `office_checked_on`, `vog_on`.

    Another day for the office says nothing of a result: the year in which she was found goes.
    """
    if unknown := set(days) - set(LOOKED_AT):
        raise ValueError(f"nothing to look at: {sorted(unknown)}")
    needed = why_a_vog_is_needed(mentor.programme)
    mentor = lock_mentor(mentor)
    policies.require(policies.can_vet_mentor(by, mentor))
    if needed and mentor.state == MentorState.ADMITTED and not days.get("vog_on", mentor.vog_on):
        raise Refused(needed)
    if days.get("office_checked_on", mentor.office_checked_on) != mentor.office_checked_on:
        mentor.office_year = None
    for name, day in days.items():
        setattr(mentor, name, day)
    mentor.save(update_fields=[*sorted(days), "office_year"])
    _note(mentor, "check", by=by)
    return mentor


@transaction.atomic
def admit_mentor(mentor: Mentor, *, by: User, at: datetime | None = None) -> Mentor:
    at = at or timezone.now()
    needed = why_a_vog_is_needed(mentor.programme)
    mentor = lock_mentor(mentor)
    policies.require(policies.can_vet_mentor(by, mentor))
    target = MENTOR.target("admit", mentor.state)
    if not mentor.talked_on:
        raise Refused(_("Voer eerst een gesprek. Vul in op welke dag dat was."))
    if not code.is_signed(mentor):
        raise Refused(_("Deze mentor tekende de gedragscode nog niet. Dat kan zij of hij alleen zelf."))
    if needed and not mentor.vog_on:
        raise Refused(needed)
    mentor.admitted_at = at
    return _answered(mentor, "admit", target, by=by, at=at)


@transaction.atomic
def refuse_mentor(mentor: Mentor, *, by: User, at: datetime | None = None) -> Mentor:
    at = at or timezone.now()
    mentor = lock_mentor(mentor)
    policies.require(policies.can_vet_mentor(by, mentor))
    mentor.stopped_at = at
    return _answered(mentor, "refuse", MENTOR.target("refuse", mentor.state), by=by, at=at)


def stop_mentor(mentor: Mentor, *, by: User, at: datetime | None = None) -> Mentor:
    """No longer mentor here. What is going on ends right after, a transaction each.

    Together in one they would wait for each other's locks; what is left when this is cut short, the sweep ends.
    """
    at = at or timezone.now()
    mentor = _stop(mentor, by, at)
    for match in Match.objects.going_on().filter(mentor=mentor):
        with suppress(IllegalMove):  # ended meanwhile
            end_with_mentor(match, by=by, at=at)
    return mentor


@transaction.atomic
def _stop(mentor: Mentor, by: User, at: datetime) -> Mentor:
    mentor = lock_mentor(mentor)
    policies.require(policies.can_stop_mentor(by, mentor))
    was, mentor.state = mentor.state, MENTOR.target("stop", mentor.state)
    mentor.stopped_at = at
    mentor.save(update_fields=["state", "stopped_at"])
    _note(mentor, "stop", by=by, at=at, was=was)
    return mentor


@transaction.atomic
def pause_mentor(*, by: User, until: date, at: datetime | None = None) -> MentorProfile:
    """Nobody new until after this day; whom she helps now stays."""
    if until < timezone.localdate(at):
        raise Refused(_("Kies een dag die nog komt."))
    return _pause(by, until, "pause", at)


@transaction.atomic
def resume_mentor(*, by: User, at: datetime | None = None) -> MentorProfile:
    return _pause(by, None, "resume", at)


def _pause(by: User, until: date | None, verb: str, at: datetime | None) -> MentorProfile:
    profile = MentorProfile.objects.select_for_update().filter(user=by).first()
    if profile is None:
        raise Refused(_("Vul eerst je profiel als mentor in."))
    profile.paused_until = until
    profile.save(update_fields=["paused_until"])
    record(profile, verb, by=by, at=at)
    return profile


def lock_mentor(mentor: Mentor) -> Mentor:
    held = Mentor.objects.select_for_update(of=("self",)).select_related("programme", "user")
    if (locked := held.filter(pk=mentor.pk).first()) is None:
        raise IllegalMove(MENTOR.name, "lock", "gone")
    return locked


def _answered(mentor: Mentor, verb: str, target: str, *, by: User, at: datetime) -> Mentor:
    was, mentor.state = mentor.state, target
    mentor.save(update_fields=["state", "admitted_at", "stopped_at"])
    _note(mentor, verb, by=by, at=at, was=was)
    key = f"mentor_answered:{mentor.key}:{int(at.timestamp() * 1_000_000)}"
    letters.write(emails.mentor_answered, mentor.user, key=key, mentor=mentor.key)
    return mentor


def _note(mentor: Mentor, verb: str, *, by: User, at: datetime | None = None, was: str = "") -> None:
    record(mentor, verb, by=by, was=was, now=mentor.state, scope=mentor.programme.lead_key, at=at)
