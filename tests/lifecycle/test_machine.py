"""A machine says where a verb leads from a state, and says no to everything else."""

import pytest

from lifecycle.errors import IllegalMove
from lifecycle.machine import Machine, Move

DOOR = Machine(
    "door",
    [
        Move("open", {"closed"}, "opened"),
        Move("shut", {"opened"}, "closed"),
        Move("lock", {"closed"}, "locked", when=lambda facts: bool(facts["key"])),
        Move("break", {"closed", "locked"}, "broken", when=lambda facts: facts["force"] == "much"),
        Move("break", {"closed", "locked"}, "dented"),
    ],
)
STATES = ["closed", "opened", "locked", "broken", "dented"]
# verb, facts -> the target from each state in which it is allowed; from every other state it is not.
TABLE = [
    ("open", {}, {"closed": "opened"}),
    ("shut", {}, {"opened": "closed"}),
    ("lock", {"key": True}, {"closed": "locked"}),
    ("lock", {"key": False}, {}),
    ("break", {"force": "much"}, {"closed": "broken", "locked": "broken"}),
    ("break", {"force": "little"}, {"closed": "dented", "locked": "dented"}),
]


@pytest.mark.parametrize(("verb", "facts", "targets"), TABLE)
@pytest.mark.parametrize("state", STATES)
def test_every_verb_from_every_state(verb: str, facts: dict, targets: dict, state: str) -> None:
    assert DOOR.allows(verb, state, **facts) == (state in targets)
    if state in targets:
        assert DOOR.target(verb, state, **facts) == targets[state]
    else:
        with pytest.raises(IllegalMove) as refused:
            DOOR.target(verb, state, **facts)
        assert (refused.value.machine, refused.value.verb, refused.value.state) == ("door", verb, state)


def test_a_verb_that_the_machine_does_not_know_is_a_fault_in_the_code() -> None:
    with pytest.raises(ValueError, match="knows no verb"):
        DOOR.target("paint", "closed")


def test_a_machine_tells_its_states_and_arrows() -> None:
    assert DOOR.states == set(STATES)
    assert ("locked", "break", "dented") in DOOR.arrows()
    assert len(DOOR.arrows()) == 7
