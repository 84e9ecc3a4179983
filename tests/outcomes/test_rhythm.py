"""A release never tells of fewer than ten people at a time."""

from datetime import date

import pytest

from outcomes.disclosure.catalogue import NATIONAL, PROGRAMME
from outcomes.disclosure.release import Before, Row, Standing, compose
from outcomes.disclosure.rhythm import Rhythm, is_due, people_changed

SECRET = b"secret"
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
ROW = "nederland"


def standings(cells):
    return [Standing(person, person * 7919, ROW, cell) for person, cell in cells.items()]


def first(cells):
    return compose(NATIONAL, [ROW], standings(cells), Before(), as_of=NOVEMBER, secret=SECRET)


def then(cells, before, *, gone=0, as_of=DECEMBER, table=NATIONAL):
    """The row in a release after `first(before)`."""
    earlier = first(before)
    rows = {row.key: row for row in earlier.rows}
    left = Before(NOVEMBER, rows, earlier.renewed, {ROW: gone})
    (row,) = compose(table, [ROW], standings(cells), left, as_of=as_of, secret=SECRET).rows
    return row


FORTY = dict.fromkeys(range(40), "started")


@pytest.mark.parametrize(("changed", "as_of"), [(9, NOVEMBER), (10, DECEMBER)])
def test_nine_people_who_moved_on_are_not_told_of_and_ten_are(changed, as_of):
    row = then(FORTY | dict.fromkeys(range(changed), "completed"), FORTY)
    assert row.as_of == as_of
    assert (row.cells["completed"] is None) == (changed == 9)


@pytest.mark.parametrize(("came", "as_of"), [(9, NOVEMBER), (10, DECEMBER)])
def test_newcomers_count_once_each(came, as_of):
    assert then(FORTY | dict.fromkeys(range(100, 100 + came), "signed_up"), FORTY).as_of == as_of


@pytest.mark.parametrize(("came", "as_of"), [(4, NOVEMBER), (5, DECEMBER)])
def test_people_who_came_and_who_went_do_not_cancel_out(came, as_of):
    stayed = {person: cell for person, cell in FORTY.items() if person >= 5}
    assert then(stayed | dict.fromkeys(range(100, 100 + came), "started"), FORTY).as_of == as_of


@pytest.mark.parametrize(("gone", "as_of"), [(4, NOVEMBER), (5, DECEMBER)])
def test_who_was_erased_counts_as_gone(gone, as_of):
    moved = FORTY | dict.fromkeys(range(5), "completed")
    assert then(moved, FORTY, gone=gone).as_of == as_of


def test_a_row_that_falls_under_10_keeps_its_values_until_ten_changed():
    before = dict.fromkeys(range(12), "started")
    three_left = dict.fromkeys(range(3), "started")
    (old,) = first(before).rows
    assert then(three_left, before) == old
    assert then({0: "started"}, before) == Row(ROW, None, dict.fromkeys(NATIONAL.columns))


def test_a_row_that_fell_under_10_remembers_nobody_and_is_shown_again_from_ten_on():
    """Otherwise ten people, of whom three were there before, would be seven who changed."""
    before = first(dict.fromkeys(range(13), "started"))
    left = Before(NOVEMBER, {ROW: before.rows[0]}, before.renewed, {})
    three = standings(dict.fromkeys(range(3), "started"))
    fallen = compose(NATIONAL, [ROW], three, left, as_of=DECEMBER, secret=SECRET)
    assert fallen.rows[0].as_of is None and fallen.renewed == {ROW: {}}
    left = Before(DECEMBER, {ROW: fallen.rows[0]}, fallen.renewed, {})
    ten = standings(dict.fromkeys(range(10), "started"))
    (row,) = compose(NATIONAL, [ROW], ten, left, as_of=date(2027, 1, 1), secret=SECRET).rows
    assert row.cells["signed_up"] == 10


def test_a_row_that_was_too_small_is_shown_once_it_is_ten():
    nine = dict.fromkeys(range(9), "started")
    assert then(nine, nine).as_of is None
    assert then(nine | {9: "started"}, nine).cells["signed_up"] == 10


def test_a_row_waits_for_its_turn():
    """Programmes have theirs on the first of November."""
    left = Before(NOVEMBER, {ROW: Row(ROW, None, dict.fromkeys(PROGRAMME.columns))})
    for as_of, shown in [(date(2027, 10, 31), None), (date(2027, 11, 1), 40)]:
        (row,) = compose(PROGRAMME, [ROW], standings(FORTY), left, as_of=as_of, secret=SECRET).rows
        assert row.cells["started"] == shown


def test_a_table_that_was_never_published_does_not_wait():
    (row,) = compose(PROGRAMME, [ROW], standings(FORTY), Before(NOVEMBER), as_of=DECEMBER, secret=SECRET).rows
    assert row.cells["started"] == 40


@pytest.mark.parametrize(
    ("rhythm", "previous", "as_of", "due"),
    [
        (Rhythm.MONTHLY, date(2026, 11, 1), date(2026, 11, 30), False),
        (Rhythm.MONTHLY, date(2026, 11, 1), date(2026, 12, 1), True),
        (Rhythm.MONTHLY, date(2026, 11, 29), date(2026, 12, 3), True),
        (Rhythm.QUARTERLY, date(2026, 11, 1), date(2027, 1, 1), False),
        (Rhythm.QUARTERLY, date(2026, 11, 1), date(2027, 2, 1), True),
        (Rhythm.QUARTERLY, date(2027, 1, 1), date(2027, 3, 1), True),  # February had no release: not lost
        (Rhythm.YEARLY, date(2026, 11, 1), date(2027, 10, 31), False),
        (Rhythm.YEARLY, date(2027, 1, 1), date(2027, 11, 1), True),
        (Rhythm.YEARLY, None, date(2027, 3, 1), True),
    ],
)
def test_when_a_table_has_its_turn(rhythm, previous, as_of, due):
    assert is_due(rhythm, previous, as_of) is due


def test_a_person_who_changed_twice_changed_once():
    assert people_changed({1: "applied", 2: "applied"}, {1: "completed", 3: "applied"}) == 3
