"""Addresses that wait for one mail; an account finds those of its own addresses."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData, marks_of
from programmes.models import Interest


def _own(user: User) -> "QuerySet[Interest]":
    """By every address that this account proved to be hers."""
    return Interest.objects.filter(address_digest__in=marks_of(user))


def _export(user: User) -> dict[str, Any]:
    return {
        "interests": [
            {
                "programme": found.programme.name if found.programme else "",
                "province": found.province,
                "address": found.address,
                "asked_at": found.asked_at,
                "confirmed_at": found.confirmed_at,
            }
            for found in _own(user).select_related("programme")
        ]
    }


def _erase(user: User) -> None:
    _own(user).delete()


def _unconfirmed(before: datetime) -> "QuerySet[Interest]":
    return Interest.objects.asked_before(before)


def _waited(before: datetime) -> "QuerySet[Interest]":
    return Interest.objects.confirmed_before(before)


INTERESTS = PersonalData(
    title=_("Laat het me weten"),
    models=("programmes.Interest",),
    export=_export,
    erase=_erase,
    keep_until=(
        KeepUntil(
            "interest_not_confirmed", timedelta(days=7), _("een e-mailadres dat niemand bevestigde"), _unconfirmed
        ),
        KeepUntil(
            "interest",
            timedelta(days=730),
            _("je e-mailadres voor ‘laat het me weten’, als er niets opengaat"),
            _waited,
        ),
    ),
    words={
        "interests": _("Laat het me weten"),
        "programme": _("Programma"),
        "province": _("Provincie"),
        "address": _("E-mailadres"),
        "asked_at": _("Gevraagd"),
        "confirmed_at": _("Bevestigd"),
    },
)
