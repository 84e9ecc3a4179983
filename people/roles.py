"""Who someone is in the portal. Asked of the database at each call: a role taken away works at once."""

from django.contrib.auth.models import AnonymousUser

from people.models import Membership, User

MINISTRY, ADMINISTRATOR = "ministry", "administrator"
Visitor = User | AnonymousUser


def _in_group(user: Visitor, name: str) -> bool:
    return user.is_authenticated and user.groups.filter(name=name).exists()


def is_ministry(user: Visitor) -> bool:
    return _in_group(user, MINISTRY)


def is_administrator(user: Visitor) -> bool:
    return _in_group(user, ADMINISTRATOR)


def is_member(user: Visitor) -> bool:
    """Organiser or page editor, of any organisation."""
    return user.is_authenticated and user.memberships.exists()


def is_organiser(user: Visitor) -> bool:
    return user.is_authenticated and user.memberships.filter(role=Membership.Role.ORGANISER).exists()
