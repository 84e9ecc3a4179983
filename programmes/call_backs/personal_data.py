"""Numbers of who wants to be called: of nobody with an account, so nothing to export or erase by account."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import CallBack


def _export(user: User) -> dict[str, Any]:
    """A number stands apart from every account: nobody can say whose it is."""
    return {}


def _erase(user: User) -> None:
    """The same: what was asked is taken back at its own address, and goes by its time."""


def _called(before: datetime) -> "QuerySet[CallBack]":
    return CallBack.objects.called_before(before)


def _never_called(before: datetime) -> "QuerySet[CallBack]":
    return CallBack.objects.left_before(before)


CALL_BACKS = PersonalData(
    title=_("Belverzoeken"),
    models=("programmes.CallBack",),
    export=_export,
    erase=_erase,
    keep_until=(
        KeepUntil("call_back", timedelta(days=1), _("dat wij je belden, na het gesprek"), _called),
        KeepUntil(
            "call_back_not_made", timedelta(days=14), _("je telefoonnummer, als niemand je belde"), _never_called
        ),
    ),
)
