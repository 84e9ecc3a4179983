"""Signing the code, telling of an office and finding it in a result, and the material that mentors get."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elections.models import Body, ElectedCandidate
from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring import policies
from mentoring.actions.mentors import lock_mentor
from mentoring.models import HeldOffice, Mentor, MentorMaterial
from mentoring.vetting import code, results
from mentoring.vetting.policies import can_sign_code
from people.models import User
from programmes.models import Programme
from programmes.policies import organises


@transaction.atomic
def sign_code(mentor: Mentor, *, version: int, by: User, at: datetime | None = None) -> Mentor:
    """Her own press, on the version that she read. Refused when another one holds by now."""
    at = at or timezone.now()
    mentor = lock_mentor(mentor)
    policies.require(can_sign_code(by, mentor))
    text = code.current(at)
    code.require_current(text, version)
    if not code.is_behind(mentor, text):
        raise Refused(_("Je tekende deze gedragscode al. Je hoeft niets meer te doen."))
    mentor.signed_on, mentor.signed_version = timezone.localdate(at), version
    mentor.save(update_fields=["signed_on", "signed_version"])
    _note(mentor, "sign", by=by, at=at)
    return mentor


@transaction.atomic
def tell_office(
    *,
    by: User,
    office: str,
    body: Body,
    since: int,
    until: int | None = None,
    listed_as: str = "",
    at: datetime | None = None,
) -> HeldOffice:
    """In her own words. What was looked at before was about other words: those days fall away."""
    policies.require(policies.can_keep_mentor_profile(by))
    at = at or timezone.now()
    mentorships = _locked_of(by)
    told = {
        "office": office,
        "place": body.slug,
        "years": f"{since}-{until or ''}",
        "listed_as": listed_as,
    }
    held = HeldOffice.objects.filter(user=by).first()
    if held and all(getattr(held, name) == value for name, value in told.items()):
        return held
    held, _made = HeldOffice.objects.update_or_create(user=by, defaults={**told, "told_at": at})
    _uncheck(mentorships)
    record(by, "tell_office", by=by, at=at)
    return held


@transaction.atomic
def forget_office(*, by: User, at: datetime | None = None) -> None:
    """Nothing of it stays, and neither does that it was looked at."""
    mentorships = _locked_of(by)
    deleted, _rows = HeldOffice.objects.filter(user=by).delete()
    if deleted:
        _uncheck(mentorships)
        record(by, "forget_office", by=by, at=at)


@transaction.atomic
def confirm_office(mentor: Mentor, elected: ElectedCandidate, *, by: User, at: datetime | None = None) -> Mentor:
    """The organiser recognises her in a result: kept are the day and the year of the election, not which line it is."""
    at = at or timezone.now()
    mentor = lock_mentor(mentor)
    policies.require(policies.can_vet_mentor(by, mentor))
    held = HeldOffice.objects.filter(user=mentor.user_id).first()
    found = {one.pk: one for one in results.possible(held)} if held else {}
    if elected.pk not in found:
        raise Refused(_("Deze naam past niet meer bij wat de mentor vertelde. Kijk opnieuw."))
    mentor.office_checked_on = timezone.localdate(at)
    mentor.office_year = found[elected.pk].body_election.election_day.year
    mentor.save(update_fields=["office_checked_on", "office_year"])
    _note(mentor, "check", by=by, at=at)
    return mentor


@transaction.atomic
def add_material(programme: Programme, *, by: User, at: datetime | None = None, **words: Any) -> MentorMaterial:
    policies.require(organises(by, programme))
    material = MentorMaterial.objects.create(programme=programme, added_at=at or timezone.now(), **words)
    record(material, "add", by=by, scope=programme.lead_key, at=at)
    return material


@transaction.atomic
def remove_material(material: MentorMaterial, *, by: User, at: datetime | None = None) -> None:
    policies.require(organises(by, material.programme))
    record(material, "remove", by=by, scope=material.programme.lead_key, at=at)
    MentorMaterial.objects.filter(pk=material.pk).delete()


def _locked_of(user: User) -> list[Mentor]:
    """Her account first, so that two windows make one office; then each mentorship."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    return list(Mentor.objects.select_for_update(of=("self",)).filter(user=user).order_by("pk"))


def _uncheck(mentorships: list[Mentor]) -> None:
    for mentor in mentorships:
        mentor.office_checked_on = mentor.office_year = None
        mentor.save(update_fields=["office_checked_on", "office_year"])


def _note(mentor: Mentor, verb: str, *, by: User, at: datetime) -> None:
    record(mentor, verb, by=by, was=mentor.state, now=mentor.state, scope=mentor.programme.lead_key, at=at)
