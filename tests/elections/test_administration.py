"""The administrator's screens for bodies and elections: what may be changed, and that the pages follow at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from elections.models import Body, Election, SeparateVote
from tests.factories.people import AdministratorFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    return sign_in(client, AdministratorFactory())


def the_hague() -> Body:
    return Body.objects.get(code="GM0518")


def test_only_the_everyday_name_of_a_body_can_be_changed(bodies, desk: Client) -> None:
    body = the_hague()
    address = reverse("admin_bodies:edit", args=[body.pk])
    form = desk.get(address).context["form"]
    assert list(form.fields) == ["alias"]
    assert desk.post(address, {"alias": "De Hofstad", "name": "Anders", "code": "GM9999"}).status_code == 302
    body.refresh_from_db()
    assert (body.alias, body.name, body.code) == ("De Hofstad", "'s-Gravenhage", "GM0518")


def test_a_change_shows_at_once_on_the_page_that_was_kept(bodies, desk: Client, django_capture_on_commit_callbacks):
    body, visitor = the_hague(), Client()
    assert "Den Haag" in visitor.get(body.get_absolute_url()).text
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("admin_bodies:edit", args=[body.pk]), {"alias": "De Hofstad"})
    assert "De Hofstad" in visitor.get(body.get_absolute_url()).text


def test_an_election_is_added_and_moved(desk: Client) -> None:
    form = {"kind": "raad", "identifier": "GR2034", "nomination_day": "2034-01-30", "election_day": "2034-03-15"}
    assert desk.post(reverse("admin_elections:add"), form).status_code == 302
    election = Election.objects.get(identifier="GR2034")
    address = reverse("admin_elections:edit", args=[election.pk])
    wrong = desk.post(address, {**form, "nomination_day": "2034-04-01"})
    assert wrong.status_code == 200 and wrong.context["form"].errors
    assert desk.post(address, {**form, "election_day": "2034-03-22"}).status_code == 302
    election.refresh_from_db()
    assert str(election.election_day) == "2034-03-22"


def test_a_separate_vote_comes_and_goes(bodies, desk: Client) -> None:
    election = Election.objects.filter(kind="raad").first()
    form = {"body": the_hague().pk, "election": election.pk, "season": "autumn", "year": 2029}
    assert desk.post(reverse("admin_separate_votes:add"), form).status_code == 302
    assert "bestaat al" in desk.post(reverse("admin_separate_votes:add"), form).text
    vote = SeparateVote.objects.get(body=the_hague(), year=2029)
    desk.post(reverse("admin_separate_votes:delete", args=[vote.pk]))
    assert not SeparateVote.objects.filter(pk=vote.pk).exists()


@pytest.mark.parametrize("name", ["admin_bodies", "admin_elections", "admin_separate_votes"])
def test_a_row_takes_no_question_more(bodies, desk: Client, name: str) -> None:
    def add(number: int) -> None:
        year = 2040 + Election.objects.count()
        for body in Body.objects.filter(kind="raad", separate_votes=None)[:number]:
            year += 1
            days = {"nomination_day": f"{year}-01-30", "election_day": f"{year}-03-15"}
            election = Election.objects.create(kind="raad", identifier=f"GR{year}", **days)
            SeparateVote.objects.create(election=election, body=body, year=year, season="spring")

    def count() -> int:
        desk.get(reverse(f"{name}:index"))
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(f"{name}:index")).status_code == 200
        return len(captured)

    add(2)
    few = count()
    add(6)
    assert count() == few <= 60  # each item of the menu asks for a role
