"""The fairness sheet of matching: through the same doors as the monitor, once a year, never changed, about nobody."""

import re
import secrets
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from mentoring.states import MatchState, MentorState
from outcomes.actions import publish
from outcomes.disclosure.catalogue import TOTAL
from outcomes.disclosure.fairness import (
    BY_AGE,
    BY_GENDER,
    LONG,
    WEEKS,
    are_several,
    doubted,
    exposure_band,
    latest_year,
    waiting_band,
)
from outcomes.disclosure.release import Before, Row, Standing, compose
from outcomes.disclosure.rounding import rounded
from outcomes.disclosure.steps import MATCHED, STARTED
from outcomes.fairness import publishing
from outcomes.fairness.counting import about_several, age_band
from outcomes.fairness.publishing import Doubted
from outcomes.models import FairnessCell, FairnessSheet, FunnelPerson, Release
from outcomes.models.fairness import PublishedForGood
from programmes.choices import Reveals
from tests.factories.mentoring import MatchFactory, MenteeProfileFactory, MentorFactory, MentorProfileFactory
from tests.factories.programmes import EditionFactory, ParticipationFactory
from tests.outcomes.people import move
from tests.walkers.personal_models import personal_models

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
MARCH = date(2025, 3, 3)


def group(edition, number, matched, *, on=MARCH, **traits):
    """So many people who began; the first `matched` of them found a mentor."""
    people = FunnelPerson.objects.bulk_create(FunnelPerson(**traits) for _number in range(number))
    move(people, STARTED, on=on, edition=edition)
    move(people[:matched], MATCHED, on=on + timedelta(days=30), edition=edition)
    return people


def editions(number=3, **fields):
    return [EditionFactory(programme__has_mentors=True, **fields) for _number in range(number)]


def cells(table):
    found = FairnessCell.objects.filter(table=table.id).values_list("row", "column", "value")
    return {(row, column): value for row, column, value in found}


# Plain Python ---------------------------------------------------------------------------------------


def test_the_sheet_of_a_year_has_its_turn_four_months_later():
    assert [latest_year(day) for day in (date(2026, 4, 30), MAY, date(2026, 12, 31))] == [2024, 2025, 2025]


def test_several_is_three_programmes_with_ten_people_each():
    two = [(programme, person) for programme in (1, 2) for person in range(50)]
    assert not are_several([*two, *((3, person) for person in range(9))])
    assert are_several([*two, *((3, person) for person in range(10))])


def test_nothing_that_the_sheet_can_say_names_a_count_and_unrounded_it_would_be_stopped():
    keys = [pow(7, place, 2**64) for place in range(1, 90)]
    for total in range(10, 90):
        for matched in range(0, total + 1, 3):
            people = [Standing(i, keys[i], "man", MATCHED if i < matched else "unmatched") for i in range(total)]
            rows = compose(BY_GENDER, BY_GENDER.rows, people, Before(), as_of=MAY, secret=b"s").rows
            assert doubted(rows) == []
            (man,) = [row for row in rows if row.key == "man"]
            shows = total >= 30 and matched >= 10 and total - matched >= 10
            assert (man.cells[MATCHED] is not None) is shows
    assert doubted([Row("man", MAY, {MATCHED: 23, "unmatched": 21, TOTAL: 44})], off=0) == ["man"]


@pytest.mark.parametrize(("seen", "band"), [(None, ""), (15, "onder"), (25, "half"), (45, "meeste")])
def test_the_exposure_of_mentors_is_said_in_a_band(seen, band):
    assert exposure_band({"proposed": seen, TOTAL: 60}) == band
    assert exposure_band({"proposed": seen, TOTAL: 45}) == ""


def test_waiting_is_the_weeks_within_which_nine_of_ten_had_a_proposal():
    within = dict(zip(map(str, WEEKS), (60, 85, 90, 95), strict=True))
    assert waiting_band({**within, TOTAL: 100}) == "13"
    assert waiting_band({**dict.fromkeys(within, 60), TOTAL: 100}) == LONG
    assert (
        waiting_band({**dict.fromkeys(within), TOTAL: 45}) == waiting_band({**dict.fromkeys(within), TOTAL: None}) == ""
    )


def test_sixteen_and_seventeen_count_as_unknown():
    assert [age_band(age) for age in (17, 18, 25, 26, 50, 51)] == ["", "18–25", "18–25", "26–35", "36–50", "51+"]


def test_a_row_of_one_programme_is_nobodys_and_the_others_stay():
    """Sixty women of three programmes, and forty men whom only the first one took."""
    women = [Standing(person, person, "vrouw", MATCHED) for person in range(60)]
    men = [Standing(person, person, "man", MATCHED) for person in range(60, 100)]
    where = [(person % 3, person) for person in range(60)] + [(0, person) for person in range(60, 100)]
    assert about_several(women + men, where) == women
    elsewhere = [(programme, person) for programme in (1, 2) for person in range(60, 70)]
    assert about_several(women + men, where + elsewhere) == women + men, "who is in several counts in each"


# Published ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_is_published_is_rounded_as_the_monitor_does_and_small_is_null():
    people = [person for one in editions() for person in group(one, 16, 9, gender="vrouw", birth_year=1990)]
    group(editions(1)[0], 9, 4, gender="man", birth_year=1960)
    # Not of the year, not with mentors, and one that reveals something: none of these counts.
    group(editions(1)[0], 40, 20, on=date(2024, 12, 31), gender="x")
    group(EditionFactory(programme__has_mentors=False), 40, 20, gender="x")
    group(EditionFactory(programme__has_mentors=True, reveals=Reveals.GENDER), 40, 20, gender="x")
    publish(MAY)
    assert FairnessSheet.objects.values_list("year", "as_of").get() == (2025, MAY)
    said = cells(BY_GENDER)
    secret = settings.ROUNDING_SECRET.encode()
    assert said["vrouw", TOTAL] == rounded(48, sum(one.rounding_key for one in people), secret)
    matched = [one for one in people if one.facts.filter(step=MATCHED).exists()]
    assert said["vrouw", MATCHED] == rounded(27, sum(one.rounding_key for one in matched), secret)
    assert {said[row, column] for row in ("man", "x") for column in (MATCHED, TOTAL)} == {None}
    assert cells(BY_AGE)["26–35", TOTAL] == said["vrouw", TOTAL]  # the same people, the same number
    assert {column for _row, column in said} == {MATCHED, TOTAL}
    assert not FairnessCell.objects.exclude(value=None).filter(value__lt=10).exists()


@pytest.mark.django_db
def test_two_programmes_show_nothing_and_it_stays_so():
    first, second = editions(2)
    group(first, 60, 30, gender="vrouw"), group(second, 60, 30, gender="man")
    publish(MAY)
    assert set(cells(BY_GENDER).values()) == {None}
    group(editions(1)[0], 60, 30, gender="man")
    publish(JUNE)
    assert set(cells(BY_GENDER).values()) == {None} and FairnessSheet.objects.count() == 1


@pytest.mark.django_db
def test_a_sheet_is_made_once_and_cannot_be_changed():
    for one in editions():
        group(one, 30, 15, gender="vrouw")
    publish(MAY)
    before = list(FairnessCell.objects.order_by("pk").values())
    FunnelPerson.objects.all().delete()
    publish(JUNE)
    assert list(FairnessCell.objects.order_by("pk").values()) == before
    cell = FairnessCell.objects.first()
    for change in (cell.save, cell.sheet.save, lambda: FairnessCell.objects.update(value=None)):
        with pytest.raises(PublishedForGood):
            change()
    for wrong in ({"value": 9}, {"value": 44}, {"band": "alles"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FairnessCell.objects.create(sheet=cell.sheet, table="x", row="x", column="x", **wrong)


@pytest.mark.django_db
def test_a_figure_that_would_tell_too_much_stops_the_whole_publication(monkeypatch):
    for one in editions():
        group(one, 30, 15, gender="vrouw")
    monkeypatch.setattr(publishing, "doubted", lambda rows: doubted(rows, off=0))
    with pytest.raises(Doubted, match="matched-gender vrouw"):
        publish(MAY)
    assert not Release.objects.exists() and not FairnessSheet.objects.exists()


@pytest.mark.django_db
def test_mentors_and_waiting_leave_as_bands_of_editions_that_are_still_kept():
    """In each programme 24 of 25 had a proposal after three weeks, one never; half of the mentors had one."""
    start = timezone.make_aware(datetime(2025, 3, 3))
    running, over = {"starts_on": MARCH, "ends_on": date(2026, 3, 1)}, {"starts_on": MARCH, "ends_on": date(2025, 9, 1)}
    for one in editions(**running):
        _people_and_mentors(one, start, 25, seen=24)
    _people_and_mentors(editions(1, **over)[0], start, 12, seen=0)  # some may be purged: does not count
    publish(MAY, at=timezone.make_aware(datetime(2026, 5, 1, 9)))
    assert dict(FairnessCell.objects.exclude(band="").values_list("table", "band")) == {
        "exposure": "half",
        "waiting": "4",
    }
    (long,) = FairnessCell.objects.filter(table="waiting", column=LONG)
    assert long.value is None  # three: fewer than ten


def _people_and_mentors(edition, start, number, *, seen):
    mentors = [
        MentorFactory(programme=edition.programme, state=MentorState.ADMITTED, admitted_at=start)
        for _number in range(number)
    ]
    for place, mentor in enumerate(mentors):
        MentorProfileFactory(user=mentor.user)
        someone = ParticipationFactory(edition=edition, started_at=start)
        MenteeProfileFactory(user=someone.user)
        FunnelPerson.objects.create(user=someone.user)
        if place < seen:
            fields = {"state": MatchState.EXPIRED, "proposed_at": start + timedelta(weeks=3)}
            MatchFactory(participation=someone, mentor=mentors[place // 2], **fields)


# Shown ----------------------------------------------------------------------------------------------


def read():
    response = Client().get(f"/algoritme/?{secrets.token_hex(4)}")  # never from what was kept for visitors
    assert response.status_code == 200
    return " ".join(strip_tags(response.text).split())


@pytest.mark.django_db
@pytest.mark.usefixtures("laid")
def test_the_page_says_when_a_sheet_comes_then_shows_it_and_reads_nobody():
    assert "Er is nog geen overzicht" in read() and "bij de eerstvolgende publicatie" in read()
    sheet = FairnessSheet.objects.create(year=2025, as_of=MAY)
    values = {
        ("matched-gender", "vrouw"): (235, 150),
        ("matched-gender", "man"): (45, 20),
        ("matched-age", "51+"): (20, None),
    }
    rows = [(table, row) for table in (BY_GENDER, BY_AGE) for row in table.rows]
    for table, row in rows:
        for column, value in zip((TOTAL, MATCHED), values.get((table.id, row), (None, None)), strict=True):
            FairnessCell.objects.create(sheet=sheet, table=table.id, row=row, column=column, value=value)
    for table, row, column, band in (("exposure", "mentoren", "band", ""), ("waiting", "mensen", "band", "8")):
        FairnessCell.objects.create(sheet=sheet, table=table, row=row, column=column, band=band)
    FairnessCell.objects.create(sheet=sheet, table="waiting", row="mensen", column=LONG)
    read()  # what is asked once a process
    with CaptureQueriesContext(connection) as queries:
        text = read()
    theirs = {model._meta.db_table for model in personal_models()} - {"wagtailcore_page"}  # who edits the page itself
    asked = {name for query in queries for name in re.findall(r'"(\w+)"', query["sql"])}
    assert "outcomes_funnelperson" in theirs and "outcomes_fairnesscell" in asked
    assert asked & theirs == set()
    assert "Vrouw 235 150 64 %" in text  # whole per cents from two hundred
    assert "Man 45 20 niet getoond" in text  # no share under fifty
    assert "51+ 20 niet getoond niet getoond" in text and "X niet getoond niet getoond niet getoond" in text
    assert "binnen 8 weken een voorstel" in text and "te klein of te eenzijdig" in text
    assert "zonder voorstel: minder dan 10 mensen" in text and "over 2026 komt na 1 mei 2027" in text
    FairnessSheet.objects.create(year=2026, as_of=date(2027, 5, 1))
    assert "Over 2026 is niets te tonen" in read()
