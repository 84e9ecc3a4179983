"""What people hear of an event they come to. Each message twice: it says what and where, or it says neither.

Which of the two is written hangs on what coming tells about somebody (`Event.is_sensitive`). A link leads to a page
behind sign-in; the address stands in no mail.
"""

from dataclasses import dataclass

from django.utils import timezone

from people.languages import said
from people.letters import Context, MailClass, Message, address, message
from people.models import User
from programmes.models import Event, Registration


def _own(recipient: User, key: str) -> Registration | None:
    own = Registration.objects.standing().filter(key=key, user=recipient)
    return own.select_related("event__programme").first()


def _coming(recipient: User, key: str) -> Registration | None:
    """Only while she comes and it takes place: a letter that was overtaken is not sent."""
    found = _own(recipient, key)
    return found if found and found.has_place and not found.event.is_cancelled else None


def _neutral(found: Registration | None) -> Context | None:
    if found is None:
        return None
    link = address("programmes:registration", key=found.event.key)
    return {"link": link, "starts_on": timezone.localdate(found.event.starts_at)}


def _practical(found: Registration | None) -> Context | None:
    """The same for an event that became sensitive since the letter was written."""
    context = _neutral(found)
    if found is None or context is None or found.event.is_sensitive:
        return context
    event = found.event
    place = "" if event.online else event.town
    return {**context, "title": said(event, "title"), "place": place, "starts_at": timezone.localtime(event.starts_at)}


@message(MailClass.NEUTRAL)
def event_place(recipient: User, *, registration: str) -> Context | None:
    """There is a place."""
    return _neutral(_coming(recipient, registration))


@message(MailClass.PRACTICAL)
def event_place_named(recipient: User, *, registration: str) -> Context | None:
    return _practical(_coming(recipient, registration))


@message(MailClass.NEUTRAL)
def event_moved_up(recipient: User, *, registration: str) -> Context | None:
    """There is a place after all."""
    return _neutral(_coming(recipient, registration))


@message(MailClass.PRACTICAL)
def event_moved_up_named(recipient: User, *, registration: str) -> Context | None:
    return _practical(_coming(recipient, registration))


@message(MailClass.NEUTRAL)
def event_moved(recipient: User, *, registration: str) -> Context | None:
    """Another time or place."""
    found = _own(recipient, registration)
    return _neutral(found) if found and not found.event.is_cancelled else None


@message(MailClass.PRACTICAL)
def event_moved_named(recipient: User, *, registration: str) -> Context | None:
    found = _own(recipient, registration)
    return _practical(found) if found and not found.event.is_cancelled else None


@message(MailClass.NEUTRAL)
def event_called_off(recipient: User, *, registration: str) -> Context | None:
    """It does not take place."""
    return _neutral(_own(recipient, registration))


@message(MailClass.PRACTICAL)
def event_called_off_named(recipient: User, *, registration: str) -> Context | None:
    return _practical(_own(recipient, registration))


@message(MailClass.NEUTRAL)
def event_reminder(recipient: User, *, registration: str) -> Context | None:
    """Tomorrow."""
    return _neutral(_coming(recipient, registration))


@message(MailClass.PRACTICAL)
def event_reminder_named(recipient: User, *, registration: str) -> Context | None:
    return _practical(_coming(recipient, registration))


@dataclass(frozen=True)
class Pair:
    """One thing to say, with and without what it is about."""

    neutral: Message
    named: Message

    @property
    def name(self) -> str:
        return self.neutral.name.rpartition(".")[2]

    def of(self, event: Event) -> Message:
        return self.neutral if event.is_sensitive else self.named


PLACE = Pair(event_place, event_place_named)
MOVED_UP = Pair(event_moved_up, event_moved_up_named)
MOVED = Pair(event_moved, event_moved_named)
CALLED_OFF = Pair(event_called_off, event_called_off_named)
REMINDER = Pair(event_reminder, event_reminder_named)
