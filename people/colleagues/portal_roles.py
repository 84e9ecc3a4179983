"""Roles of the portal itself: given by two administrators, never by one; taken away by one, at once."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people import policies
from people.models import RoleProposal, User
from people.roles import ADMINISTRATOR, is_administrator

Role = RoleProposal.Role
FEWEST = 2
"""With fewer administrators nobody can confirm a second one: then the command makes her."""


def holders(role: str) -> list[User]:
    return list(User.objects.filter(groups__name=role, is_active=True).order_by("name", "pk"))


def _lock(role: str) -> Group:
    """The group owns who is in it."""
    Group.objects.get_or_create(name=role)
    return Group.objects.select_for_update().get(name=role)


@transaction.atomic
def propose_role(user: User, role: str, *, by: User, at: datetime | None = None) -> RoleProposal:
    """Waits for another administrator. Refused for oneself, for who has it, and for who cannot have it."""
    policies.require(policies.can_give_portal_roles(by))
    group = _lock(role)
    if user.pk == by.pk:
        raise Refused(_("Jezelf voorstellen kan niet. Vraag een andere beheerder."))
    _why_not(user, group)
    at = at or timezone.now()
    RoleProposal.objects.filter(user=user, role=role).delete()
    proposal = RoleProposal.objects.create(user=user, role=role, proposed_by=by, proposed_at=at)
    record(proposal, "propose_role", by=by, at=at, person=user.key, role=role)
    return proposal


@transaction.atomic
def confirm_role(proposal: RoleProposal, *, by: User, at: datetime | None = None) -> None:
    """The second pair of eyes; the role counts from now on. Not where the first pair lost its own role meanwhile."""
    group = _lock(proposal.role)
    found = RoleProposal.objects.select_for_update().filter(pk=proposal.pk).first()
    if found is None or not found.is_open(at) or not found.user.is_active or not is_administrator(found.proposed_by):
        raise Refused(_("Dit voorstel is er niet meer. Stel het opnieuw voor."))
    policies.require(policies.can_confirm_proposal(by, found))
    _why_not(found.user, group)
    found.user.groups.add(group)
    record(found, "give_role", by=by, at=at, person=found.user.key, role=found.role)
    found.delete()


@transaction.atomic
def drop_proposal(proposal: RoleProposal, *, by: User) -> None:
    policies.require(policies.can_give_portal_roles(by))
    found = RoleProposal.objects.select_for_update().filter(pk=proposal.pk).first()
    if found is not None:
        record(found, "drop_proposal", by=by, person=found.user.key, role=found.role)
        found.delete()


@transaction.atomic
def take_portal_role(user: User, role: str, *, by: User) -> None:
    """At once, by one: who must be kept out is kept out now. The last administrator stays."""
    group = _lock(role)
    policies.require(policies.can_give_portal_roles(by))
    if role == ADMINISTRATOR and {one.pk for one in holders(role)} == {user.pk}:
        raise Refused(_("Dit is de laatste beheerder. Maak eerst een andere."))
    if user.groups.filter(pk=group.pk).exists():
        user.groups.remove(group)
        record(user, "take_role", by=by, role=role)


@transaction.atomic
def make_administrator(user: User) -> None:
    """For the first two, by the command: nobody is there yet to propose or to confirm."""
    group = _lock(ADMINISTRATOR)
    if len(holders(ADMINISTRATOR)) >= FEWEST:
        raise Refused("there are two administrators: they make the next one together, at the desk")
    _why_not(user, group)
    user.groups.add(group)
    record(user, "give_role", by=None, role=ADMINISTRATOR)


def _why_not(user: User, group: Group) -> None:
    if user.groups.filter(pk=group.pk).exists():
        raise Refused(_("Deze persoon heeft deze rol al."))
    if group.name == ADMINISTRATOR:
        policies.require_no_ministry(user)
    else:
        policies.require_nobodys_data(user)
