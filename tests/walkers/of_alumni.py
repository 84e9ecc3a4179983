"""After taking part: a network, a question in it, a barrier, and the question to become a mentor."""

from collections.abc import Callable
from datetime import date
from typing import Any

from home.stations import Station
from mentoring.alumni.models import Barrier, MentorInvitation, NetworkMember, NetworkQuestion
from mentoring.alumni.states import BarrierState
from tests.factories.people import UserFactory
from tests.walkers.expecting import account, by_post, everyone, only
from tests.walkers.world import World


def the_name(world: World) -> NetworkMember:
    """The mentor's, in the network of her programme."""
    facts = {"display_name": "Kamille", "takes_questions": True, "as_mentor": True}
    return NetworkMember.objects.get_or_create(programme=world.programme, user=world.people["mentor"], defaults=facts)[
        0
    ]


def the_network(world: World) -> dict[str, Any]:
    return {"key": the_name(world).programme.key}


def the_other(world: World) -> dict[str, Any]:
    the_name(world)
    others = NetworkMember.objects.filter(programme=world.programme).exclude(user=world.people["mentor"])
    other = others.first() or NetworkMember.objects.create(
        programme=world.programme, user=UserFactory(), display_name="Zonnebloem"
    )
    return {"key": world.programme.key, "member": other.key}


def the_question(world: World) -> dict[str, Any]:
    asked = NetworkQuestion.objects.filter(member=the_name(world))
    found = asked.first() or NetworkQuestion.objects.create(
        asker=UserFactory(), member=the_name(world), words="Zonnebloem"
    )
    return {"key": found.key}


def a_barrier(world: World, state: str) -> Barrier:
    """The participant's."""
    facts: dict[str, Any] = {"title": "Zonnebloem", "stood_in_the_way": "x", "helped": "x", "station": Station.WANT}
    if state == BarrierState.PUBLISHED:
        facts |= {"public_title": "Klaproos", "published_on": date(2026, 1, 1)}
    mine = {"programme": world.programme, "user": world.people["participant"], "state": state}
    return Barrier.objects.get_or_create(**mine, defaults=facts)[0]


def the_barrier(world: World) -> dict[str, Any]:
    return {"key": a_barrier(world, BarrierState.TOLD).key}


def the_published(world: World) -> dict[str, Any]:
    return {"key": a_barrier(world, BarrierState.PUBLISHED).key}


def the_programme(world: World) -> dict[str, Any]:
    return {"key": world.programme.key}


def the_asked(world: World) -> dict[str, Any]:
    MentorInvitation.objects.get_or_create(programme=world.programme, user=world.people["participant"])
    return {"key": world.programme.key}


SCREENS: dict[str, Callable[[World], dict[str, Any]]] = {"desk_barriers:detail": the_barrier}
BUTTONS: dict[str, Callable[[World], dict[str, Any]]] = {
    "desk_barriers:publish": the_barrier,
    "desk_invite_mentor": lambda world: {"key": world.participation.key},
}
AT_THE_DESK = {**SCREENS, **BUTTONS}
OF_A_PERSON = {
    "mentoring:network_leave": the_network,
    "mentoring:network_join": the_network,
    "mentoring:network_member": the_other,
    "mentoring:network_question": the_question,
    "mentoring:barrier": the_barrier,
    "mentoring:barrier_take_away": the_barrier,
}

EXPECTED = {
    "mentoring:networks": account(),
    "mentoring:network": only("mentor", arguments=the_network),
    "mentoring:network_join": only("mentor", arguments=the_network),
    "mentoring:network_leave": by_post(the_network),
    "mentoring:network_member": only("mentor", arguments=the_other),
    "mentoring:network_question": only("mentor", arguments=the_question),
    "mentoring:barriers": account(),
    "mentoring:barrier_tell": only("participant", arguments=the_programme),
    "mentoring:barrier": only("participant", arguments=the_barrier),
    "mentoring:barrier_take_away": by_post(the_barrier),
    "mentoring:become_mentor": only("participant", arguments=the_asked),
    "mentoring:barrier_read": everyone(the_published),
}
