"""A large sheet and many kills, at small counts; `make prove` runs the same at full ones."""

import pytest

from programmes.importing import running
from tests.proofs.counts import held, rounds
from tests.proofs.imports import rightly_taken_in, survived_kills

pytestmark = pytest.mark.django_db


def test_a_sheet_of_forty_places() -> None:
    count = rounds(200)
    assert held(rightly_taken_in(count)) == count


def test_a_kill_leaves_nothing_half() -> None:
    count = rounds(12)
    assert held(survived_kills(count)) == count


def test_the_proof_sees_what_is_half(monkeypatch) -> None:
    """Without one transaction around it, a kill shows."""
    monkeypatch.setattr(running, "_take_in", running._take_in.__wrapped__)
    assert survived_kills(5) < 5
