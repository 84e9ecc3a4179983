"""Presses that truly coincide, which only PostgreSQL can show: a place, a mentee and a match each go once."""

from collections import Counter

import pytest

from mentoring.actions import matches
from mentoring.models import Match
from mentoring.states import MatchState
from people.models import Letter
from tests.factories.mentoring import a_match, a_mentee, a_mentor
from tests.proofs import counts
from tests.proofs.accepts import rightly_decided, said_at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

IN_THE_SUITE, AT_ONCE, MANY = 24, 8, 50


def test_no_place_is_given_twice():
    presses = counts.rounds(IN_THE_SUITE)
    at_once = MANY if presses >= 10 * MANY else AT_ONCE
    assert counts.held(rightly_decided(presses, at_once=at_once)) == presses


def test_of_two_matches_with_room_for_one_exactly_one_wins():
    mentor = a_mentor(capacity=1)
    two = [a_match(MatchState.MENTEE_YES, mentor=mentor) for _number in range(2)]
    assert sorted(said_at_once(two, mentor.user)) == ["NoRoom", "yes"]
    assert Match.objects.active().count() == 1
    assert Letter.objects.filter(message="mentoring.pair_made").count() == 2


def test_both_say_yes_in_the_same_moment():
    match = a_match()
    assert said_at_once([match, match], match.participation.user, match.mentor.user) == ["yes", "yes"]
    match.refresh_from_db()
    assert match.is_active and Letter.objects.filter(message="mentoring.pair_made").count() == 2


def test_a_mentee_who_says_yes_to_two_in_two_windows_has_one_mentor():
    mentee = a_mentee()
    two = [a_match(MatchState.MENTOR_YES, participation=mentee) for _number in range(2)]
    assert sorted(said_at_once(two, mentee.user)) == ["IllegalMove", "yes"]
    assert Counter(Match.objects.values_list("state", flat=True)) == {"active": 1, "taken_back": 1}


def test_the_same_yes_pressed_many_times_counts_once():
    match = a_match()
    outcomes = said_at_once([match] * AT_ONCE, match.mentor.user)
    assert Counter(outcomes) == {"yes": 1, "AlreadyAnswered": AT_ONCE - 1}


def test_the_counting_sees_a_place_given_twice(monkeypatch):
    """Without the lock on what owns the limit, the proof must fall short."""
    monkeypatch.setattr(matches.locking.Locked, "room", lambda self: 1)
    assert rightly_decided(AT_ONCE, at_once=AT_ONCE) == 0
