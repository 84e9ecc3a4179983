"""Being safe: everybody's own, reports of who made and who reads them, and a programme under threat."""

from typing import Any

from programmes.models import Block, Report
from programmes.safety.actions import send_report
from programmes.safety.blocking import block
from tests.walkers.expecting import LOGIN, Expected, account, by_post, only
from tests.walkers.world import World


def the_report(world: World) -> dict[str, Any]:
    """The participant's, to the contact of the programme."""
    person = world.people["participant"]
    found = Report.objects.filter(reporter=person).first()
    return {"key": (found or send_report("Kanariemelding", by=person, programme=world.programme)).key}


def the_block(world: World) -> dict[str, Any]:
    person = world.people["participant"]
    found = Block.objects.filter(blocker=person).first()
    return {"key": (found or block(world.people["foreign_reviewer"], by=person, shown_as="Iemand")).key}


def the_threat(world: World) -> dict[str, Any]:
    return {"key": world.programme.key}


PRESSED = {
    "safety:unblock": the_block,
    "safety:own_report": the_report,
}

EXPECTED = {
    "safety:mine": account(),
    "safety:hide": by_post(),
    "safety:show": by_post(),
    # Of nothing that the address names.
    "safety:block": Expected(LOGIN, 404, {}),
    "safety:unblock": by_post(the_block),
    "safety:report": account(),
    "safety:own_reports": account(),
    "safety:own_report": only("participant", arguments=the_report),
    "safety:reports": only("safeguarding"),
    "safety:to_read": only("safeguarding", arguments=the_report),
    # On to the page of who made it, or of who reads it.
    "safety:read": Expected(LOGIN, 404, {"participant": 302, "safeguarding": 302}, the_report),
    "safety:threats": only("safeguarding", "administrator"),
    "safety:threat": only("safeguarding", "administrator", arguments=the_threat),
}
