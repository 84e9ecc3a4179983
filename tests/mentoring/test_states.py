"""Mentor, match and meeting as truth tables: each verb from each state, and nothing that stands in no line."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lifecycle.errors import IllegalMove
from lifecycle.machine import Machine
from mentoring.models import Match, Meeting, Mentor
from mentoring.states import MATCH, MEETING, MENTOR, MatchState, MeetingState, MentorState, Side
from tests.factories.mentoring import MeetingFactory, a_match, a_mentor, a_pair

MENTEE = {"side": Side.MENTEE}
WITH_ROOM = {"side": Side.MENTOR, "room": 1}
FULL = {"side": Side.MENTOR, "room": 0}
ALWAYS = {
    ("propose", "prepared"): "proposed",
    ("decline", "proposed"): "declined",
    ("decline", "mentee_yes"): "declined",
    ("decline", "mentor_yes"): "declined",
    ("expire", "proposed"): "expired",
    ("expire", "mentee_yes"): "expired",
    ("expire", "mentor_yes"): "expired",
    ("take_back", "prepared"): "taken_back",
    ("take_back", "proposed"): "taken_back",
    ("take_back", "mentee_yes"): "taken_back",
    ("take_back", "mentor_yes"): "taken_back",
    ("end", "active"): "ended",
}
TABLES = [
    (MATCH, MatchState, {}, ALWAYS),
    (MATCH, MatchState, FULL, ALWAYS),
    (
        MATCH,
        MatchState,
        MENTEE,
        ALWAYS
        | {
            ("ask", "prepared"): "mentee_yes",
            ("accept", "proposed"): "mentee_yes",
            ("accept", "mentor_yes"): "active",
        },
    ),
    (MATCH, MatchState, WITH_ROOM, ALWAYS | {("accept", "proposed"): "mentor_yes", ("accept", "mentee_yes"): "active"}),
    (
        MENTOR,
        MentorState,
        {},
        {
            ("admit", "applied"): "admitted",
            ("refuse", "applied"): "refused",
            ("stop", "applied"): "stopped",
            ("stop", "admitted"): "stopped",
            ("apply_again", "stopped"): "applied",
        },
    ),
    (
        MEETING,
        MeetingState,
        {},
        {
            ("agree", "proposed"): "agreed",
            ("move", "proposed"): "proposed",
            ("move", "agreed"): "proposed",
            ("cancel", "proposed"): "cancelled",
            ("cancel", "agreed"): "cancelled",
            ("hold", "agreed"): "held",
        },
    ),
]


def reached(machine: Machine, states, facts) -> dict[tuple[str, str], str]:
    found = {}
    for verb in machine.verbs:
        for state in states.values:
            try:
                found[verb, state] = machine.target(verb, state, **facts)
            except IllegalMove:
                continue
    return found


@pytest.mark.parametrize(("machine", "states", "facts", "table"), TABLES)
def test_each_verb_leads_where_the_table_says_and_nowhere_else(machine, states, facts, table):
    assert reached(machine, states, facts) == table


def _own(model, make, field, value, constraint):
    return pytest.param(model, make, {field: value}, constraint, id=constraint)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "make", "change", "constraint"),
    [
        _own(Match, a_match, "state", "lost", "match_state_known"),
        _own(Mentor, a_mentor, "state", "lost", "mentor_state_known"),
        _own(Meeting, lambda: MeetingFactory(match=a_pair()), "state", "lost", "meeting_state_known"),
        _own(Meeting, lambda: MeetingFactory(match=a_pair()), "minutes", 481, "meeting_of_a_day_at_most"),
        _own(Match, a_pair, "mentor_yes_at", None, "pair_after_two_times_yes"),
    ],
)
def test_the_database_holds_what_it_can(model, make, change, constraint):
    row = make()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**change)


@pytest.mark.django_db
def test_the_database_holds_one_pair_per_participation_and_the_same_two_once():
    pair = a_pair()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_pair(pair.participation)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_match(participation=pair.participation, mentor=pair.mentor)
    Match.objects.filter(pk=pair.pk).update(state=MatchState.ENDED, ended_at=timezone.now())
    a_match(participation=pair.participation, mentor=pair.mentor)
