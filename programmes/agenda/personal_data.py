"""What the agenda holds about a person: to which events she came, or wanted to."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from home.page_cache import purge
from people.languages import said
from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Registration


def export(user: User) -> dict[str, Any]:
    own = Registration.objects.of(user).select_related("event")
    return {
        "registrations": [
            {
                "key": registration.key,
                "event": said(registration.event, "title"),
                "event_starts_at": registration.event.starts_at,
                "state": registration.get_state_display(),
                "registered_at": registration.registered_at,
                "cancelled_at": registration.cancelled_at,
                "reminded_at": registration.reminded_at,
            }
            for registration in own
        ]
    }


def erase(user: User) -> None:
    """Her place goes to who waits: the sweep sees to that."""
    if Registration.objects.of(user).delete()[0]:
        purge()  # a page may have said "vol"


def _over(before: datetime) -> "QuerySet[Any]":
    return Registration.objects.over_before(before)


AGENDA = PersonalData(
    title=_("Agenda"),
    models=("programmes.Registration",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "registration",
            timedelta(days=14),
            _("dat je naar een bijeenkomst komt: na de bijeenkomst, of nadat je afzei"),
            _over,
        ),
    ),
    words={
        "registrations": _("Bijeenkomsten"),
        "event": _("Bijeenkomst"),
        "event_starts_at": _("Begint"),
        "state": _("Stand"),
        "registered_at": _("Ingeschreven"),
        "cancelled_at": _("Afgezegd"),
        "reminded_at": _("Herinnerd"),
    },
)
