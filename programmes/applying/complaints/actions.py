"""Complaining, taking that back, and answering it. Locked is the application, and then the complaint."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.models import Membership, User
from people.policies import require
from programmes.actions.turns import lock_application
from programmes.applying.complaints import emails, policies
from programmes.models import Application, Complaint
from programmes.states import COMPLAINT

ANSWERED_WITHIN = timedelta(weeks=6)


@transaction.atomic
def complain(application: Application, words: str, *, by: User, at: datetime | None = None) -> Complaint:
    """Refused while an earlier one waits for its answer."""
    at = at or timezone.now()
    application = lock_application(application)
    require(policies.can_complain(by, application))
    if Complaint.objects.waiting().filter(application=application).exists():
        raise Refused(_("Je klacht is al verstuurd. Je krijgt daar eerst antwoord op."))
    complaint = Complaint.objects.create(
        application=application, words=words, sent_at=at, answer_by=timezone.localdate(at + ANSWERED_WITHIN)
    )
    _note(complaint, "complain", by=by, at=at)
    for organiser in _organisers(complaint).exclude(pk=by.pk):
        key = f"complaint:{complaint.key}:{organiser.pk}"
        letters.write(emails.complaint_waits, organiser, key=key, complaint=complaint.key)
    return complaint


@transaction.atomic
def take_back_complaint(complaint: Complaint, *, by: User, at: datetime | None = None) -> Complaint:
    """Her words go at once."""
    complaint = _lock(complaint)
    require(policies.can_take_back_complaint(by, complaint))
    return _move(complaint, "take_back", by=by, at=at, words="")


@transaction.atomic
def answer_complaint(complaint: Complaint, words: str, *, by: User, at: datetime | None = None) -> Complaint:
    complaint = _lock(complaint)
    require(policies.can_answer_complaint(by, complaint))
    complaint = _move(complaint, "answer", by=by, at=at, answer=words)
    person = complaint.application.user
    letters.write(emails.complaint_answered, person, key=f"complaint_answered:{complaint.key}", complaint=complaint.key)
    return complaint


def _lock(complaint: Complaint) -> Complaint:
    application = lock_application(complaint.application)
    found = Complaint.objects.select_for_update(of=("self",)).filter(pk=complaint.pk).first()
    if found is None:
        raise IllegalMove(COMPLAINT.name, "lock", "gone")
    found.application = application
    return found


def _move(complaint: Complaint, verb: str, *, by: User, at: datetime | None, **fields: str) -> Complaint:
    was, complaint.state = complaint.state, COMPLAINT.target(verb, complaint.state)
    complaint.closed_at = at or timezone.now()
    for name, value in fields.items():
        setattr(complaint, name, value)
    complaint.save(update_fields=["state", "closed_at", *fields])
    _note(complaint, verb, by=by, was=was, at=complaint.closed_at)
    return complaint


def _note(complaint: Complaint, verb: str, *, by: User, was: str = "", at: datetime | None = None) -> None:
    application = complaint.application
    record(
        complaint,
        verb,
        by=by,
        was=was,
        now=complaint.state,
        scope=application.edition.programme.lead_key,
        at=at,
        application=application.key,
    )


def _organisers(complaint: Complaint) -> "QuerySet[User]":
    """Of each organisation at whose desk the application stands."""
    carriers = complaint.application.edition.programme.carriers.filter(since__lte=complaint.application.seen_since)
    members = User.objects.filter(
        memberships__role=Membership.Role.ORGANISER, memberships__organisation__in=carriers.values("organisation")
    )
    return members.distinct().order_by("pk")
