"""A list of people leaves the desk through one door: columns of a fixed list, noted with each, harmless to open."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from openpyxl import load_workbook

from lifecycle.models import JournalLine
from people.models import Membership, PersonSeen, User
from programmes.choices import Reveals
from programmes.exporting.columns import ALLOWED, Who
from programmes.exporting.policies import can_export
from programmes.importing.policies import can_import
from programmes.models import Attendance, Edition, Participation
from programmes.states import ParticipationState
from programmes.taking_part.choices import Presence
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, admitted, organiser_of
from tests.programmes.access_needs import a_meeting
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

ALL = [column.name for column in ALLOWED[Who.PARTICIPANTS]]


@pytest.fixture
def edition() -> Edition:
    return OpenEditionFactory(name="voorjaar", town="Gouda")


@pytest.fixture
def desk(client: Client, edition: Edition) -> Client:
    organiser = organiser_of(edition.programme)
    User.objects.filter(pk=organiser.pk).update(name="Olga Organisator")
    return sign_in(client, organiser)


def asked(desk: Client, edition: Edition, **chosen: Any) -> Any:
    typed = {"who": Who.PARTICIPANTS, "columns": ALL, "form": "csv", **chosen}
    return desk.post(f"/cms/edities/{edition.key}/uitvoer/", typed)


def rows_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_file_of_who_takes_part(desk: Client, edition: Edition) -> None:
    participation = admitted(
        edition, UserFactory(name="Ann", email="ann@example.org"), state=ParticipationState.STARTED
    )
    meeting = a_meeting(edition, participation.admitted_at, participation.admitted_at + timedelta(hours=2))
    Attendance.objects.create(participation=participation, meeting=meeting, presence=Presence.PRESENT)
    admitted()  # of another edition
    response = asked(desk, edition)
    assert response["Content-Type"].startswith("text/csv") and "attachment" in response["Content-Disposition"]
    headings, row = rows_of(response)
    assert headings[:4] == ["Naam", "E-mailadres", "Plaats", "Stand"] and headings[-1] == "Herkomst"
    assert row[:4] == ["Ann", "ann@example.org", "Gouda", "bezig"] and row[-2] == "1 van 1"
    assert row[-1].startswith("Gemaakt door Olga Organisator op ")


def test_both_kinds_of_file_say_the_same(desk: Client, edition: Edition) -> None:
    for name in ("=HYPERLINK(0)", "Bo"):
        admitted(edition, UserFactory(name=name))
    sheet = load_workbook(io.BytesIO(asked(desk, edition, form="xlsx").content)).active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        [cell or None for cell in row] for row in rows_of(asked(desk, edition))
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert sheet["A2"].value == "'=HYPERLINK(0)"


def test_only_what_the_list_allows_goes_out(desk: Client, edition: Edition) -> None:
    admitted(edition)
    for wrong in (["telefoon"], ["naam", "password"], []):
        response = asked(desk, edition, columns=wrong)
        assert response["Content-Type"].startswith("text/html") and response.status_code == 200
    assert rows_of(asked(desk, edition, columns=["naam", "besloten"]))[0] == ["Naam", "Herkomst"]
    assert "bij deze mensen" in asked(desk, edition, columns=["besloten"]).content.decode()


def test_the_list_holds_no_trait_and_nothing_said_in_confidence() -> None:
    from programmes.forbidden import heading_asks_too_much

    columns = [column for allowed in ALLOWED.values() for column in allowed]
    assert [column.name for column in columns if heading_asks_too_much(str(column.label))] == []
    names = {column.name for column in columns}
    assert not names & {"reden", "antwoorden", "toegang", "partij", "notities", "woorden", "leaving_reason"}


def test_it_is_written_in_the_journal_and_told_to_each(desk: Client, edition: Edition) -> None:
    people = [admitted(edition).user for _number in range(3)]
    asked(desk, edition, columns=["naam"])
    line = JournalLine.objects.get(verb="export")
    assert line.thing_key == str(edition.key) and line.scope == edition.programme.lead_key
    assert line.ids == {"who": "deelnemers", "rows": "3", "columns": "naam"}
    seen = PersonSeen.objects.filter(what=PersonSeen.What.FILE)
    assert {one.user for one in seen} == set(people) and {one.role for one in seen} == {"organiser"}


def test_who_has_not_agreed_to_be_seen_is_not_in_it(desk: Client, edition: Edition) -> None:
    admitted(edition, UserFactory(name="Verborgen"))
    Edition.objects.filter(pk=edition.pk).update(reveals=Reveals.HEALTH)
    response = asked(desk, edition)
    assert "nog niemand" in response.content.decode() and not PersonSeen.objects.exists()


@pytest.mark.parametrize(("reveals", "named"), [(Reveals.NOTHING, True), (Reveals.HEALTH, False)])
def test_a_file_name_tells_nothing_of_health(edition: Edition, reveals: str, named: bool) -> None:
    from programmes.exporting.actions import file_name

    edition.reveals = reveals
    edition.save()
    assert (edition.programme.slug in file_name(edition, Who.PARTICIPANTS, "csv")) is named


def test_who_applied_is_in_another_list(desk: Client, edition: Edition) -> None:
    SentApplicationFactory(edition=edition, user__name="Cas")
    rows = rows_of(asked(desk, edition, who=Who.APPLICANTS, columns=["naam", "verstuurd", "stand"]))
    assert rows[0] == ["Naam", "Stand", "Verstuurd", "Herkomst"] and rows[1][:2] == ["Cas", "verstuurd"]


@pytest.mark.parametrize("who", ["other", "administrator"])
def test_another_desk_gets_no_file(client: Client, edition: Edition, who: str) -> None:
    admitted(edition)
    stranger = AdministratorFactory() if who == "administrator" else organiser_of(OpenEditionFactory().programme)
    assert asked(sign_in(client, stranger), edition).status_code == 404
    assert not JournalLine.objects.filter(verb="export").exists()


@pytest.fixture
def many(edition: Edition) -> Iterator[int]:
    with transaction.atomic():
        for _number in range(12):
            admitted(edition)
        yield Participation.objects.count()


def test_more_people_cost_no_more_questions(
    desk: Client, edition: Edition, many: int, django_assert_max_num_queries
) -> None:
    asked(desk, edition)
    with django_assert_max_num_queries(45):
        assert len(rows_of(asked(desk, edition))) == many + 1


@pytest.mark.parametrize("may", [can_import, can_export])
def test_who_brings_people_in_and_takes_a_list_out(edition: Edition, may: Any) -> None:
    lead = edition.programme.lead()
    publisher = MembershipFactory(organisation=lead, role=Membership.Role.PUBLISHER).user
    roles = {
        "anonymous": AnonymousUser(),
        "newcomer": UserFactory(),
        "participant": admitted(edition).user,
        "organiser": organiser_of(edition.programme),
        "other organiser": organiser_of(OpenEditionFactory().programme),
        "publisher": publisher,
        "ministry": MinistryFactory(),
        "administrator": AdministratorFactory(),
    }
    assert {role for role, user in roles.items() if may(user, edition)} == {"organiser"}
