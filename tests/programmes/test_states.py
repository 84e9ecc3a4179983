"""The machines as truth tables: every state × every verb, so that a new arrow shows up here."""

import pytest

from lifecycle.errors import IllegalMove
from programmes.states import (
    APPLICATION,
    EDITION,
    PARTICIPATION,
    ApplicationState,
    EditionState,
    ParticipationState,
)

NO = "-"
EDITION_TABLE = """
            open    close   start    finish    cancel
draft       open    -       -        -         cancelled
open        -       closed  -        -         cancelled
closed      open    -       running  -         cancelled
running     -       -       -        finished  cancelled
finished    -       -       -        -         -
cancelled   -       -       -        -         -
"""
APPLICATION_TABLE = """
            submit     offer    put_on_waiting_list  refuse   accept    expire   withdraw   begin_again
draft       submitted  -        -                    -        -         -        -          -
submitted   -          offered  waiting              refused  -         -        withdrawn  -
waiting     -          offered  -                    refused  -         -        withdrawn  -
offered     -          -        -                    -        admitted  expired  withdrawn  -
admitted    -          -        -                    -        -         -        withdrawn  -
refused     -          -        -                    -        -         -        -          -
expired     -          -        -                    -        -         -        -          -
withdrawn   -          -        -                    -        -         -        -          draft
"""

PARTICIPATION_TABLE = """
            start    complete   leave  admit_again
admitted    started  -          left   -
started     -        completed  left   -
completed   -        -          -      -
left        -        -          -      admitted
"""
TABLES = [
    (EDITION, EditionState, EDITION_TABLE),
    (APPLICATION, ApplicationState, APPLICATION_TABLE),
    (PARTICIPATION, ParticipationState, PARTICIPATION_TABLE),
]


def rows(table: str) -> list[tuple[str, str, str]]:
    """(state, verb, target) of each cell."""
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return [(line[0], verb, target) for line in lines for verb, target in zip(head, line[1:], strict=True)]


CASES = [(machine, *row) for machine, _states, table in TABLES for row in rows(table)]


@pytest.mark.parametrize(("machine", "state", "verb", "target"), CASES)
def test_each_verb_leads_where_the_table_says(machine, state, verb, target):
    if target == NO:
        with pytest.raises(IllegalMove):
            machine.target(verb, state)
    else:
        assert machine.target(verb, state) == target


@pytest.mark.parametrize(("machine", "states", "table"), TABLES)
def test_the_tables_know_every_state_and_verb(machine, states, table):
    assert {state for state, _verb, _target in rows(table)} == set(states.values) == set(machine.states)
    assert {verb for _state, verb, _target in rows(table)} == set(machine.verbs)
