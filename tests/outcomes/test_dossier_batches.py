"""When answers may be shown: nobody's stand out, in one reading or between two."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from outcomes.dossier.batches import FEWEST, Closed, batches, shown

DAY = date(2026, 3, 1)
waves = st.lists(
    st.builds(
        lambda days, counts: Closed(DAY + timedelta(days=days), counts),
        st.integers(0, 400),
        st.tuples(*[st.integers(0, 12)] * 3).filter(any),
    ),
    max_size=12,
)


def days(ahead: int) -> date:
    return DAY + timedelta(days=ahead)


def test_under_ten_answers_nothing_is_shown() -> None:
    nine = [Closed(DAY, (5, 4))]
    assert batches(nine) == [] and shown(nine, DAY, DAY) is None
    ten = [Closed(DAY, (5, 5))]
    assert shown(ten, DAY, DAY) == (5, 5)


def test_a_small_wave_waits_for_the_next_and_is_never_shown_alone() -> None:
    big, small, next_one = Closed(DAY, (7, 3)), Closed(days(10), (0, 2)), Closed(days(20), (6, 3))
    assert shown([big, small], DAY, days(30)) == (7, 3)
    assert shown([big, small, next_one], DAY, days(30)) == (13, 8)
    assert shown([big, small, next_one], days(5), days(15)) is None


@given(waves)
def test_whatever_closes_each_batch_holds_ten_and_no_answer_is_counted_twice(closed: list[Closed]) -> None:
    found = batches(closed)
    assert all(sum(batch.counts) >= FEWEST for batch in found)
    left = sum(sum(wave.counts) for wave in closed) - sum(sum(batch.counts) for batch in found)
    assert 0 <= left < FEWEST


@given(waves, st.tuples(*[st.integers(0, 12)] * 3).filter(any))
def test_what_closes_later_changes_no_batch_that_was_shown(closed: list[Closed], counts: tuple[int, ...]) -> None:
    later = Closed(days(401), counts)
    assert batches([*closed, later])[: len(batches(closed))] == batches(closed)


@given(waves, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_two_periods_never_differ_by_fewer_than_ten(closed: list[Closed], first: int, last: int, other: int) -> None:
    one, two = (shown(closed, days(first), days(end)) for end in (last, other))
    differ = abs(sum(one or ()) - sum(two or ()))
    assert differ == 0 or differ >= FEWEST
