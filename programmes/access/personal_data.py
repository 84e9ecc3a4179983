"""What this room holds about a person: what she needs, what she sees to, and where she is a partner."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.access.actions import forget_over, lock_editions_of
from programmes.models import AccessNeed, Arrangement, EditionPartner


def export(user: User) -> dict[str, Any]:
    needs = AccessNeed.objects.of(user).select_related("participation__edition__programme", "meeting")
    own = Arrangement.objects.filter(owner=user).select_related("edition__programme", "meeting")
    partner = EditionPartner.objects.of(user).select_related("edition__programme", "organisation")
    return {
        "access_needs": [_need(need) for need in needs],
        "arrangements": [_arrangement(arrangement) for arrangement in own],
        "partner_of": [
            {
                "programme": one.edition.programme.name,
                "edition": one.edition.name,
                "organisation": one.organisation.name,
                "since": one.since,
            }
            for one in partner
        ],
    }


def _need(need: AccessNeed) -> dict[str, Any]:
    return {
        "key": need.key,
        "programme": need.participation.edition.programme.name,
        "edition": need.participation.edition.name,
        "meeting": need.meeting.title if need.meeting else "",
        "wishes": [str(provision.label) for provision in need.chosen],
        "words": need.words,
        "partner_may_know": need.partner_may_know,
        "saved_at": need.saved_at,
        "read_at": need.read_at,
        "told_to_partner": [str(name.arrangement) for name in need.names.select_related("arrangement")],
    }


def _arrangement(arrangement: Arrangement) -> dict[str, Any]:
    """Of which she is the owner."""
    return {
        "programme": arrangement.edition.programme.name,
        "edition": arrangement.edition.name,
        "meeting": arrangement.meeting.title if arrangement.meeting else "",
        "what": str(arrangement),
        "words": arrangement.words,
        "due_on": arrangement.due_on,
        "done_at": arrangement.done_at,
    }


def erase(user: User) -> None:
    """What is arranged stays, since it is about nobody; that she saw to it goes."""
    own = AccessNeed.objects.of(user)
    lock_editions_of(own)
    own.delete()
    EditionPartner.objects.of(user).delete()
    Arrangement.objects.filter(owner=user).update(owner=None)


def _over(before: datetime) -> "QuerySet[AccessNeed]":
    return AccessNeed.objects.over_before(before).select_related("participation__edition")


def _endless(before: datetime) -> "QuerySet[AccessNeed]":
    return AccessNeed.objects.without_an_end(before).select_related("participation__edition")


def _arranged(before: datetime) -> "QuerySet[Arrangement]":
    return Arrangement.objects.over_before(before)


ACCESS = PersonalData(
    title=_("Wat je nodig hebt om mee te doen"),
    models=(
        "programmes.AccessNeed",
        "programmes.Arrangement",
        "programmes.ArrangementName",
        "programmes.EditionPartner",
    ),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "access_need",
            timedelta(days=14),
            _("wat je nodig hebt: na de laatste activiteit, of nadat je stopte"),
            _over,
            remove=forget_over,
        ),
        KeepUntil(
            "access_need_without_end",
            timedelta(days=365),
            _("wat je nodig hebt, als niemand weet wanneer de editie eindigt"),
            _endless,
            remove=forget_over,
        ),
        KeepUntil("arrangement", timedelta(days=14), _("wat wij regelden, na de laatste activiteit"), _arranged),
    ),
    words={
        "access_needs": _("Wat je nodig hebt"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "meeting": _("Bijeenkomst"),
        "wishes": _("Gekozen"),
        "words": _("In je eigen woorden"),
        "partner_may_know": _("De uitvoerder mag je naam weten"),
        "saved_at": _("Bewaard"),
        "read_at": _("Gelezen door de organisatie"),
        "told_to_partner": _("Met je naam bij de uitvoerder"),
        "arrangements": _("Wat jij regelt"),
        "what": _("Wat"),
        "due_on": _("Klaar op"),
        "done_at": _("Geregeld"),
        "partner_of": _("Uitvoerder van"),
        "organisation": _("Organisatie"),
        "since": _("Sinds"),
    },
)
