"""Saying what part one has in choosing candidates, and taking that back. Locked is the person, as for consents."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from elections.models import Body
from lifecycle.errors import Refused
from lifecycle.journal import record
from mentoring.models import PowerRole
from mentoring.power.consent_purposes import POWER_CHECK
from mentoring.power.policies import can_say_role
from mentoring.power.roles import Role, kept
from people import consent
from people.models import User
from people.policies import require


@transaction.atomic
def say_role(roles: Iterable[str], place: Body | None, *, by: User, at: datetime | None = None) -> PowerRole:
    """With a yes to keeping it. No role is an answer too. ValueError for a role that does not exist."""
    require(can_say_role(by))
    roles = set(roles)
    if unknown := roles - set(Role.values):
        raise ValueError(f"no roles: {sorted(unknown)}")
    if roles and place is None:
        raise Refused(_("Vul in in welke gemeente dat is."))
    at = at or timezone.now()
    consent.give(by, POWER_CHECK.name, at=at)  # locks the person
    said = {"roles": kept(roles), "place": place.slug if place and roles else "", "said_at": at}
    own, _made = PowerRole.objects.update_or_create(user=by, defaults=said)
    record(by, "say_role", by=by, at=at)
    return own


def take_role_back(*, by: User, at: datetime | None = None) -> bool:
    """The consent and all that rested on it; False when there was none."""
    require(can_say_role(by))
    return consent.withdraw(by, POWER_CHECK.name, at=at)


def forget_role(user: User, about: UUID | None) -> None:
    """What rested on the consent goes at once."""
    PowerRole.objects.filter(user=user).delete()
