"""What this room holds about a person: her part in choosing candidates, as long as her consent stands."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elections.models import Body
from mentoring.models import Match, PowerRole
from mentoring.power.consent_purposes import POWER_CHECK
from mentoring.power.roles import in_words
from mentoring.states import GOING_ON
from people.models import Consent, User
from people.privacy import KeepUntil, PersonalData, delete


def export(user: User) -> dict[str, Any]:
    """Her own words; what follows from them between two people is kept nowhere."""
    own = PowerRole.objects.filter(user=user).first()
    if own is None:
        return {"power_role": {}}
    body = Body.objects.filter(slug=own.place).first()
    return {
        "power_role": {
            "roles": in_words(own.roles),
            "municipality": body.title if body else own.place,
            "said_at": own.said_at,
        }
    }


def erase(user: User) -> None:
    PowerRole.objects.filter(user=user).delete()


def _without_a_match(before: datetime) -> "QuerySet[PowerRole]":
    """Of who has nothing going on with anybody: there is nothing to hold it against."""
    person = OuterRef("user")
    going_on = Match.objects.filter(Q(participation__user=person) | Q(mentor__user=person), state__in=GOING_ON)
    return PowerRole.objects.filter(~Exists(going_on), said_at__lt=before)


def _with_consents(over: "QuerySet[PowerRole]") -> int:
    """The consent they rested on goes along."""
    rested = Consent.objects.standing().on(POWER_CHECK.name).filter(user__in=over.values("user"))
    rested.update(withdrawn_at=timezone.now())
    return delete(over)


POWER = PersonalData(
    title=_("Kan jullie rol botsen?"),
    models=("mentoring.PowerRole",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "power_role",
            timedelta(days=182),
            _("jouw rol bij het kiezen van kandidaten, als er geen koppel loopt"),
            _without_a_match,
            remove=_with_consents,
        ),
    ),
    words={
        "power_role": _("Jouw rol bij het kiezen van kandidaten"),
        "roles": _("Rollen"),
        "municipality": _("Gemeente"),
        "said_at": _("Verteld"),
    },
)
