"""What each role gets behind the link of an invitation: everyone who holds it the same page."""

from typing import Any

from people.colleagues.actions import invite
from people.colleagues.tokens import token_of
from people.models import Invitation, Membership
from tests.walkers.expecting import everyone
from tests.walkers.world import World


def an_invitation(world: World) -> Invitation:
    """To somebody without an account, by the organiser."""
    organisation = world.programme.lead()
    found = Invitation.objects.filter(organisation=organisation).first()
    by = world.people["organiser"]
    role = Membership.Role.PUBLISHER
    return found or invite("collega@example.org", role, organisation=organisation, by=by)


def the_invitation(world: World) -> dict[str, Any]:
    return {"token": token_of(an_invitation(world).key)}


def at_the_desk(world: World, name: str) -> dict[str, Any]:
    if name.endswith(":take_back"):
        return {"key": an_invitation(world).key}
    return {"pk": world.people["publisher"].memberships.get().pk}


EXPECTED = {"people:invitation": everyone(the_invitation)}
