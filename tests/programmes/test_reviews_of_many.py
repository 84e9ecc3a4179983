import pytest

from tests.proofs.counts import held, rounds
from tests.proofs.reviewing import answered_at_once, edition_of, read_by_all

pytestmark = pytest.mark.django_db


def test_many_are_read_blind_ten_are_answered_at_once_and_the_eleventh_moves_up(programme, organiser):
    number = rounds(4)
    places = min(10, number // 2)
    edition = edition_of(programme, places)
    read = read_by_all(edition, organiser, number)
    moved = answered_at_once(edition, organiser, places)
    assert held(read if moved else 0) == number
