"""Trainings, their days and bookings of invented organisations, in invented municipalities."""

from datetime import datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from elections.models import Body, Kind
from programmes.bookings import actions
from programmes.bookings.actions import Wanted
from programmes.choices import Booker
from programmes.models import Booking, Session, SessionOffer
from tests.factories.programmes import ProgrammeFactory

ADDRESS = "bestuur@proefpartij.example.org"


class SessionOfferFactory(DjangoModelFactory):
    class Meta:
        model = SessionOffer

    programme = factory.SubFactory(ProgrammeFactory)
    title = factory.Sequence(lambda number: f"Proeftraining {number}")
    text = "Voor wie mensen kiest."


class SessionFactory(DjangoModelFactory):
    """The first in a month, each next one a day later."""

    class Meta:
        model = Session

    offer = factory.SubFactory(SessionOfferFactory)
    starts_at = factory.Sequence(lambda number: timezone.now() + timedelta(days=30 + number))
    ends_at = factory.LazyAttribute(lambda session: session.starts_at + timedelta(hours=3))


def municipality(number: int = 0) -> Body:
    """One that does not exist, so that it needs no reference list."""
    return a_municipality(f"Proefgemeente {number}", f"9{number:03}")


def a_municipality(name: str, domain: str, alias: str = "") -> Body:
    facts = {"name": name, "alias": alias, "slug": f"proef-{domain}", "kind": Kind.COUNCIL, "domain": domain}
    return Body.objects.get_or_create(code=f"GM{domain}", defaults=facts)[0]


def wanted(session: Session | None = None, place: int = 0, **fields: Any) -> Wanted:
    facts = {
        "booker": Booker.LOCAL_PARTY,
        "organisation_name": f"Proefpartij {place}",
        "municipality": municipality(place),
        "people": 12,
    }
    return Wanted(**{**facts, **fields}, session=session.key if session else None)


def booked(
    offer: SessionOffer, session: Session | None, place: int = 0, at: datetime | None = None, address: str | None = None
) -> Booking:
    """Of another organisation and municipality for each `place`."""
    to = address or f"bestuur{place}@example.org"
    return actions.book(offer, wanted(session, place), address=to, language="nl", at=at)


def is_free(session: Session) -> bool:
    return Session.objects.free().filter(pk=session.pk).exists()
