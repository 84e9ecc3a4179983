"""What each role gets at the bridge to parties: all of it is for everyone, and a card is kept without an account."""

from typing import Any

from tests.factories.elections import ListedPartyFactory
from tests.walkers.expecting import Expected, everyone
from tests.walkers.world import World


def the_list(world: World) -> dict[str, Any]:
    listed = world.body.body_elections.filter(listed__party__isnull=False).first()
    row = listed.listed.first() if listed else ListedPartyFactory(body_election__body=world.body)
    return {"slug": world.body.slug, "which": str(row.number)}


def the_party(world: World) -> dict[str, Any]:
    the_list(world)
    return {"key": world.body.parties.first().key}


def after_a_code() -> Expected:
    """Who proved no address is first asked for one."""
    return Expected(302, 302, {}, the_party)


EXPECTED = {
    "elections:introduction": everyone(the_list),
    "elections:introduction_card": everyone(the_list),
    "elections:party_cards": everyone(),
    "elections:party_card": after_a_code(),
    "elections:party_card_address": everyone(the_party),
    "elections:party_card_code": after_a_code(),
    "elections:party_card_done": after_a_code(),
    "elections:party_card_confirm": Expected(405, 405, {}, the_party),
    "elections:party_card_take_away": Expected(404, 404, {}, the_party),
}
