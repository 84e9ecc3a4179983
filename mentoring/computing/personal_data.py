"""Who asked for a computation: gone with the account, and after a month in any case."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.computing.models import Computation
from people.models import User
from people.privacy import KeepUntil, PersonalData


def _export(user: User) -> dict[str, Any]:
    own = Computation.objects.filter(by=user)
    return {"computations": [{"asked_at": one.asked_at, "done_at": one.done_at} for one in own]}


def _erase(user: User) -> None:
    Computation.objects.filter(by=user).update(by=None)


def _old(before: datetime) -> "QuerySet[Computation]":
    return Computation.objects.made_before(before)


COMPUTING = PersonalData(
    title=_("Berekeningen van koppels"),
    models=("mentoring.Computation",),
    export=_export,
    erase=_erase,
    keep_until=(KeepUntil("computation", timedelta(days=30), _("wie een berekening van koppels vroeg"), _old),),
    words={
        "computations": _("Berekeningen die je vroeg"),
        "asked_at": _("Gevraagd op"),
        "done_at": _("Klaar op"),
    },
)
