"""Cards that go from hand to hand: about nobody, so only how long they work."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import AskCard
from programmes.models.ask_card import LASTS


def _export(user: User) -> dict[str, Any]:
    """A card knows neither who asks nor who is asked."""
    return {}


def _erase(user: User) -> None:
    """The same."""


def _expired(before: datetime) -> "QuerySet[AskCard]":
    return AskCard.objects.made_before(before)


ASK_CARDS = PersonalData(
    title=_("Kaarten om door te geven"),
    models=("programmes.AskCard",),
    export=_export,
    erase=_erase,
    keep_until=(KeepUntil("ask_card", LASTS, _("een kaart om door te geven; er staat niemand op"), _expired),),
)
