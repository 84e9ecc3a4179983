"""Where someone stands in an edition: one station is now, until it is over."""

from datetime import date, timedelta

from django.utils import timezone

from programmes.models import Edition, Participation
from programmes.own_path import stations

NOW = timezone.now()
DAY = timedelta(days=1)


def states_of(submitted_at=None, **moments):
    edition = Edition(starts_on=date(2026, 4, 4), ends_on=date(2027, 1, 29))
    participation = Participation(edition=edition, **({"admitted_at": NOW - 9 * DAY} | moments))
    return [station["state"] for station in stations(participation, submitted_at)]


def test_one_stands_at_the_last_station_passed():
    assert states_of() == ["now", "empty", "empty"]
    assert states_of(started_at=NOW) == ["done", "now", "empty"]


def test_at_the_end_every_station_is_done():
    assert states_of(started_at=NOW - DAY, completed_at=NOW) == ["done", "done", "done"]


def test_the_application_is_the_first_while_it_is_kept():
    assert states_of(submitted_at=NOW - 20 * DAY, started_at=NOW) == ["done", "done", "now", "empty"]


def test_who_stopped_stands_nowhere():
    assert states_of(left_at=NOW) == []


def test_days_are_written_in_full():
    edition = Edition(starts_on=date(2026, 4, 4), ends_on=date(2027, 1, 29))
    rows = stations(Participation(edition=edition, admitted_at=NOW))
    assert [row["when"] for row in rows[1:]] == ["4 april 2026", "29 januari 2027"]
