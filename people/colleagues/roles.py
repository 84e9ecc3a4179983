"""What one can be invited to, by name: settings.COLLEAGUE_ROLES lists the dotted paths of `ColleagueRole` objects."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from people.models import Organisation, User
from people.roles import Visitor


@dataclass(frozen=True)
class ColleagueRole:
    """A role that somebody takes by saying yes to an invitation.

    `about` is the key of the thing the role hangs on (an edition), None for a role in the organisation itself.
    `can_invite(user, organisation, about)` is asked before anything is written. `take_on(user, organisation, about)`
    runs in the transaction of her yes, with the organisation locked; it may raise Refused, in words for her.
    `what` says in a sentence what she will do and see. `lands_on` names the address that she goes to then.
    """

    name: str
    label: str | Promise
    what: str | Promise
    can_invite: Callable[[Visitor, Organisation, UUID | None], bool]
    take_on: Callable[[User, Organisation, UUID | None], None]
    lands_on: str = "people:mine"
    minutes: int = 5


def colleague_roles() -> dict[str, ColleagueRole]:
    return {role.name: role for role in map(import_string, settings.COLLEAGUE_ROLES)}


def colleague_role(name: str) -> ColleagueRole:
    """ValueError for a role that is not in the list."""
    found = colleague_roles().get(name)
    if found is None:
        raise ValueError(f"{name} does not stand in settings.COLLEAGUE_ROLES")
    return found
