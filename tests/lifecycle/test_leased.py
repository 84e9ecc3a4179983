"""Work in a row of its own: taken by one at a time, and taken up again when that one dies."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lifecycle.models import Leased
from lifecycle.models.leased import LONGEST_WAIT
from people.models import Letter
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def work() -> Letter:
    """A letter, as the nearest kind of leased work."""
    return Letter.objects.create(key="work", recipient=UserFactory(), message="people.nothing")


def later(**period: float):
    return NOW + timedelta(**period)


def test_one_that_claims_gets_the_row_and_the_next_gets_nothing(work: Letter) -> None:
    mine = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    assert mine is not None and (mine.attempts, mine.leased_until) == (1, later(seconds=60))
    assert Letter.objects.claim(work.pk, seconds=60, at=later(seconds=59)) is None
    assert not Letter.objects.due(later(seconds=59)).exists()


def test_a_lease_that_runs_out_frees_the_row(work: Letter) -> None:
    Letter.objects.claim(work.pk, seconds=60, at=NOW)
    again = Letter.objects.claim(work.pk, seconds=60, at=later(seconds=60))
    assert again is not None and again.attempts == 2


def test_what_is_done_is_never_due_again(work: Letter) -> None:
    mine = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    assert mine.finish(NOW)
    assert not Letter.objects.due(later(days=9)).exists()
    assert Letter.objects.claim(work.pk, seconds=60, at=later(days=9)) is None


@pytest.mark.parametrize(("attempt", "minutes"), [(1, 2), (2, 4), (3, 8), (7, 128)])
def test_each_fault_waits_longer(work: Letter, attempt: int, minutes: int) -> None:
    Letter.objects.filter(pk=work.pk).update(attempts=attempt - 1)
    mine = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    assert mine.put_back(OSError("yara@example.org is full"), NOW)
    mine.refresh_from_db()
    assert (mine.leased_until, mine.fault, mine.failed_at) == (later(minutes=minutes), "OSError", None)
    assert not Letter.objects.due(later(minutes=minutes, seconds=-1)).exists()
    assert Letter.objects.due(later(minutes=minutes)).exists()


def test_the_wait_has_an_end(work: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Leased, "MOST_ATTEMPTS", 40)
    Letter.objects.filter(pk=work.pk).update(attempts=30)
    mine = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    mine.put_back(OSError(), NOW)
    assert mine.leased_until == NOW + LONGEST_WAIT


def test_after_the_last_attempt_someone_must_look(work: Letter) -> None:
    Letter.objects.filter(pk=work.pk).update(attempts=Leased.MOST_ATTEMPTS - 1)
    Letter.objects.claim(work.pk, seconds=60, at=NOW).put_back(OSError(), NOW)
    work.refresh_from_db()
    assert work.failed_at == NOW and work.done_at is None
    assert not Letter.objects.due(later(days=9)).exists()
    assert list(Letter.objects.given_up()) == [work]


def test_one_that_lost_its_lease_does_not_put_back_what_another_holds(work: Letter) -> None:
    slow = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    other = Letter.objects.claim(work.pk, seconds=60, at=later(seconds=61))
    assert not slow.put_back(OSError(), later(seconds=62))
    work.refresh_from_db()
    assert (work.leased_until, work.fault) == (other.leased_until, "")


def test_one_that_lost_its_lease_still_says_that_it_is_done(work: Letter) -> None:
    slow = Letter.objects.claim(work.pk, seconds=60, at=NOW)
    other = Letter.objects.claim(work.pk, seconds=60, at=later(seconds=61))
    assert slow.finish(later(seconds=62))
    assert not other.put_back(OSError(), later(seconds=63)), "it is done: nothing to put back"
    assert not other.finish(later(seconds=64))
    work.refresh_from_db()
    assert work.done_at == later(seconds=62)
