"""From a place to the end of an edition, and what becomes of it when someone leaves or takes a consent back."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from people import consent, letters
from people.models import User
from programmes import policies
from programmes.actions.turns import lock_edition, lock_participation, lock_person, note
from programmes.actions.waiting import move_up
from programmes.consent_purposes import FOLLOW_UP
from programmes.emails import participation_completed
from programmes.models import Application, Edition, GroupMember, Participation
from programmes.states import APPLICATION, PARTICIPATION, EditionState, ParticipationState


def begin(application: Application, *, by: User, at: datetime) -> Participation:
    """For who accepted a place, with the application locked: at once under way where the edition is.

    Someone who left and was admitted again goes on with the row that is there.
    """
    own = Participation.objects.select_for_update(of=("self",)).filter(user=application.user_id)
    found = own.filter(edition=application.edition).first()
    if found is None:
        found = Participation.objects.create(edition=application.edition, user=application.user, admitted_at=at)
        note(found, "admit", by, at=at)
    else:
        found.edition = application.edition
        found.admitted_at, found.left_at, found.started_at = at, None, None
        found.leaving_reason = ""
        _move(found, "admit_again", by=by, at=at)
    if application.edition.state == EditionState.RUNNING:
        _start(found, by=by, at=at)
    return found


def start_all(edition: Edition, *, by: User | None, at: datetime | None = None) -> None:
    """With the edition, which is locked."""
    for participation in _all_in(edition, ParticipationState.ADMITTED):
        _start(participation, by=by, at=at or timezone.now())


def complete_all(edition: Edition, *, by: User | None, at: datetime | None = None) -> None:
    """With the edition, which is locked: whoever is still there has done it."""
    for participation in _all_in(edition, ParticipationState.STARTED):
        _complete(participation, by=by, at=at or timezone.now())


@transaction.atomic
def complete_participation(participation: Participation, *, by: User, at: datetime | None = None) -> Participation:
    participation = lock_participation(participation)
    policies.require(policies.can_complete_participation(by, participation))
    return _complete(participation, by=by, at=at or timezone.now())


@transaction.atomic
def leave_participation(
    participation: Participation, *, by: User, reason: str = "", at: datetime | None = None
) -> Participation:
    """An organiser says that someone stopped: the place is free, so the application is no longer admitted.

    `reason` is a LeavingReason, or "" where nobody said why; the person reads it.
    """
    at = at or timezone.now()
    lock_person(participation.user)
    participation = lock_participation(participation)
    policies.require(policies.can_leave_participation(by, participation))
    participation.leaving_reason = reason
    _leave(participation, by=by, at=at)
    applied = Application.objects.select_for_update(of=("self",)).filter(
        edition=participation.edition, user=participation.user_id
    )
    if (application := applied.first()) and APPLICATION.allows("withdraw", application.state):
        application.edition = participation.edition
        was, application.state = application.state, APPLICATION.target("withdraw", application.state)
        application.withdrawn_at = at
        application.save(update_fields=["state", "withdrawn_at"])
        note(application, "withdraw", by, was=was, at=at)
        move_up(participation.edition, at)
    return participation


def end_with(application: Application, *, by: User, at: datetime) -> None:
    """The application was withdrawn, and is locked: what followed from it ends.

    IllegalMove when it was completed, but for one that rests on a consent: that goes altogether.
    """
    own = Participation.objects.select_for_update(of=("self",)).filter(user=application.user_id)
    found = own.filter(edition=application.edition).exclude(state=ParticipationState.LEFT).first()
    if found is not None and not (found.is_completed and application.edition.is_sensitive):
        found.edition = application.edition
        _leave(found, by=by, at=at)


@transaction.atomic
def answer_follow_up(participation: Participation, *, agrees: bool, by: User, at: datetime | None = None) -> None:
    """Whether we may ask, once, after the election. Either answer is the last time we put the question."""
    at = at or timezone.now()
    lock_person(by)
    participation = lock_participation(participation)
    policies.require(policies.can_answer_follow_up(by, participation))
    if participation.follow_up_answered_at or not participation.is_completed:
        return  # a second press
    if agrees:
        consent.give(by, FOLLOW_UP.name, about=participation.edition.key, at=at)
    participation.follow_up_answered_at = at
    participation.save(update_fields=["follow_up_answered_at"])
    note(participation, "answer_follow_up", by, was=participation.state, at=at)


@transaction.atomic
def forget_participations(user: User, about: UUID | None) -> None:
    """What it rested on was taken back: it goes at once."""
    for edition in Edition.objects.filter(key=about, participations__user=user):
        edition = lock_edition(edition)
        for participation in Participation.objects.select_for_update(of=("self",)).filter(edition=edition, user=user):
            participation.edition = edition
            note(participation, "forget", user, was=participation.state)
            before_they_go([participation])
            participation.delete()


def before_they_go(participations: list[Participation]) -> None:
    """What rests on these on higher floors ends first, so that whoever else it concerns hears of it."""
    for path in settings.BEFORE_PARTICIPATIONS_GO:
        import_string(path)(participations)


@transaction.atomic
def forget_followed_up(user: User, about: UUID | None) -> None:
    """The yes to one question after the election was taken back, and with it that she took part."""
    forget_participations(user, about)


def _all_in(edition: Edition, state: str) -> list[Participation]:
    rows = Participation.objects.select_for_update(of=("self",)).select_related("user").order_by("pk")
    found = list(rows.filter(edition=edition, state=state))
    for participation in found:
        participation.edition = edition
    return found


def _start(participation: Participation, *, by: User | None, at: datetime) -> None:
    participation.started_at = at
    _move(participation, "start", by=by, at=at)


def _leave(participation: Participation, *, by: User, at: datetime) -> None:
    participation.left_at = at
    GroupMember.objects.filter(participation=participation).delete()  # the group sees a name of who takes part
    _move(participation, "leave", by=by, at=at)


def _complete(participation: Participation, *, by: User | None, at: datetime) -> Participation:
    participation.completed_at = at
    _move(participation, "complete", by=by, at=at)
    letters.write(
        participation_completed,
        participation.user,
        key=f"participation_completed:{participation.key}",
        participation=participation.key,
    )
    return participation


def _move(participation: Participation, verb: str, *, by: User | None, at: datetime) -> None:
    was, participation.state = participation.state, PARTICIPATION.target(verb, participation.state)
    participation.save()
    note(participation, verb, by, was=was, at=at)
