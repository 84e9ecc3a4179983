"""A round is computed while a colleague pairs by hand: said in words, with nothing half done."""

import pytest

from lifecycle.errors import Refused
from mentoring.actions import rounds
from mentoring.actions.matches import propose_match
from mentoring.actions.rounds import computing
from mentoring.models import Match
from mentoring.states import MatchState
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db


def test_two_that_were_paired_by_hand_meanwhile_stop_the_computing(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = OpenEditionFactory()
    organiser = organiser_of(edition.programme)
    seeker, guide = a_seeker(edition), a_guide(edition)
    round = rounds.begin_round(edition, by=organiser)

    find_pairs = computing.find_pairs

    def found_and_then_paired(*args, **kwargs):
        found = find_pairs(*args, **kwargs)
        propose_match(seeker, guide, by=organiser)
        return found

    monkeypatch.setattr(computing, "find_pairs", found_and_then_paired)
    with pytest.raises(Refused, match="Bereken de ronde opnieuw"):
        rounds.compute_round(round, by=organiser)
    assert not Match.objects.filter(round=round).exists()


def test_two_that_a_round_laid_ready_meanwhile_are_not_paired_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = OpenEditionFactory()
    organiser = organiser_of(edition.programme)
    seeker, guide = a_seeker(edition), a_guide(edition)
    rounds.compute_round(rounds.begin_round(edition, by=organiser), by=organiser)
    monkeypatch.setattr("mentoring.actions.matches.proposing.why_not_together", lambda *args: "")
    with pytest.raises(Refused, match="al klaar in een koppelronde"):
        propose_match(seeker, guide, by=organiser)
    assert Match.objects.get().state == MatchState.PREPARED
