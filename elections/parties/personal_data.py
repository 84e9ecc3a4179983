"""Cards of parties: of a party, kept by an address. Somebody with an account may have used the same address."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from elections.models import PartyCard
from elections.states import CardState
from people.models import User
from people.privacy import KeepUntil, PersonalData, marks_of


def _of(user: User) -> "QuerySet[PartyCard]":
    return PartyCard.objects.filter(kept_by_mark__in=marks_of(user))


def export(user: User) -> dict[str, Any]:
    return {"party_cards": [_card(card) for card in _of(user).select_related("party__body")]}


def _card(card: PartyCard) -> dict[str, Any]:
    names = ("how", "criteria", "closes_on", "mail_address", "phone", "website", "kept_by", "remark", "handed_in_at")
    return {"party": card.party.name, "place": card.party.body.title, **{name: getattr(card, name) for name in names}}


def erase(user: User) -> None:
    """What is on the site is the party's and stays, by nobody any more; what is not goes."""
    _of(user).filter(state__in=[CardState.WAITING, CardState.REFUSED]).delete()
    _of(user).update(kept_by="", kept_by_mark="")


def _unanswered(before: datetime) -> "QuerySet[PartyCard]":
    return PartyCard.objects.filter(state=CardState.WAITING, handed_in_at__lt=before)


def _refused(before: datetime) -> "QuerySet[PartyCard]":
    return PartyCard.objects.filter(state=CardState.REFUSED, decided_at__lt=before)


def _long_outdated(before: datetime) -> "QuerySet[PartyCard]":
    return PartyCard.objects.filter(state=CardState.OUTDATED, confirmed_at__lt=before)


PARTIES = PersonalData(
    title=_("Kaarten van partijen"),
    models=("elections.PartyCard",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "party_card_unanswered", timedelta(days=91), _("een kaart van een partij die niet is bekeken"), _unanswered
        ),
        KeepUntil(
            "party_card_refused", timedelta(days=30), _("een kaart van een partij die nog niet goed was"), _refused
        ),
        KeepUntil(
            "party_card_outdated",
            timedelta(days=730),
            _("een kaart van een partij, nadat zij voor het laatst klopte"),
            _long_outdated,
        ),
    ),
    words={
        "party_cards": _("Kaarten van partijen"),
        "party": _("Partij"),
        "place": _("Plaats"),
        "how": _("Zo kiezen wij kandidaten"),
        "criteria": _("Hierop letten wij"),
        "closes_on": _("Aanmelden tot en met"),
        "mail_address": _("E-mailadres"),
        "phone": _("Telefoonnummer"),
        "website": _("Website"),
        "kept_by": _("Ingeleverd door"),
        "remark": _("Wat er anders moest"),
        "handed_in_at": _("Ingeleverd"),
    },
)
