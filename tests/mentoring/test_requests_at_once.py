"""Presses on pages and by mentees that truly coincide, which only PostgreSQL can show."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.actions import matches
from mentoring.asking.suggesting import find_mentors
from mentoring.models import Match, Suggestion
from mentoring.states import MatchState
from tests.factories.mentoring import a_match, a_mentee, a_mentor
from tests.factories.programmes import ProgrammeFactory, organiser_of
from tests.proofs import counts
from tests.proofs.accepts import together
from tests.proofs.pressed import moments_of_one_pair

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

IN_THE_SUITE, AT_ONCE, MANY = 1, 12, 200


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What comes of each: "done", or the name of what stopped it."""

    def one(number: int) -> str:
        try:
            acts[number]()
        except Exception as error:
            return type(error).__name__
        return "done"

    with together(len(acts)) as press:
        return press(one)


def test_on_the_pages_one_pair_comes_of_all_presses():
    moments = counts.rounds(IN_THE_SUITE)
    presses = MANY if moments > IN_THE_SUITE else AT_ONCE
    assert counts.held(moments_of_one_pair(moments, at_once=presses)) == moments


def test_the_counting_sees_a_second_pair(monkeypatch):
    monkeypatch.setattr(matches.locking.Locked, "room", lambda self: 1)
    assert moments_of_one_pair(1, at_once=4) == 0


def a_chooser(mentors: int):
    """Takes part, and has found as many mentors to choose from."""
    mentee = a_mentee(ProgrammeFactory(has_mentors=True))
    for _number in range(mentors):
        a_mentor(mentee.edition.programme)
    return mentee, find_mentors(mentee, by=mentee.user)


def test_six_requests_at_once_leave_three_open():
    mentee, six = a_chooser(6)
    outcomes = at_once(*(lambda one=one: matches.ask_mentor(one, by=mentee.user) for one in six))
    assert Counter(outcomes) == {"done": 3, "AskedEnough": 3}
    assert Match.objects.unanswered().asked().count() == 3


def test_the_last_place_of_a_mentor_is_asked_for_once():
    programme = ProgrammeFactory(has_mentors=True)
    mentor, mentees = a_mentor(programme), [a_mentee(programme) for _number in range(AT_ONCE // 2)]
    found = [find_mentors(mentee, by=mentee.user)[0] for mentee in mentees]
    asks = [
        lambda one=one, mentee=mentee: matches.ask_mentor(one, by=mentee.user)
        for one, mentee in zip(found, mentees, strict=True)
    ]
    assert Counter(at_once(*asks)) == {"done": 1, "NotNow": len(asks) - 1}
    assert Match.objects.unanswered().filter(mentor=mentor).count() == 1


def test_two_windows_that_look_for_mentors_find_the_same():
    mentee, _found = a_chooser(4)
    Suggestion.objects.all().delete()
    assert at_once(*[lambda: find_mentors(mentee, by=mentee.user)] * 4) == ["done"] * 4
    assert Suggestion.objects.count() == 4


@pytest.mark.parametrize("against", ["take_back", "stop", "expire", "decline"])
def test_a_yes_against_what_ends_it_has_one_outcome(against):
    match = a_match(MatchState.MENTEE_YES, asked_at=timezone.now())
    mentee, mentor = match.participation.user, match.mentor.user
    organiser = organiser_of(match.mentor.programme)
    later = match.answer_until + timedelta(seconds=1)
    ends = {
        "take_back": lambda: matches.take_back_request(match, by=mentee),
        "stop": lambda: matches.stop_request(match, by=organiser),
        "expire": lambda: matches.expire_matches(at=later),
        "decline": lambda: matches.decline_match(match, by=mentee, reason="other"),
    }
    said = at_once(lambda: matches.accept_match(match, by=mentor), ends[against])
    match.refresh_from_db()
    if said[0] == "done":
        assert match.state == (MatchState.ENDED if against == "stop" else MatchState.ACTIVE)
        assert said[1] == ("done" if against in ("stop", "expire") else "IllegalMove")
    else:
        assert said == ["IllegalMove", "done"]
        ended = {"expire": MatchState.EXPIRED, "decline": MatchState.DECLINED}
        assert match.state == ended.get(against, MatchState.TAKEN_BACK)
