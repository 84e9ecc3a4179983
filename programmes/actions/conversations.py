"""The talk before an answer: planned by an organiser, asked for at another time by the person, held."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.messages import Message
from people.models import User
from programmes import policies
from programmes.actions.turns import lock_application, lock_edition
from programmes.models import Application, Conversation, Edition
from programmes.models.conversation import LONGEST_NOTE
from programmes.review.emails import conversation_cancelled, conversation_planned
from programmes.states import CONVERSATION


@transaction.atomic
def plan_conversation(
    application: Application, *, starts_at: datetime, form: str, where: str, by: User, at: datetime | None = None
) -> Conversation:
    """For the first time, or anew; the person is mailed each time that day, time or place changed."""
    at = at or timezone.now()
    application = lock_application(application)
    policies.require(policies.can_decide_application(by, application))
    if not Application.objects.undecided().filter(pk=application.pk).exists():
        raise Refused(_("Deze aanmelding wacht niet meer op antwoord."))
    if starts_at <= at:
        raise Refused(_("Kies een dag en een tijd die nog komen."))
    found = Conversation.objects.select_for_update(of=("self",)).filter(application=application).first()
    facts = {"starts_at": starts_at, "form": form, "where": where.strip()}
    if found is None:
        found = Conversation.objects.create(application=application, planned_at=at, **facts)
        verb, was = "plan", ""
    else:
        if found.is_to_come and all(getattr(found, name) == value for name, value in facts.items()):
            return found  # a second press
        verb, was = "plan_again", found.state
        found.state = CONVERSATION.target(verb, found.state)
        found.planned_at = at
        for name, value in facts.items():
            setattr(found, name, value)
        found.save()
    found.application = application
    _note(found, verb, by, was=was)
    _tell(conversation_planned, found, at)
    return found


@transaction.atomic
def plan_conversations(
    edition: Edition,
    applications: Sequence[Application],
    *,
    starts_at: datetime,
    apart: timedelta,
    form: str,
    where: str,
    by: User,
    at: datetime | None = None,
) -> list[Conversation]:
    """One after another, in this order: all of them, or none."""
    lock_edition(edition)
    moments = [starts_at + number * apart for number in range(len(applications))]
    return [
        plan_conversation(one, starts_at=moment, form=form, where=where, by=by, at=at)
        for one, moment in zip(applications, moments, strict=True)
    ]


@transaction.atomic
def ask_other_time(conversation: Conversation, *, by: User) -> Conversation:
    """The person cannot come then; the organiser sees it at the desk."""
    conversation = _locked(conversation)
    policies.require(policies.is_own_application(by, conversation.application))
    return _move(conversation, "ask_other", by)


@transaction.atomic
def hold_conversation(conversation: Conversation, *, note: str, by: User) -> Conversation:
    """It was held; `note` is read by the person too."""
    conversation = _to_arrange(conversation, by)
    note = note.strip()
    if len(note) > LONGEST_NOTE:
        raise Refused(_("Maak het korter: hoogstens %(most)s tekens.") % {"most": LONGEST_NOTE})
    conversation.note = note
    return _move(conversation, "hold", by)


@transaction.atomic
def hold_conversations(edition: Edition, conversations: Iterable[Conversation], *, by: User) -> None:
    """All of them were held; what is written of one stays as it is."""
    lock_edition(edition)
    for conversation in conversations:
        hold_conversation(conversation, note=conversation.note, by=by)


@transaction.atomic
def cancel_conversation(conversation: Conversation, *, by: User, at: datetime | None = None) -> Conversation:
    conversation = _move(_to_arrange(conversation, by), "cancel", by)
    _tell(conversation_cancelled, conversation, at or timezone.now())
    return conversation


def _locked(conversation: Conversation) -> Conversation:
    application = lock_application(conversation.application)
    found = Conversation.objects.select_for_update(of=("self",)).filter(pk=conversation.pk).first()
    if found is None:
        raise IllegalMove(CONVERSATION.name, "lock", "gone")
    found.application = application
    return found


def _to_arrange(conversation: Conversation, by: User) -> Conversation:
    conversation = _locked(conversation)
    policies.require(policies.can_decide_application(by, conversation.application))
    return conversation


def _move(conversation: Conversation, verb: str, by: User) -> Conversation:
    was, conversation.state = conversation.state, CONVERSATION.target(verb, conversation.state)
    conversation.save(update_fields=["state", "note"])
    _note(conversation, verb, by, was=was)
    return conversation


def _note(conversation: Conversation, verb: str, by: User, was: str) -> None:
    edition = conversation.edition
    scope = edition.programme.lead_key
    record(conversation, verb, by=by, was=was, now=conversation.state, scope=scope, edition=edition.key)


def _tell(message: Message, conversation: Conversation, at: datetime) -> None:
    name = message.name.partition(".")[2]
    key = f"{name}:{conversation.key}:{int(at.timestamp() * 1_000_000)}"
    letters.write(message, conversation.application.user, key=key, conversation=conversation.key)
