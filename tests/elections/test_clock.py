"""How long there is until nomination day, and which election is whose."""

import datetime as dt

import pytest

from elections.advice import ADVICE
from elections.clock import Clock, Moment
from elections.models import Body, Election

TODAY = dt.date(2026, 11, 29)
NOMINATION = dt.date(2027, 2, 1)
ELECTION = dt.date(2027, 3, 17)


def clock(today: dt.date) -> Clock:
    return Clock(today=today, nomination_day=NOMINATION, election_day=ELECTION)


def test_days_that_are_left():
    assert (clock(TODAY).days_to_nomination, clock(TODAY).days_to_election) == (64, 108)


@pytest.mark.parametrize(
    ("today", "moment"),
    [
        (NOMINATION - dt.timedelta(days=731), Moment.WANT),
        (NOMINATION - dt.timedelta(days=730), Moment.MAY),
        (NOMINATION - dt.timedelta(days=549), Moment.MAY),
        (NOMINATION - dt.timedelta(days=548), Moment.CAN),
        (NOMINATION - dt.timedelta(days=366), Moment.CAN),
        (NOMINATION - dt.timedelta(days=365), Moment.GO),
        (NOMINATION - dt.timedelta(days=121), Moment.GO),
        (NOMINATION - dt.timedelta(days=120), Moment.LATE),
        (TODAY, Moment.LATE),
        (NOMINATION, Moment.LATE),
        (NOMINATION + dt.timedelta(days=1), Moment.FIXED),
        (ELECTION - dt.timedelta(days=1), Moment.FIXED),
        (ELECTION, Moment.ELECTION),
        (ELECTION + dt.timedelta(days=1), Moment.OVER),
    ],
)
def test_the_moment_changes_on_the_day_itself(today, moment):
    assert clock(today).moment == moment


def test_each_moment_has_its_words():
    assert set(ADVICE) == set(Moment)


@pytest.mark.parametrize(
    ("on", "coming"),
    [
        (TODAY, ["AB2027", "PS2027", "GR2030"]),
        (ELECTION, ["AB2027", "PS2027", "GR2030"]),
        (ELECTION + dt.timedelta(days=1), ["GR2030"]),
    ],
)
@pytest.mark.django_db
def test_an_election_is_coming_until_its_day_is_over(on, coming):
    assert [e.identifier for e in Election.objects.coming(on)] == coming


@pytest.mark.django_db
def test_an_election_is_not_over_on_its_day():
    assert Election.objects.past(ELECTION).first().identifier == "GR2026"
    assert Election.objects.past(ELECTION + dt.timedelta(days=1)).first().identifier == "AB2027"


@pytest.mark.parametrize(
    ("code", "last", "following"),
    [
        ("GM0344", "GR2026", "GR2030"),
        ("PV26", "PS2023", "PS2027"),
        ("WS09", "AB2023", "AB2027"),
        ("GM0402", "GR2022", "GR2030"),  # Hilversum voted on a day of its own instead of in March 2026
        ("GM1696", "GR2022", None),  # Wijdemeren is gone before 2030
        ("GM1992", "GR2026", "GR2030"),  # Voorne aan Zee did not exist in 2022
    ],
)
@pytest.mark.django_db
def test_last_and_next_election_of_a_body(bodies, code, last, following):
    elections = Election.objects.for_body(Body.objects.get(code=code))
    assert elections.past(TODAY).first().identifier == last
    found = elections.coming(TODAY).first()
    assert (found.identifier if found else None) == following


@pytest.mark.django_db
def test_a_new_body_has_no_election_from_before_it_existed(bodies):
    voorne = Body.objects.get(code="GM1992")
    assert "GR2022" not in Election.objects.for_body(voorne).values_list("identifier", flat=True)
