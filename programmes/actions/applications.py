"""From the first saved step of an application to sending or withdrawing it.

Locked are, in this order, the person (where the act touches her account or a consent), the edition and
the application: so that closing and applying, or two presses on the same button, come one after the other.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from people import consent, letters
from people.models import User
from programmes import policies
from programmes.actions.participations import end_with, forget_participations
from programmes.actions.turns import lock_application, lock_edition, lock_person, note
from programmes.actions.waiting import move_up
from programmes.applying.answers import forget_unasked, write_answers
from programmes.applying.steps import consent_purpose, first_unfinished
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.emails import application_received
from programmes.models import Application, Conversation, Edition, Question, SupporterCode
from programmes.review.actions import stop_reading
from programmes.states import APPLICATION, TAKES_A_PLACE, ApplicationState


class Closed(Refused):
    """The edition takes no applications now; what was typed before is kept."""


class AlreadySent(Refused):
    """This application was sent before, perhaps in another window."""


class NotHerOwn(Refused):
    """Somebody helped, and the person did not say yet that the answers are hers."""


class Unfinished(Refused):
    """A step is not complete; `step` is its number."""

    def __init__(self, text: str, step: int) -> None:
        super().__init__(text)
        self.step = step


@transaction.atomic
def begin_application(edition: Edition, *, by: User, at: datetime | None = None) -> Application:
    """The draft of this person for this edition: a new one, the one begun before, or again after withdrawing."""
    at = at or timezone.now()
    lock_person(by)  # the first step goes on to her name
    edition = lock_edition(edition)
    policies.require(policies.can_apply(by, edition))
    _need_open(edition, at)
    stop_reading(edition, by=by)
    application, is_new = Application.objects.get_or_create(
        edition=edition, user=by, defaults={"begun_at": at, "saved_at": at}
    )
    if is_new:
        note(application, "begin", by)
    elif application.state == ApplicationState.WITHDRAWN:
        was, application.state = application.state, APPLICATION.target("begin_again", application.state)
        application.begun_at = application.saved_at = at
        application.submitted_at = application.withdrawn_at = application.decided_at = application.answer_until = None
        application.decision_words = ""
        application.save()
        application.reviews.all().delete()  # they were about what was taken back
        Conversation.objects.filter(application=application).delete()
        note(application, "begin_again", by, was=was)
    return application


@transaction.atomic
def introduce_yourself(
    application: Application, *, name: str, old_enough: bool, by: User, at: datetime | None = None
) -> Application:
    """The first step: a name to be called by, and a yes to the minimum age."""
    lock_person(by)
    application = _draft(application, by)
    by.name = name
    by.save(update_fields=["name"])
    application.old_enough = old_enough
    return _saved(application, at)


@transaction.atomic
def save_answers(
    application: Application, answers: Mapping[Question, str], *, by: User, at: datetime | None = None
) -> Application:
    """Keep what was filled in on one step: also half of it, and also when the term has just gone by."""
    application = _draft(application, by)
    write_answers(application, answers, at)
    forget_unasked(application)
    return application


@transaction.atomic
def agree_to_reveal(application: Application, *, by: User, at: datetime | None = None) -> Application:
    """An explicit yes to what taking part shows of health or origin."""
    lock_person(by)
    application = _draft(application, by)
    if purpose := consent_purpose(application.edition):
        consent.give(by, purpose, about=application.edition.key, at=at)
    return _saved(application, at)


@transaction.atomic
def submit_application(
    application: Application, *, by: User, own_words: bool = False, at: datetime | None = None
) -> Application:
    """`own_words`: the person says that the answers are hers. Asked where somebody helped, and kept nowhere."""
    at = at or timezone.now()
    application = lock_application(application)
    policies.require(policies.can_submit_application(by, application))
    _need_draft(application)
    _need_open(application.edition, at)
    if (step := first_unfinished(application)) is not None:
        raise Unfinished(_("Er ontbreekt nog iets bij stap %(number)s.") % {"number": step.number}, step.number)
    if application.helped_at and not own_words:
        raise NotHerOwn(_("Kruis aan dat dit jouw antwoorden zijn."))
    forget_unasked(application)
    SupporterCode.objects.filter(application=application).delete()
    was, application.state = application.state, APPLICATION.target("submit", application.state)
    application.submitted_at, application.saved_at, application.helped_at = at, at, None
    application.save(update_fields=["state", "submitted_at", "saved_at", "helped_at"])
    note(application, "submit", by, was=was)
    letters.write(
        application_received,
        by,
        key=f"application_received:{application.key}:{int(at.timestamp() * 1_000_000)}",
        application=application.key,
    )
    return application


@transaction.atomic
def agree_after_sending(application: Application, *, by: User, at: datetime | None = None) -> None:
    """A yes to what the edition reveals since the application was sent; the desk may read it from now on."""
    lock_person(by)
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    if application.asks_consent:  # a second press, or a looser word meanwhile, finds nothing to agree to
        consent.give(by, APPLICATION_REVEALS.name, about=application.edition.key, at=at)
        note(application, "agree", by, was=application.state)


@transaction.atomic
def withdraw_application(application: Application, *, by: User, at: datetime | None = None) -> None:
    """Possible from sending to the end of taking part, which ends with it.

    Where it rests on a consent, that is taken back and all is deleted.
    Also when that consent was never given: saying no to what is asked since then leaves nothing behind.
    """
    lock_person(by)
    application = lock_application(application)
    policies.require(policies.can_withdraw_application(by, application))
    was, application.state = application.state, APPLICATION.target("withdraw", application.state)
    application.withdrawn_at = at or timezone.now()
    application.save(update_fields=["state", "withdrawn_at"])
    note(application, "withdraw", by, was=was)
    end_with(application, by=by, at=application.withdrawn_at)
    _take_back_consent(application, by)
    if application.edition.is_sensitive:
        forget_participations(by, application.edition.key)
        Application.objects.filter(pk=application.pk).delete()
    if was in TAKES_A_PLACE:
        move_up(application.edition, application.withdrawn_at)


@transaction.atomic
def discard_draft(application: Application, *, by: User) -> None:
    """Throw a draft away, with every answer in it."""
    lock_person(by)
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    _need_draft(application)
    note(application, "discard", by)
    _take_back_consent(application, by)
    Application.objects.filter(pk=application.pk).delete()


@transaction.atomic
def forget_application(user: User, about: UUID | None) -> None:
    """The consent it rested on was taken back: the application goes at once, and the participation that followed."""
    forget_participations(user, about)
    for application in Application.objects.filter(user=user, edition__key=about).select_related("edition"):
        application = lock_application(application)
        note(application, "forget", user, was=application.state)
        application.delete()


def _draft(application: Application, by: User) -> Application:
    application = lock_application(application)
    policies.require(policies.can_change_application(by, application))
    _need_draft(application)
    return application


def _need_draft(application: Application) -> None:
    if application.state != ApplicationState.DRAFT:
        raise AlreadySent(_("Je hebt je al aangemeld. Je hoeft niets meer te doen."))


def _need_open(edition: Edition, at: datetime | None) -> None:
    if not edition.is_open(at):
        raise Closed(_("Aanmelden kan nu niet. De termijn is voorbij of nog niet begonnen."))


def _saved(application: Application, at: datetime | None) -> Application:
    application.saved_at = at or timezone.now()
    application.save(update_fields=["old_enough", "saved_at"])
    return application


def _take_back_consent(application: Application, by: User) -> None:
    """Whatever the edition says today: a yes that was given may not stay behind."""
    consent.withdraw(by, APPLICATION_REVEALS.name, about=application.edition.key)
