"""Whose election it is that a file tells of, and what that means for the days that we expected."""

import datetime as dt
from dataclasses import replace

import pytest

from elections import reference
from elections.models import Body, BodyElection, Election, SeparateVote
from portal.demo.elections.making import candidate_lists, definition, result, seated
from tests.factories.elections import candidate, head, party_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies")]

LISTS = (
    party_list(1, candidate(1), candidate(2, "Wit", prefix="de"), candidate(3, "Groen")),
    party_list(3, candidate(1, "Blauw"), candidate(4, "Rood"), name=""),
)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"domain": "168"}, "GM0168"),
        ({"category": "PS", "domain": "03"}, "PV22"),
        ({"category": "AB", "domain": "25"}, "WS25"),
        ({"category": "PS", "domain": "", "domain_name": "Drenthe"}, "PV22"),
        ({"domain": "", "domain_name": "Den Haag"}, "GM0518"),
    ],
)
def test_a_body_is_known_by_its_number_or_else_by_its_name(take, changes: dict[str, str], code: str) -> None:
    take(definition(head(message="110a", identifier="X2030_Y", **changes)))
    assert BodyElection.objects.get().body.code == code


@pytest.mark.parametrize(
    "changes",
    [
        {"identifier": "TK2029", "category": "TK", "domain": ""},
        {"identifier": "GR2030_Verdwenen", "domain": "1999"},
        {"identifier": "ER2030_Eiland", "category": "ER", "domain": "9001"},
        {"domain": "", "domain_name": "Nergenshuizen"},
    ],
)
def test_an_unknown_body_or_kind_is_read_and_marked(take, changes: dict[str, str]) -> None:
    report = take(candidate_lists(head(**changes), LISTS))
    assert (report.imported, report.candidates) == (1, 5)
    marked = BodyElection.objects.get()
    assert marked.is_marked and marked.body is None and marked.election is None


def test_official_days_take_the_place_of_expected_ones(take) -> None:
    assert Election.objects.get(identifier="GR2030").is_expected
    moved = head(message="110a", election_day=dt.date(2030, 3, 21), nomination_day=dt.date(2030, 2, 5))
    take(definition(moved))
    election = Election.objects.get(identifier="GR2030")
    assert (election.election_day, election.nomination_day) == (moved.election_day, moved.nomination_day)
    assert not election.is_expected
    take(definition(replace(moved, identifier="GR2030_Borne", domain="0147", election_day=dt.date(2030, 3, 27))))
    election.refresh_from_db()
    assert election.election_day == moved.election_day  # two files that differ: the first one stands


def test_a_body_that_votes_on_a_day_of_its_own_moves_nothing(take) -> None:
    election = Election.objects.get(identifier="GR2030")
    SeparateVote.objects.create(body=Body.objects.get(code="GM0168"), election=election, year=2030, season="spring")
    take(definition(head(message="110a", election_day=dt.date(2030, 3, 27))))
    take(definition(head(message="110a", identifier="GR2030_Borne", domain="0147", election_day=dt.date(2030, 11, 20))))
    election.refresh_from_db()
    assert election.is_expected and election.election_day == dt.date(2030, 3, 20)
    assert {*BodyElection.objects.values_list("election", flat=True)} == {None}


def test_a_result_alone_says_nothing_of_expected_days(take) -> None:
    take(result(head(), seated(LISTS, {1: [1]})))
    assert Election.objects.get(identifier="GR2030").is_expected


def test_one_name_for_two_bodies_is_refused(take) -> None:
    take(candidate_lists(head(), LISTS))
    report = take(candidate_lists(head(domain="0147", domain_name="Borne"), LISTS))
    assert [one.reason for one in report.refused] == ["Dit kenmerk hoort al bij een ander bestuur."]
    assert BodyElection.objects.get().domain == "0168"


def test_files_that_came_before_the_list_of_bodies_are_recognised_later(take) -> None:
    Body.objects.filter(code="GM0168").delete()
    take(candidate_lists(head(domain="168"), LISTS))
    assert BodyElection.objects.get().is_marked
    reference.load()
    losser = BodyElection.objects.get()
    assert (losser.body.code, losser.is_marked, losser.election.identifier) == ("GM0168", False, "GR2030")


def test_a_file_that_does_not_say_which_body_forgets_nothing(take) -> None:
    take(candidate_lists(head(), LISTS))
    take(definition(head(message="110a", domain="", domain_name="")))
    losser = BodyElection.objects.get()
    assert (losser.body.code, losser.domain, losser.is_marked) == ("GM0168", "0168", False)
