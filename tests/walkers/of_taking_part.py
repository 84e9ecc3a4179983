"""A group: of who takes part in it, and at the desk of who organises it. An administrator has neither."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from programmes.models import ContactNote, GroupMeeting, Material
from tests.walkers.expecting import LOGIN, Expected, by_post, only
from tests.walkers.of_the_path import the_participation
from tests.walkers.world import World


def a_meeting(world: World) -> GroupMeeting:
    begins = timezone.now() + timedelta(days=3)
    facts = {"title": "Oefenen", "town": "Proefstad", "starts_at": begins, "ends_at": begins + timedelta(hours=2)}
    return GroupMeeting.objects.get_or_create(edition=world.participation.edition, defaults=facts)[0]


def the_meeting(world: World) -> dict[str, Any]:
    return {"key": a_meeting(world).key}


def the_own_meeting(world: World) -> dict[str, Any]:
    return {"key": world.participation.key, "meeting": a_meeting(world).key}


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.participation.edition.key}


def the_material(world: World) -> dict[str, Any]:
    facts = {"title": "Leesboek", "link": "/kennis/"}
    return {"key": Material.objects.get_or_create(edition=world.participation.edition, defaults=facts)[0].key}


def the_note(world: World) -> dict[str, Any]:
    facts = {"kind": "phone", "words": "Zonnebloem"}
    note = ContactNote.objects.get_or_create(participation=world.participation, defaults=facts)[0]
    return {"key": note.key, "verb": "weg"}


# Screens of the desk, and buttons there.
SCREENS: dict[str, Callable[[World], dict[str, Any]]] = {
    **dict.fromkeys(["desk_group", "desk_group_plan", "desk_phases", "desk_completing"], the_edition),
    **dict.fromkeys(["desk_group_meeting", "desk_attendance"], the_meeting),
}
BUTTONS: dict[str, Callable[[World], dict[str, Any]]] = {
    "desk_material_add": the_edition,
    "desk_material_remove": the_material,
    "desk_group_meeting_call_off": the_meeting,
    "desk_contact_note": the_note,
}
AT_THE_DESK = {**SCREENS, **BUTTONS}
PRESSED = [name for name in AT_THE_DESK if name != "desk_group"]  # that one is only looked at

EXPECTED = {
    "programmes:group": only("participant", arguments=the_participation),
    "programmes:group_hide_name": by_post(lambda world: the_participation(world)),
    "programmes:group_appointment": only("participant", arguments=the_own_meeting),
    # Only for who was there until the end.
    "programmes:certificate": Expected(LOGIN, 404, {}, the_participation),
}
