"""A large round is computed beside the web server: asked once, told how far it is, and laid ready exactly once."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from mentoring.actions import rounds
from mentoring.actions.rounds import computing
from mentoring.computing import running
from mentoring.computing.models import Stage
from mentoring.models import Computation, Match, Round
from mentoring.states import RoundState
from people.models import Membership
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker, laid
from tests.mentoring.test_rounds_at_once import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Every round is too large for a page."""
    monkeypatch.setattr(computing, "AT_ONCE", 0)
    monkeypatch.setattr(computing, "_look", lambda: None)  # the test's own workers do


@pytest.fixture
def asked(round, organiser) -> Computation:
    return rounds.ask_to_compute(round, by=organiser)


def times_computed(round) -> int:
    return JournalLine.objects.filter(verb="compute", thing_key=str(round.key)).count()


def test_asked_twice_is_computed_once(round, organiser, asked):
    assert rounds.ask_to_compute(round, by=organiser) == asked
    before = times_computed(round)
    assert running.compute_due() == 1 and running.compute_due() == 0
    assert times_computed(round) == before + 1 and laid(round).count() == 2
    assert Computation.objects.get().stage == Stage.WRITING


def test_meanwhile_nothing_of_the_round_changes_and_dropping_it_ends_the_work(round, organiser, asked):
    match = laid(round)[0]
    for act in (
        lambda: rounds.pin_match(match, by=organiser),
        lambda: rounds.forbid_pair(match, by=organiser),
        lambda: rounds.send_round(round, by=organiser),
        lambda: rounds.tune_round(round, by=organiser, weights={}, raises_worst_off=False),
        lambda: rounds.compute_round(round, by=organiser),
    ):
        with pytest.raises(Refused, match="worden nu berekend"):
            act()
    rounds.drop_round(round, by=organiser)
    assert not Computation.objects.exists() and running.compute_due() == 0


def test_a_lease_that_ends_while_the_worker_still_works_gives_one_result(round, asked, monkeypatch):
    """The slow worker solves on while a second one takes the row up and lays its pairs ready."""
    solve, before, later = running.find_pairs, times_computed(round), timezone.now() + timedelta(seconds=301)
    done = []

    def slowly(*args, **kwargs):
        found = solve(*args, **kwargs)
        if not done:
            done.append(None)
            done[0] = running.compute_due(later)
        return found

    monkeypatch.setattr(running, "find_pairs", slowly)
    assert running.compute_due() == 0 and done == [1]
    assert times_computed(round) == before + 1 and laid(round).count() == 2
    assert Computation.objects.get().attempts == 2


def test_a_fault_is_tried_again_and_given_up_in_the_end(desk, round, organiser, asked, monkeypatch):
    monkeypatch.setattr(running, "find_pairs", lambda *_args, **_kwargs: 1 / 0)
    for days in range(3):
        assert running.compute_due(timezone.now() + timedelta(days=days)) == 0
    given_up = Computation.objects.get()
    assert given_up.fault == "ZeroDivisionError" and given_up.failed_at and not rounds.computation_of(round)
    assert rounds.ask_to_compute(round, by=organiser) != given_up


def test_who_may_no_longer_run_it_gets_no_result(round, organiser, asked):
    Membership.objects.filter(user=organiser).delete()
    assert running.compute_due() == 0 and Computation.objects.get().done_at is None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_workers_at_once_one_lays_its_pairs_ready():
    edition = OpenEditionFactory()
    by = organiser_of(edition.programme)
    for _number in range(4):
        a_seeker(edition)
        a_guide(edition)
    round = rounds.begin_round(edition, by=by)
    asked = rounds.ask_to_compute(round, by=by)
    claims = [Computation.objects.get(pk=asked.pk) for _number in range(3)]  # as after leases that ran out

    def work(one):
        try:
            running.compute(one)
        except running.Overtaken:
            raise Refused("overtaken") from None

    told = at_once([lambda one=one: work(one) for one in claims])
    assert told == Counter({"done": 1, "Refused": 2})
    assert times_computed(round) == 1 and Match.objects.prepared().count() == 4
    assert Round.objects.get().state == RoundState.READY
