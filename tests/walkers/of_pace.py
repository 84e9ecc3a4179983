"""The pace of a pair: the two open what is theirs, each her own questions, and the mail's link whoever holds it."""

from typing import Any

from mentoring.models import Agreement, CheckIn, Goal, Nudge
from mentoring.pace.links import token_of
from mentoring.pace.states import AgreementState, CheckInState
from mentoring.states import Side
from tests.walkers.expecting import Expected, by_post, everyone, only
from tests.walkers.world import World


def the_pair(world: World) -> dict[str, Any]:
    return {"key": world.pair.key}


def the_plan(world: World) -> dict[str, Any]:
    """Agreed on by both, so that nothing waits in the room."""
    about = {
        "version": 1,
        "state": AgreementState.AGREED,
        "often": "monthly",
        "way": "online",
        "proposed_by": Side.MENTOR,
    }
    plan, _is_new = Agreement.objects.get_or_create(match=world.pair, defaults=about)
    return {"key": plan.key, "verb": "akkoord"}


def the_goal(world: World) -> dict[str, Any]:
    goal = world.pair.goals.first() or Goal.objects.create(match=world.pair, words="x", made_by=Side.MENTEE)
    return {"key": goal.key, "verb": "weghalen"}


def _nudge(world: World) -> Nudge:
    about = {"kind": "by_hand", "about": world.pair.active_at.date()}
    return Nudge.objects.get_or_create(match=world.pair, **about)[0]


def the_nudge(world: World) -> dict[str, Any]:
    return {"key": _nudge(world).key}


def the_link(world: World) -> dict[str, Any]:
    nudge = _nudge(world)
    return {"key": nudge.key, "token": token_of(nudge, Side.MENTOR)}


def the_check_in(world: World) -> dict[str, Any]:
    """The mentor's: of the participant it is as if it were not there."""
    found, _is_new = CheckIn.objects.get_or_create(match=world.pair, side=Side.MENTOR, moment="halfway")
    return {"key": found.key}


def the_call_for_help(world: World) -> dict[str, Any]:
    """The participant's, answered: at the desk somebody responds to it."""
    said = {"state": CheckInState.ANSWERED, "answered_at": world.pair.active_at, "going": "hard", "need": "call"}
    found, _is_new = CheckIn.objects.get_or_create(match=world.pair, side=Side.MENTEE, moment="near_end", defaults=said)
    return {"key": world.pair.key, "check_in": found.key}


OF_BOTH = ("room_plan", "room_goals", "room_outside", "room_pause")
PRESSES = ("room_inside", "room_month", "room_resume", "room_other_mentor_back", "room_look_back")
OF_A_PERSON = {
    **{f"mentoring:{name}": the_pair for name in (*OF_BOTH, *PRESSES, "room_other_mentor")},
    "mentoring:plan_move": the_plan,
    "mentoring:goal_move": the_goal,
    "mentoring:nudge_answer": the_nudge,
    "mentoring:check_in": the_check_in,
}
EXPECTED: dict[str, Expected] = {
    **{f"mentoring:{name}": only("participant", "mentor", arguments=the_pair) for name in OF_BOTH},
    **{f"mentoring:{name}": by_post(the_pair) for name in PRESSES},
    "mentoring:room_other_mentor": only("participant", arguments=the_pair),
    "mentoring:plan_move": by_post(the_plan),
    "mentoring:goal_move": by_post(the_goal),
    "mentoring:nudge_answer": by_post(the_nudge),
    "mentoring:check_in": only("mentor", arguments=the_check_in),
    "mentoring:spoken_answer": everyone(the_link),
}
