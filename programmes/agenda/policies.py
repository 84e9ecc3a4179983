"""Who may come to an event, who sees where it is, and who runs it."""

from datetime import datetime

from people.roles import Visitor, is_administrator
from programmes.models import Event, Participation, Registration
from programmes.safety.threat import is_threatened
from programmes.states import REGISTRATION


def can_come(user: Visitor, event: Event) -> bool:
    """With an account: to what is public, and to what is for those who take part in the programme.

    Whether it takes registrations now is no matter of rights.
    """
    return user.is_authenticated and Event.objects.open_to(user).filter(pk=event.pk).exists()


def is_own_registration(user: Visitor, registration: Registration) -> bool:
    return user.is_authenticated and registration.user_id == user.pk


def can_cancel_registration(user: Visitor, registration: Registration) -> bool:
    return is_own_registration(user, registration)


def shows_cancel(user: Visitor, registration: Registration, at: datetime | None = None) -> bool:
    """Whether the button stands there: not for what has begun or is called off."""
    event = registration.event
    return (
        can_cancel_registration(user, registration)
        and REGISTRATION.allows("cancel", registration.state)
        and not event.is_cancelled
        and not event.has_begun(at)
    )


def can_see_address(user: Visitor, event: Event, at: datetime | None = None) -> bool:
    """Who has a place. Where nobody registers: who takes part in its programme. Never too early or under threat."""
    if not user.is_authenticated or event.is_cancelled or not event.shows_address(at):
        return False
    if is_threatened(event.programme):
        return False
    if event.has_registering:
        return event.registrations.registered().filter(user=user.pk).exists()
    own = Participation.objects.under_way().filter(user=user.pk, edition__programme=event.programme_id)
    return event.programme_id is not None and own.exists()


def can_read_registrations(user: Visitor, event: Event) -> bool:
    """At the desk of the organisation whose event it is. Not for an administrator: operation needs nobody's name."""
    return Event.objects.organised_by(user).filter(pk=event.pk).exists()


def can_call_off(user: Visitor, event: Event) -> bool:
    return is_administrator(user) or can_read_registrations(user, event)
