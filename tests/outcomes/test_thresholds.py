"""0 to 9 all look alike, and a small row is not broken down."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.disclosure.catalogue import BY_ID, CATALOGUE, NATIONAL, PROGRAMME, PROGRAMME_GENDER, Shape
from outcomes.disclosure.release import Before, Row, Standing, compose
from outcomes.disclosure.rhythm import Rhythm
from outcomes.disclosure.rounding import rounded
from outcomes.disclosure.steps import STEPS

DAY = date(2026, 11, 1)


def row_of(table, cells):
    """The row of a first release in which one person stands in each of these cells."""
    people = [Standing(number, number * 7919, "x", cell) for number, cell in enumerate(cells)]
    (row,) = compose(table, ["x"], people, Before(), as_of=DAY, secret=b"secret").rows
    return row


def test_the_catalogue_is_eight_tables_with_their_rows_columns_and_rhythm():
    told = {table.id: (table.columns, table.rhythm) for table in CATALOGUE}
    in_a_programme = ("signed_up", "applied", "admitted", "started", "completed", "matched")
    assert told == {
        "national": (STEPS, Rhythm.MONTHLY),
        "gender": (STEPS, Rhythm.QUARTERLY),
        "age": (STEPS, Rhythm.QUARTERLY),
        "province": (STEPS, Rhythm.QUARTERLY),
        "programme": (in_a_programme, Rhythm.YEARLY),
        "programme-gender": (("vrouw", "man", "totaal"), Rhythm.YEARLY),
        "year-gender": (("vrouw", "man", "totaal"), Rhythm.QUARTERLY),
        "uitkomst": (("started", "listed", "elected"), Rhythm.YEARLY),
    }
    assert STEPS == ("signed_up", "applied", "admitted", "started", "completed", "listed", "elected")
    assert BY_ID["gender"].rows == ("vrouw", "man", "x") and len(BY_ID["province"].rows) == 12
    assert [table.id for table in CATALOGUE if table.shape is Shape.PARTS] == ["programme-gender", "year-gender"]
    assert [table.id for table in CATALOGUE if table.with_band] == ["uitkomst"]


@pytest.mark.parametrize("people", range(10))
def test_rows_of_0_to_9_people_look_alike_and_have_no_date(people):
    assert row_of(PROGRAMME, ["completed+matched"] * people) == Row("x", None, dict.fromkeys(PROGRAMME.columns))


@pytest.mark.parametrize("later", range(10))
def test_0_to_9_at_a_later_step_look_alike(later):
    row = row_of(NATIONAL, ["elected"] * later + ["started"] * (40 - later))
    assert row.cells == {**dict.fromkeys(STEPS[:4], 40), "completed": None, "listed": None, "elected": None}


@pytest.mark.parametrize(("people", "shown"), [(10, 1), (25, 1), (29, 1), (30, 7), (35, 7)])
def test_under_30_only_the_first_step_is_shown(people, shown):
    row = row_of(NATIONAL, ["elected"] * people)
    assert [row.cells[step] is not None for step in STEPS] == [True] * shown + [False] * (7 - shown)
    assert row.as_of == DAY


def test_each_step_counts_this_or_a_later_one_and_being_matched_nests_in_nothing():
    row = row_of(PROGRAMME, ["applied+matched"] * 15 + ["started"] * 15 + ["completed+matched"] * 10)
    assert row.cells == {
        "signed_up": 40,
        "applied": 40,
        "admitted": 25,
        "started": 25,
        "completed": 10,
        "matched": 25,
    }


@pytest.mark.parametrize(
    ("women", "men", "unknown", "shown"),
    [
        (15, 15, 0, (15, 15, 30)),
        (20, 5, 5, (None, None, 30)),  # one part is left: a group too much of one kind
        (10, 10, 5, (None, None, 25)),  # under 30
        (10, 10, 10, (10, 10, 30)),
        (5, 4, 0, (None, None, None)),
    ],
)
def test_a_row_is_broken_down_from_30_people_and_two_parts_of_10(women, men, unknown, shown):
    row = row_of(PROGRAMME_GENDER, ["vrouw"] * women + ["man"] * men + [""] * unknown)
    assert (row.cells["vrouw"], row.cells["man"], row.cells["totaal"]) == shown


@pytest.mark.parametrize("applied", range(31, 43))
def test_a_count_is_rounded_by_the_keys_of_the_people_in_its_own_cell(applied):
    people = [Standing(n, n * 7919, "x", "applied" if n < applied else "signed_up") for n in range(43)]
    (row,) = compose(NATIONAL, ["x"], people, Before(), as_of=DAY, secret=b"secret").rows
    keys = [person.key for person in people]
    assert row.cells["signed_up"] == rounded(43, sum(keys), b"secret")
    assert row.cells["applied"] == rounded(applied, sum(keys[:applied]), b"secret")


@given(counts=st.lists(st.integers(min_value=0, max_value=60), min_size=7, max_size=7))
def test_no_number_under_10_and_no_number_that_is_not_a_five_ever_leaves(counts):
    cells = [step for step, count in zip(STEPS, counts, strict=True) for _number in range(count)]
    shown = [value for value in row_of(NATIONAL, cells).cells.values() if value is not None]
    assert all(value >= 10 and value % 5 == 0 for value in shown)
    assert not shown or sum(counts) >= 10
