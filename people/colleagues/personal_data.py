"""Addresses that were invited, and roles of the portal that were proposed for somebody."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.colleagues.roles import colleague_roles
from people.models import Invitation, RoleProposal, User
from people.models.invitation import STANDS_FOR
from people.privacy import KeepUntil, PersonalData, marks_of


def _invited(user: User) -> "QuerySet[Invitation]":
    """By every address that this account proved to be hers."""
    return Invitation.objects.filter(address_digest__in=marks_of(user))


def _proposed(user: User) -> "QuerySet[RoleProposal]":
    return RoleProposal.objects.filter(Q(user=user) | Q(proposed_by=user))


def export(user: User) -> dict[str, Any]:
    labels = {name: role.label for name, role in colleague_roles().items()}
    return {
        "invitations": [
            {
                "organisation": found.organisation.name,
                "role": str(labels.get(found.role, found.role)),
                "address": found.address,
                "invited_at": found.invited_at,
            }
            for found in _invited(user).select_related("organisation")
        ],
        "proposals": [
            {
                "role": found.get_role_display(),
                "proposed_by_you": found.proposed_by_id == user.pk,
                "proposed_at": found.proposed_at,
            }
            for found in _proposed(user)
        ],
    }


def erase(user: User) -> None:
    _invited(user).delete()
    _proposed(user).delete()


def _unanswered(before: datetime) -> "QuerySet[Invitation]":
    return Invitation.objects.filter(invited_at__lt=before)


def _unconfirmed(before: datetime) -> "QuerySet[RoleProposal]":
    return RoleProposal.objects.filter(proposed_at__lt=before)


COLLEAGUES = PersonalData(
    title=_("Uitnodigingen om mee te werken"),
    models=("people.Invitation", "people.RoleProposal"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("invitation", STANDS_FOR, _("een uitnodiging om mee te werken waar niemand ja op zei"), _unanswered),
        KeepUntil("role_proposal", STANDS_FOR, _("een voorstel om iemand beheerder te maken"), _unconfirmed),
    ),
    words={
        "invitations": _("Uitnodigingen"),
        "organisation": _("Organisatie"),
        "role": _("Rol"),
        "address": _("E-mailadres"),
        "invited_at": _("Uitgenodigd"),
        "proposals": _("Voorstellen voor een rol"),
        "proposed_by_you": _("Door jou voorgesteld"),
        "proposed_at": _("Voorgesteld"),
    },
)
