"""Bookings hold the address of an organisation that has no account, and its municipality; marks hold nobody."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData, marks_of
from programmes.models import Booking
from programmes.states import BookingState

HALF_A_YEAR = timedelta(days=183)


def _own(user: User) -> "QuerySet[Booking]":
    """Who has an account may have booked with the same address."""
    return Booking.objects.filter(address_keyed__in=marks_of(user))


def export(user: User) -> dict[str, Any]:
    rows = _own(user).select_related("offer", "session", "municipality")
    return {
        "bookings": [
            {
                "training": booking.offer.title,
                "day": booking.session.starts_at if booking.session else None,
                "state": booking.get_state_display(),
                "booker": booking.get_booker_display(),
                "organisation": booking.organisation_name,
                "municipality": booking.municipality.title,
                "people": booking.people,
                "note": booking.note,
                "answer": booking.answer,
                "address": booking.address,
                "asked_at": booking.asked_at,
            }
            for booking in rows
        ]
    }


def erase(user: User) -> None:
    """What still stands is the organisation's affair and is taken over by nobody: it goes, and its day is free."""
    _own(user).delete()


def _settled(before: datetime) -> "QuerySet[Booking]":
    """A half year after it was over; who only waited, a half year after asking."""
    return Booking.objects.filter(Q(settled_at__lt=before) | Q(state=BookingState.WAITING, asked_at__lt=before))


BOOKINGS = PersonalData(
    title=_("Trainingen die je boekte"),
    models=("programmes.Booking",),
    export=export,
    erase=erase,
    keep_until=(KeepUntil("booking", HALF_A_YEAR, _("een boeking van een training, met het adres"), _settled),),
    words={
        "bookings": _("Boekingen"),
        "training": _("Training"),
        "day": _("Dag"),
        "state": _("Stand"),
        "booker": _("Wie boekt"),
        "organisation": _("Organisatie"),
        "municipality": _("Gemeente"),
        "people": _("Hoeveel mensen"),
        "note": _("Wat wij moeten weten"),
        "answer": _("Reden"),
        "address": _("E-mailadres"),
        "asked_at": _("Gevraagd"),
    },
)
