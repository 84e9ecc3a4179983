"""Who stood in a sheet answers without an account; sheets and files of people are an organiser's alone."""

from typing import Any

from people.addresses import keyed
from programmes.models import Becomes, Imported, ImportRun
from tests.walkers.expecting import everyone
from tests.walkers.world import World


def the_imported(world: World) -> dict[str, Any]:
    address = "ingevoerd@example.org"
    given = {"edition": world.application.edition, "address_digest": keyed(address)}
    facts = {"name": "Ingevoerd", "address": address, "becomes": Becomes.PARTICIPANT}
    return {"token": Imported.objects.get_or_create(**given, defaults=facts)[0].token}


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.application.edition.key}


def the_run(world: World) -> dict[str, Any]:
    return {"key": ImportRun.objects.get_or_create(edition=world.application.edition)[0].key}


# At the desk: what its address needs, by name.
SCREENS = {"desk_imports": the_edition, "desk_import": the_run, "desk_export": the_edition}
BUTTONS = {"desk_import_move": lambda world: {**the_run(world), "verb": "throw_away"}}
AT_THE_DESK = {**SCREENS, **BUTTONS}

EXPECTED = {"programmes:imported": everyone(the_imported)}
