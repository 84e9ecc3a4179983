"""Name, gender, age, party and photo change no pair: a few swaps here, 10,000 under `make prove`."""

from mentoring import pool
from mentoring.matching import Mentee
from tests.proofs.counts import held, rounds
from tests.proofs.swaps import swapped_fields, unchanged_by_swaps


def test_who_someone_is_changes_no_score():
    count = rounds(200)
    assert held(unchanged_by_swaps(count)) == count


def test_all_that_is_not_asked_for_matching_is_swapped():
    assert swapped_fields() >= {"name", "email", "language", "display_name", "by_name", "capacity", "joined_at"}


def test_a_bridge_that_lets_more_in_is_seen(monkeypatch):
    """With the name as a topic: the swap must notice."""
    honest = pool._mentee

    def biased(key, profile):
        mentee = honest(key, profile)
        favoured = frozenset() if profile.display_name < "Vlier 5" else mentee.topics
        return Mentee(**{name: getattr(mentee, name) for name in Mentee.__slots__} | {"topics": favoured})

    monkeypatch.setattr(pool, "_mentee", biased)
    assert unchanged_by_swaps(100) < 100
