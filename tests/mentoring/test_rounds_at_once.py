"""Two organisers press at once: one comes after the other, nobody is proposed twice and nothing locks up."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, close_old_connections, connection

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.matches import propose_match
from mentoring.actions.rounds import begin_round, compute_round, pin_match, send_round
from mentoring.models import Match, Round
from mentoring.states import MatchState
from people.models import Letter
from tests.factories.programmes import OpenEditionFactory, organiser_of
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def pressed(act: Callable[[], object]) -> str:
    close_old_connections()
    try:
        act()
    except (IllegalMove, Refused) as told:
        return type(told).__name__
    finally:
        connection.close()
    return "done"


def at_once(acts: list[Callable[[], object]]) -> Counter[str]:
    with ThreadPoolExecutor(len(acts)) as pool:
        try:
            return Counter(pool.map(pressed, acts))
        except DatabaseError as error:
            pytest.fail(f"{error}")


def test_a_round_is_begun_once():
    edition = OpenEditionFactory()
    organisers = [organiser_of(edition.programme) for _number in range(4)]
    told = at_once([lambda by=by: begin_round(edition, by=by) for by in organisers])
    assert told == {"done": 1, "AlreadyBegun": 3} and Round.objects.count() == 1


@pytest.mark.parametrize("_again", range(3))
def test_a_round_is_sent_once_whatever_else_is_pressed(_again):
    edition = OpenEditionFactory()
    one, other = organiser_of(edition.programme), organiser_of(edition.programme)
    seekers = [a_seeker(edition) for _number in range(5)]
    mentors = [a_guide(edition) for _number in range(5)]
    round = compute_round(begin_round(edition, by=one), by=one)
    laid = Match.objects.prepared().filter(round=round).select_related("round__edition").first()
    at_once(
        [
            lambda: send_round(round, by=one),
            lambda: send_round(round, by=other),
            lambda: compute_round(round, by=other),
            lambda: pin_match(laid, by=other),
            lambda: propose_match(seekers[0], mentors[0], by=other),
        ]
    )
    of_round = Match.objects.unanswered().filter(round=round)
    assert set(Match.objects.values_list("state", flat=True)) == {MatchState.PROPOSED}
    # The pair by hand came before the round, and took one or two of its five; or after it, besides it.
    assert of_round.count() == len({match.participation_id for match in of_round}) in (3, 4, 5)
    assert Letter.objects.count() == 2 * Match.objects.count()
