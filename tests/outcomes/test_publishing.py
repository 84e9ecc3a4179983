"""A release is made once, one at a time, and never changes; the command says how it ended."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lifecycle.models import JournalLine
from outcomes import actions
from outcomes.actions import NotThisDay, publish, publish_each
from outcomes.models import CountedCell, GoneSince, PublishedCell, Release
from outcomes.personal_data import forget
from tests.outcomes.people import move, people_at

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def cells(as_of=NOVEMBER):
    return dict(PublishedCell.objects.filter(release__as_of=as_of).values_list("column", "value"))


def everything():
    """All that publishing writes, as it stands."""
    return [list(model.objects.order_by("pk").values()) for model in (Release, PublishedCell, CountedCell, GoneSince)]


def run(command, *arguments):
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def refusal(command, *arguments):
    with pytest.raises(CommandError) as refused:
        call_command(command, *arguments, stdout=StringIO())
    return refused.value.returncode


def test_a_release_counts_what_happened_on_its_day_or_before():
    people = people_at("started", 40, on=NOVEMBER)
    move(people[:20], "completed", on=NOVEMBER + timedelta(days=1))
    publish(NOVEMBER)
    assert cells() == {
        **dict.fromkeys(["signed_up", "applied", "admitted", "started"], 40),
        **dict.fromkeys(["completed", "listed", "elected"]),
    }


def test_somebody_in_two_programmes_counts_once_at_the_furthest_step():
    people = people_at("applied", 40)
    move(people, "completed", on=OCTOBER)
    people_at("signed_up", 5)
    publish(NOVEMBER)
    assert CountedCell.objects.count() == 45
    assert cells()["signed_up"] == 45 and cells()["completed"] == 40


def test_the_same_day_twice_changes_nothing():
    people = people_at("started", 40)
    assert publish(NOVEMBER)[1] is True
    before = everything()
    move(people, "completed", on=OCTOBER)
    assert publish(NOVEMBER)[1] is False
    assert everything() == before


def test_a_day_to_come_or_before_the_last_release_is_refused_and_changes_nothing():
    people_at("started", 40)
    publish(NOVEMBER)
    before = everything()
    for day in (timezone.localdate() + timedelta(days=1), NOVEMBER - timedelta(days=1)):
        with pytest.raises(NotThisDay):
            publish(day)
    assert everything() == before


def test_earlier_releases_stay_as_they_were_and_a_row_is_renewed_from_ten_people_on():
    people = people_at("started", 40)
    publish(OCTOBER)
    move(people[:9], "completed", on=OCTOBER)
    publish(NOVEMBER)
    assert cells(OCTOBER) == cells(NOVEMBER)
    assert set(PublishedCell.objects.values_list("as_of", flat=True)) == {OCTOBER}
    move(people[9:10], "completed", on=NOVEMBER)
    december = date(2026, 12, 1)
    publish(december, at=timezone.now() + timedelta(days=30))
    assert cells(december)["completed"] == 10 and cells(NOVEMBER)["completed"] is None


def test_an_erased_person_counts_as_gone_until_the_row_is_renewed():
    people = people_at("started", 40)
    publish(OCTOBER)
    forget(type(people[0]).objects.filter(pk__in=[person.pk for person in people[:5]]))
    move(people[5:9], "completed", on=OCTOBER)
    publish(NOVEMBER)
    assert cells(OCTOBER) == cells(NOVEMBER)  # nine
    move(people[9:10], "completed", on=NOVEMBER)
    publish(date(2026, 11, 2))
    assert cells(date(2026, 11, 2)) == cells(OCTOBER)  # ten, but the month has had its turn
    publish(date(2026, 12, 1), at=timezone.now() + timedelta(days=30))
    assert cells(date(2026, 12, 1))["signed_up"] == 35
    assert not GoneSince.objects.exists()


def test_nine_people_are_as_good_as_nobody():
    people_at("completed", 9)
    publish(OCTOBER)
    assert set(cells(OCTOBER).values()) == {None}
    assert not PublishedCell.objects.exclude(as_of=None).exists() and not CountedCell.objects.exists()


def test_publishing_is_written_in_the_journal():
    release, _new = publish(NOVEMBER)
    assert JournalLine.objects.get(verb="publish").thing_key == str(release.pk)


def test_a_fault_half_way_leaves_nothing(monkeypatch):
    people_at("started", 40)
    before = everything()
    monkeypatch.setattr(actions, "record", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(NOVEMBER)
    assert everything() == before


def test_publishing_asks_as_much_for_many_as_for_few():
    people_at("started", 30)
    with CaptureQueriesContext(connection) as few:
        publish(OCTOBER)
    people_at("started", 300)
    with CaptureQueriesContext(connection) as many:
        publish(NOVEMBER)
    assert len(many) <= len(few) + 6  # the second also reads what the first left
    assert len(many) <= 20


def test_months_are_published_one_after_the_other():
    people_at("started", 40)
    assert publish_each([NOVEMBER, OCTOBER, NOVEMBER]) == 2
    assert [release.as_of for release in Release.objects.all()] == [NOVEMBER, OCTOBER]


# The commands ---------------------------------------------------------------------------------------


def test_the_command_publishes_and_says_so_when_it_was_there_already():
    assert "2026-11-01: published" in run("publish_monitor", "--as-of", "2026-11-01")
    assert "nothing changed" in run("publish_monitor", "--as-of", "2026-11-01")


def test_the_command_refuses_a_day_to_come_an_earlier_day_and_what_is_no_day():
    run("publish_monitor", "--as-of", "2026-11-01")
    assert refusal("publish_monitor", "--as-of", "2026-10-31") == 2
    assert refusal("publish_monitor", "--as-of", "2999-01-01") == 2
    with pytest.raises(CommandError, match="is not a day"):
        call_command("publish_monitor", "--as-of", "1 november")


def test_the_tables_are_printed_as_promised():
    people_at("started", 35)
    publish(NOVEMBER)
    people_at("started", 200)
    assert json.loads(run("monitor_tables", "--format", "json")) == {
        "release": "2026-11-01",
        "tables": [
            {
                "id": "national",
                "columns": ["signed_up", "applied", "admitted", "started", "completed", "listed", "elected"],
                "rows": [
                    {
                        "key": "nederland",
                        "as_of": "2026-11-01",
                        "band": None,
                        "cells": [35, 35, 35, 35, None, None, None],
                    }
                ],
            }
        ],
    }


def test_a_row_of_nobody_has_no_date():
    publish(NOVEMBER)
    (table,) = json.loads(run("monitor_tables", "--format", "json"))["tables"]
    assert table["rows"] == [{"key": "nederland", "as_of": None, "band": None, "cells": [None] * 7}]


def test_an_earlier_release_can_be_asked_for_and_one_that_is_not_there_is_refused():
    assert refusal("monitor_tables", "--format", "json") == 2
    publish(OCTOBER)
    publish(NOVEMBER)
    assert json.loads(run("monitor_tables", "--release", "2026-10-01", "--format", "json"))["release"] == "2026-10-01"
    assert refusal("monitor_tables", "--release", "2026-10-02", "--format", "json") == 2


def test_the_lines_of_the_csv_are_the_cells_and_a_hidden_one_is_empty():
    people_at("started", 35)
    publish(NOVEMBER)
    header, *lines = run("monitor_tables", "--format", "csv").splitlines()
    assert header == "release,table,key,column,value,as_of,band"
    assert lines[0] == "2026-11-01,national,nederland,signed_up,35,2026-11-01,"
    assert lines[-1] == "2026-11-01,national,nederland,elected,,2026-11-01,"
    assert len(lines) == 7
