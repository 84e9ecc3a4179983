"""What people need to take part is their own to say; what is arranged is seen by who carries the edition out."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from programmes.models import AccessNeed, Arrangement, EditionPartner, GroupMeeting
from tests.programmes.access_needs import a_meeting, a_need
from tests.walkers.expecting import LOGIN, Expected, by_post, only
from tests.walkers.of_the_path import the_participation
from tests.walkers.world import World


def the_need(world: World) -> dict[str, Any]:
    """The participant's."""
    found = AccessNeed.objects.filter(participation=world.participation, meeting=None).first()
    return {"key": (found or a_need(world.participation)).key}


def the_meeting(world: World) -> dict[str, Any]:
    edition, soon = world.participation.edition, timezone.now() + timedelta(days=2)
    found = GroupMeeting.objects.filter(edition=edition, starts_at__gt=timezone.now()).first()
    meeting = found or a_meeting(edition, soon, soon + timedelta(hours=1))
    return {**the_participation(world), "meeting": meeting.key}


def the_arrangement(world: World) -> dict[str, Any]:
    """Sent to the partner of the world."""
    given = {"edition": world.participation.edition, "kind": "writing", "due_on": timezone.localdate()}
    return {"key": Arrangement.objects.get_or_create(**given, defaults={"sent_at": timezone.now()})[0].key}


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.participation.edition.key}


def the_partner(world: World) -> dict[str, Any]:
    return {"key": EditionPartner.objects.get(user=world.people["partner"]).key}


# At the desk: what its address needs, by name.
SCREENS = {"desk_access": the_edition, "desk_access_arrangement": the_arrangement}
BUTTONS = {
    "desk_access_read": the_edition,
    "desk_access_send": the_edition,
    "desk_access_partner": the_edition,
    "desk_access_part": the_partner,
    "desk_access_move": the_arrangement,
}
AT_THE_DESK = {**SCREENS, **BUTTONS}

EXPECTED = {
    "programmes:access_need": only("participant", arguments=the_participation),
    "programmes:access_need_of_meeting": only("participant", arguments=the_meeting),
    "programmes:access_take_back": by_post(the_need),
    "programmes:arranging": only("partner"),
    "programmes:arranging_tick": Expected(LOGIN, 404, {"partner": 405}, the_arrangement),
}
