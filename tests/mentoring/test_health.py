"""How a pair goes by dates alone, and where mentors run short: both pure."""

from datetime import date, timedelta

import pytest

from mentoring.health import CHECK_IN_AFTER, SILENT_AFTER, Health, health_of
from mentoring.shortage import Shortage, shortages

TODAY = date(2026, 12, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("quiet", "expected"),
    [
        (timedelta(0), Health.ON_TRACK),
        (CHECK_IN_AFTER, Health.ON_TRACK),
        (CHECK_IN_AFTER + DAY, Health.CHECK_IN),
        (SILENT_AFTER, Health.CHECK_IN),
        (SILENT_AFTER + DAY, Health.SILENT),
    ],
)
def test_it_counts_how_long_ago_they_spoke_or_became_a_pair(quiet, expected):
    assert health_of(since=TODAY - quiet, spoke=None, next_on=None, on=TODAY) == expected
    assert health_of(since=TODAY - 300 * DAY, spoke=TODAY - quiet, next_on=None, on=TODAY) == expected


def test_a_meeting_to_come_is_a_good_sign_and_one_that_went_by_is_not():
    long_ago = TODAY - 300 * DAY
    assert health_of(since=long_ago, spoke=None, next_on=TODAY, on=TODAY) == Health.ON_TRACK
    assert health_of(since=long_ago, spoke=None, next_on=TODAY - DAY, on=TODAY) == Health.SILENT


def test_a_shortage_is_more_people_than_places_and_the_largest_stands_in_front():
    seeking = [("Drenthe", ["zorg", "wonen"]), ("Drenthe", ["zorg"]), ("Drenthe", ["zorg"]), ("Utrecht", ["wonen"])]
    offering = [("Drenthe", ["zorg"], 1), ("Utrecht", ["wonen"], 2)]
    assert shortages(seeking, offering) == [
        Shortage("Drenthe", "zorg", seeking=3, places=1),
        Shortage("Drenthe", "wonen", seeking=1, places=0),
    ]


def test_a_mentor_for_the_whole_country_counts_everywhere():
    assert shortages([("Drenthe", ["zorg"]), ("", ["zorg"])], [("", ["zorg"], 1)]) == []
    assert shortages([("", ["zorg"])], [("Drenthe", ["zorg"], 1)]) == [Shortage("", "zorg", seeking=1, places=0)]
