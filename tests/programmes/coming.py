"""An event that takes registrations, in the agenda of somebody's organisation."""

from datetime import timedelta
from typing import Any

import icalendar
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from people.models import Membership, User
from programmes.agenda.actions import register
from programmes.models import Event, Registration
from tests.factories.people import MembershipFactory, UserFactory
from tests.factories.programmes import EventFactory, OpenEditionFactory, ProgrammeFactory

DAY = timedelta(days=1)


def an_event(**fields: Any) -> Event:
    """In a week, with one place unless said otherwise."""
    return EventFactory(**{"registering": "open", "capacity": 1, "address": "Geheimweg 1", **fields})


def a_sensitive_event(**fields: Any) -> Event:
    programme = OpenEditionFactory(reveals="health", programme=ProgrammeFactory(name="Kanarieprogramma")).programme
    lead = programme.lead()
    lead.name = "Kanariehuis"
    lead.save()
    return an_event(programme=programme, organisation=lead, title="Kanarieavond", **fields)


def desk_of(event: Event) -> User:
    return MembershipFactory(organisation=event.organisation, role=Membership.Role.ORGANISER).user


def coming(event: Event, number: int = 1) -> list[Registration]:
    """So many people more who want to come."""
    return [register(event, by=UserFactory(), name="Iemand") for _one in range(number)]


def told(user: User) -> list[str]:
    """The messages written to somebody, in order, without their app."""
    return [name.rpartition(".")[2] for name in user.letters.order_by("pk").values_list("message", flat=True)]


def as_typed(event: Event, **changes: Any) -> dict[str, Any]:
    """The form of the desk as it stands, with these changes."""
    names = [
        "title", "title_en", "text", "text_en", "for_whom", "town", "province", "access", "access_en", "address",
        "registering", "capacity",
    ]  # fmt: skip
    typed = {name: getattr(event, name) for name in names} | changes
    typed |= {"organisation": event.organisation_id, "programme": event.programme_id or ""}
    for name in ("starts_at", "ends_at", "registering_until"):
        moment = typed.get(name, getattr(event, name))
        typed[name] = timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S") if moment else ""
    for name in ("is_public", "for_alumni", "online", "address_late"):
        if typed.get(name, getattr(event, name)):
            typed[name] = "on"
        else:
            typed.pop(name, None)
    return {name: "" if value is None else value for name, value in typed.items()}


def page_of(event: Event) -> str:
    return reverse("programmes:event", args=[event.key])


def own_page(event: Event, name: str = "registration") -> str:
    return reverse(f"programmes:{name}", args=[event.key])


def entry_of(response: HttpResponse) -> icalendar.Event:
    """What a calendar reads in the file that was answered."""
    (entry,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    return entry
