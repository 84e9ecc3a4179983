"""Coming to an event or not, and what everybody hears when the event itself changes.

Locked are, in this order, the person (where a name goes on to her account), the event, which owns the number of
places, and the registration: so that two who want the last place come one after the other.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.page_cache import purge
from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people import letters
from people.models import User
from people.policies import require
from programmes.actions.turns import lock_person
from programmes.agenda import emails, policies
from programmes.models import Event, Registration
from programmes.states import REGISTRATION, RegistrationState

REMIND_AHEAD = timedelta(days=1)
# What people have in their own calendars, or need to get there.
SAID_BEFORE = ("starts_at", "ends_at", "online", "town", "address")


class NotOpen(Refused):
    """This event takes no registrations now; what was typed is kept."""


@transaction.atomic
def register(event: Event, *, by: User, name: str = "", at: datetime | None = None) -> Registration:
    """A place, or one on the waiting list when all are taken. A second press finds what the first one made."""
    at = at or timezone.now()
    lock_person(by)
    event = _lock(event)
    require(policies.can_come(by, event))
    found = Registration.objects.select_for_update(of=("self",)).filter(event=event, user=by).first()
    if found is not None and found.stands:
        return found
    if not event.takes_registrations(at):
        raise NotOpen(_("Inschrijven voor deze bijeenkomst kan nu niet meer."))
    said = event.availability(at)
    _be_called(by, name)
    _move_up(event, at)  # who waited comes first
    registration = _again(found, event, at, by) if found else _new(event, by, at)
    if registration.has_place:
        _tell(emails.PLACE, registration)
    _purge_if_said_otherwise(event, said, at)
    return registration


@transaction.atomic
def cancel_registration(registration: Registration, *, by: User, at: datetime | None = None) -> Registration:
    """The place goes to who waited longest."""
    at = at or timezone.now()
    event = _lock(registration.event)
    registration = _lock_registration(registration, event)
    require(policies.can_cancel_registration(by, registration))
    if event.has_begun(at) or event.is_cancelled:
        raise Refused(_("Deze bijeenkomst is begonnen of gaat niet door. Afzeggen hoeft niet meer."))
    said = event.availability(at)
    registration.cancelled_at = at
    _move(registration, "cancel", by=by, at=at)
    _move_up(event, at)
    _purge_if_said_otherwise(event, said, at)
    return registration


@transaction.atomic
def call_off(event: Event, *, by: User, at: datetime | None = None) -> Event:
    """It does not take place: whoever was coming or waiting hears it once. There is no way back."""
    at = at or timezone.now()
    event = _lock(event)
    require(policies.can_call_off(by, event))
    if event.is_cancelled:
        return event  # a second press
    if event.is_over(at):
        raise Refused(_("Deze bijeenkomst is al geweest."))
    event.cancelled_at, event.sequence = at, event.sequence + 1
    event.save(update_fields=["cancelled_at", "sequence"])
    record(event, "call_off", by=by, scope=event.organisation.key, at=at)
    for registration in _standing(event):
        _tell(emails.CALLED_OFF, registration)
    purge()
    return event


def take_over_changes(event: Event) -> Event:
    """Before a form saves the whole row: locks it, takes over what was pressed since the form read it.

    Gives the event as it was, for `tell_of_changes`.
    """
    current = _lock(event)
    event.cancelled_at, event.sequence = current.cancelled_at, current.sequence
    return current


def tell_of_changes(event: Event, was: Event, *, by: User, at: datetime | None = None) -> None:
    """After the form: another time or place is told once to all, and more places go to who waits."""
    at = at or timezone.now()
    record(event, "change", by=by, scope=event.organisation.key, at=at)
    if event.is_cancelled or event.is_over(at):
        return
    if any(getattr(event, name) != getattr(was, name) for name in SAID_BEFORE):
        event.sequence += 1
        event.save(update_fields=["sequence"])
        for registration in _standing(event):
            _tell(emails.MOVED, registration)
        if event.starts_at != was.starts_at:
            event.registrations.update(reminded_at=None)  # of the day that it is now
    _move_up(event, at)


def move_up_all(at: datetime | None = None) -> int:
    """The sweep of each minute: places that came free without a press, such as of who was erased."""
    at = at or timezone.now()
    waiting = Registration.objects.waiting().values("event")
    events = Event.objects.going_ahead().to_begin(at).filter(pk__in=waiting)
    return sum(_move_up_in(event, at) for event in events)


def remind(at: datetime | None = None) -> int:
    """The same sweep: who comes hears it once more, a day before."""
    at = at or timezone.now()
    soon = Event.objects.going_ahead().within(REMIND_AHEAD, at)
    due = Registration.objects.registered().filter(event__in=soon, reminded_at=None)
    return sum(_remind(registration, at) for registration in due.select_related("event"))


@transaction.atomic
def _move_up_in(event: Event, at: datetime) -> int:
    event = _lock(event)
    said = event.availability(at)
    moved = _move_up(event, at)
    if moved:
        _purge_if_said_otherwise(event, said, at)
    return moved


@transaction.atomic
def _remind(registration: Registration, at: datetime) -> bool:
    event = _lock(registration.event)
    locked = Registration.objects.select_for_update(of=("self",)).registered().filter(pk=registration.pk).first()
    if locked is None or locked.reminded_at or event.is_cancelled:
        return False  # something came between
    locked.event = event
    locked.reminded_at = at
    locked.save(update_fields=["reminded_at"])
    _tell(emails.REMINDER, locked)
    return True


def _lock(event: Event) -> Event:
    """The row that owns the places."""
    every = Event.objects.select_for_update(of=("self",)).select_related("organisation", "programme")
    if (locked := every.filter(pk=event.pk).first()) is None:
        raise IllegalMove(REGISTRATION.name, "lock", "gone")
    return locked


def _lock_registration(registration: Registration, event: Event) -> Registration:
    own = Registration.objects.select_for_update(of=("self",)).select_related("user").filter(pk=registration.pk)
    if (locked := own.first()) is None:
        raise IllegalMove(REGISTRATION.name, "lock", "gone")
    locked.event = event
    return locked


def _standing(event: Event) -> Iterable[Registration]:
    """Who hears of a change, with the event at hand."""
    for registration in event.registrations.standing().select_related("user"):
        registration.event = event
        yield registration


def _has_room(event: Event) -> bool:
    return event.capacity is None or event.registrations.registered().count() < event.capacity


def _new(event: Event, by: User, at: datetime) -> Registration:
    state = RegistrationState.REGISTERED if _has_room(event) else RegistrationState.WAITING
    made = Registration.objects.create(
        event=event, user=by, state=state, registered_at=at, reminded_at=_no_need(event, at)
    )
    _note(made, "register", by=by, at=at)
    return made


def _again(registration: Registration, event: Event, at: datetime, by: User) -> Registration:
    registration.event = event
    registration.registered_at, registration.cancelled_at = at, None
    registration.reminded_at = _no_need(event, at)
    return _move(registration, "register_again", by=by, at=at, has_room=_has_room(event))


def _no_need(event: Event, at: datetime) -> datetime | None:
    """Who registers on the last day needs no second mail on that day."""
    return at if event.starts_at - REMIND_AHEAD <= at else None


def _move_up(event: Event, at: datetime) -> int:
    """Of the event, which is locked: as many as there is room for, who waited longest first."""
    if event.is_cancelled or event.has_begun(at):
        return 0
    waiting = event.registrations.waiting().select_related("user").select_for_update(of=("self",))
    if event.capacity is not None:
        waiting = waiting[: max(event.capacity - event.registrations.registered().count(), 0)]
    moved = list(waiting)
    for registration in moved:
        registration.event = event
        _move(registration, "move_up", by=None, at=at)
        _tell(emails.MOVED_UP, registration)
    return len(moved)


def _move(registration: Registration, verb: str, *, by: User | None, at: datetime, **facts: object) -> Registration:
    was, registration.state = registration.state, REGISTRATION.target(verb, registration.state, **facts)
    registration.save()
    _note(registration, verb, by=by, at=at, was=was)
    return registration


def _be_called(user: User, name: str) -> None:
    if name and name != user.name:
        user.name = name
        user.save(update_fields=["name"])


def _tell(messages: emails.Pair, registration: Registration) -> None:
    """Once for each time that the event stands at, in the class that its programme allows."""
    event = registration.event
    message = messages.of(event)
    since = int(registration.registered_at.timestamp() * 1_000_000)  # who comes back is told again
    letters.write(
        message,
        registration.user,
        key=f"{messages.name}:{registration.key}:{event.sequence}:{since}",
        registration=registration.key,
    )


def _note(registration: Registration, verb: str, *, by: User | None, at: datetime, was: str = "") -> None:
    event = registration.event
    record(
        registration, verb, by=by, was=was, now=registration.state, scope=event.organisation.key, at=at, event=event.key
    )


def _purge_if_said_otherwise(event: Event, said: str, at: datetime) -> None:
    """Kept pages say whether there is room: in words, so most presses change nothing there."""
    if event.availability(at) != said:
        purge()
