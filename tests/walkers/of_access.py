"""What people need to take part is their own to say; what is arranged is seen by who carries the edition out."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from programmes.models import AccessNeed, GroupMeeting
from tests.programmes.access_needs import a_meeting, a_need
from tests.walkers.expecting import by_post, only
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


EXPECTED = {
    "programmes:access_need": only("participant", arguments=the_participation),
    "programmes:access_need_of_meeting": only("participant", arguments=the_meeting),
    "programmes:access_take_back": by_post(the_need),
}
