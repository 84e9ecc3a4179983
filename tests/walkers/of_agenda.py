"""The agenda: an event is everybody's to see, and to come to with an account; coming is one's own."""

from typing import Any

from tests.walkers.expecting import LOGIN, Expected, account, everyone
from tests.walkers.world import World


def the_event(world: World) -> dict[str, Any]:
    return {"key": world.registration.event.key}


EXPECTED = {
    "programmes:event": everyone(the_event),
    "programmes:registration": account(the_event),
    "programmes:own_appointment": account(the_event),
    # Who does not come has nothing to cancel: back to the event.
    "programmes:registration_cancel": Expected(LOGIN, 302, {"participant": 200}, the_event),
}
