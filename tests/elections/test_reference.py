"""The lists of bodies and the election calendar, as they are after migrate and set_up."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from elections import reference
from elections.models import Body, Election, Kind, SeparateVote
from elections.slugs import slug_for

pytestmark = pytest.mark.django_db

CALENDAR = {
    "GR2022": ("2022-01-31", "2022-03-16", False),
    "PS2023": ("2023-01-30", "2023-03-15", False),
    "AB2023": ("2023-01-30", "2023-03-15", False),
    "GR2026": ("2026-02-02", "2026-03-18", False),
    "PS2027": ("2027-02-01", "2027-03-17", True),
    "AB2027": ("2027-02-01", "2027-03-17", True),
    "GR2030": ("2030-02-04", "2030-03-20", True),
}


def test_the_calendar_stands_after_migrate():
    found = {
        e.identifier: (e.nomination_day.isoformat(), e.election_day.isoformat(), e.is_expected)
        for e in Election.objects.all()
    }
    assert found == CALENDAR


def test_all_bodies_are_laid_with_an_address_of_their_own(bodies):
    assert bodies == 342 + 12 + 21
    counts = [Body.objects.filter(kind=kind).count() for kind in (Kind.COUNCIL, Kind.PROVINCE, Kind.WATER_BOARD)]
    assert counts == [342, 12, 21]
    assert Body.objects.values("slug").distinct().count() == bodies
    assert len({body.title for body in Body.objects.all()}) == bodies


def test_loading_twice_adds_nothing_and_keeps_addresses(bodies):
    Body.objects.filter(code="GM0014").update(slug="stad-groningen", name="Oude naam")
    before = set(Body.objects.values_list("pk", "code"))
    reference.load()
    assert set(Body.objects.values_list("pk", "code")) == before
    assert SeparateVote.objects.count() == 2
    groningen = Body.objects.get(code="GM0014")
    assert (groningen.slug, groningen.name) == ("stad-groningen", "Groningen")


@pytest.mark.parametrize(
    ("code", "slug", "title"),
    [
        ("GM0518", "s-gravenhage", "'s-Gravenhage (Den Haag)"),
        ("GM0373", "bergen-nh", "Bergen (NH)"),
        ("GM0893", "bergen-l", "Bergen (L)"),
        ("GM0164", "hengelo-o", "Hengelo (O)"),
        ("GM1900", "sudwest-fryslan", "Súdwest-Fryslân"),
        ("GM0014", "groningen", "Groningen"),
        ("PV20", "provincie-groningen", "Provincie Groningen"),
        ("WS25", "waterschap-limburg", "Waterschap Limburg"),
        ("WS02", "wetterskip-fryslan", "Wetterskip Fryslân"),
    ],
)
def test_address_and_title_of_hard_names(bodies, code, slug, title):
    body = Body.objects.get(code=code)
    assert (body.slug, body.title) == (slug, title)


def test_a_name_that_is_taken_gets_its_code():
    assert slug_for(Kind.COUNCIL, "Bergen", "GM0893", taken={"bergen"}) == "bergen-gm0893"


@pytest.mark.parametrize(("code", "domain"), [("GM0014", "0014"), ("PV31", "12"), ("WS25", "25"), ("WS01", "1")])
def test_each_body_knows_its_number_in_official_files(bodies, code, domain):
    assert Body.objects.get(code=code).domain == domain


def test_a_body_that_goes_into_another_is_valid_until_its_last_day(bodies):
    assert Body.objects.valid(dt.date(2026, 12, 31)).filter(code="GM1696").exists()
    assert not Body.objects.valid(dt.date(2027, 1, 1)).filter(code="GM1696").exists()
    assert Body.objects.get(code="GM1696").successor.code == "GM0402"
    assert not Body.objects.valid(dt.date(2022, 12, 31)).filter(code="GM1992").exists()
    assert Body.objects.valid(dt.date(2023, 1, 1)).filter(code="GM1992").exists()


def test_the_database_refuses_nonsense(bodies):
    day = dt.date(2030, 1, 1)
    with pytest.raises(IntegrityError, match="nomination_before_election_day"), transaction.atomic():
        Election.objects.create(identifier="GR2031", kind=Kind.COUNCIL, nomination_day=day, election_day=day)
    with pytest.raises(IntegrityError, match="body_ends_after_it_begins"), transaction.atomic():
        Body.objects.filter(code="GM0014").update(valid_from=day, valid_until=day - dt.timedelta(days=1))
