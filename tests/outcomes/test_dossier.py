"""The dossier of a subsidy: promised beside what was done, to the person; and the outcome only as it was published."""

import re
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from outcomes.collecting import collect
from outcomes.disclosure.catalogue import OUTCOME
from outcomes.disclosure.steps import COMPLETED, ELECTED, LISTED, STARTED
from outcomes.dossier import desk as desk_views
from outcomes.dossier.actions import remove_grant, save_grant
from outcomes.dossier.composing import compose
from outcomes.dossier.counting import count_done
from outcomes.models import Grant, Promise, PublishedCell, Release
from outcomes.policies import can_keep_dossier
from people.models import Consent, User
from programmes.models import Participation, Programme
from programmes.models.application import CONSENT_PURPOSE
from programmes.states import ParticipationState
from tests.factories.people import AdministratorFactory, ConsentFactory, MembershipFactory, UserFactory
from tests.factories.programmes import EditionFactory, OpenEditionFactory, ProgrammeFactory, admitted, organiser_of
from tests.outcomes.people import people_at
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 30)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory(name="Zonnebloemweg")


@pytest.fixture
def organiser(programme: Programme) -> User:
    return organiser_of(programme)


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    return sign_in(client, organiser)


@pytest.fixture
def grant(programme: Programme, organiser: User) -> Grant:
    made = Grant(programme=programme)
    values = {"grantor": "Het ministerie", "starts_on": FIRST, "ends_on": LAST, "purpose": "=SOM(1)"}
    promises = [Promise(step=STARTED, number=20), Promise(text="Drie avonden", done="Vier avonden", order=9)]
    return save_grant(made, promises, by=organiser, **values)


def counts(programme: Programme, first: date = FIRST, last: date = LAST) -> dict[str, int]:
    return count_done(programme, first, last).whole


def table(grant: Grant, organiser: User, part: str) -> dict[str, tuple]:
    found = next(one for one in compose(grant, by=organiser).parts if one.name == part)
    return {str(row[0]): row[1:] for one in found.tables for row in one.rows}


# Done, exactly -----------------------------------------------------------------------------------------


def test_each_person_counts_once_to_the_last_one(programme):
    edition, other = EditionFactory(programme=programme), EditionFactory(programme=programme)
    people = people_at(COMPLETED, 7, edition=edition)
    people_at(STARTED, 3, edition=other)
    for person in people[:2]:
        person.facts.create(programme=programme, edition=other, step=STARTED, happened_on=date(2026, 9, 2))
    people_at(STARTED, 4)
    assert counts(programme)[STARTED] == 10 and counts(programme)[COMPLETED] == 7
    by_edition = count_done(programme, FIRST, LAST).editions
    assert (by_edition[edition.pk][STARTED], by_edition[other.pk][STARTED]) == (7, 5)


def test_only_what_happened_in_the_period_counts(programme):
    people_at(STARTED, 3, edition=EditionFactory(programme=programme), on=date(2026, 9, 1))
    assert counts(programme, last=date(2026, 9, 1))[STARTED] == 3
    assert counts(programme, last=date(2026, 8, 31))[STARTED] == 0
    assert counts(programme, first=date(2026, 9, 2))[STARTED] == 0


def test_it_is_live_and_collecting_changes_nothing(programme):
    now = timezone.now()
    edition = OpenEditionFactory(programme=programme)
    for _number in range(2):
        admitted(edition, state=ParticipationState.STARTED, started_at=now)
    year = (timezone.localdate() - timedelta(days=300), timezone.localdate())
    before = counts(programme, *year)
    collect()
    assert before[STARTED] == 2 and counts(programme, *year) == before


def test_what_was_done_stays_when_participations_go(programme):
    participation = admitted(
        OpenEditionFactory(programme=programme), state=ParticipationState.STARTED, started_at=timezone.now()
    )
    collect()
    Participation.objects.filter(pk=participation.pk).delete()
    assert counts(programme, last=timezone.localdate())[STARTED] == 1


def test_who_took_a_consent_back_counts_no_more_at_once(programme):
    edition = OpenEditionFactory(programme=programme, reveals="health")
    participation = admitted(edition, state=ParticipationState.STARTED, started_at=timezone.now())
    until = timezone.localdate()
    assert counts(programme, last=until)[STARTED] == 0
    ConsentFactory(user=participation.user, text__purpose=CONSENT_PURPOSE, about=edition.key)
    collect()
    assert counts(programme, last=until)[STARTED] == 1
    Consent.objects.update(withdrawn_at=timezone.now())
    assert counts(programme, last=until)[STARTED] == 0


# Promised, and beside it -------------------------------------------------------------------------------


def test_promises_stand_beside_what_was_done(grant, programme, organiser):
    people_at(COMPLETED, 18, edition=EditionFactory(programme=programme))
    rows = table(grant, organiser, "beloofd")
    assert rows["Begonnen"] == (20, 18) and rows["Afgerond"] == ("niets beloofd", 18)
    assert rows["Drie avonden"] == ("Vier avonden",)
    (part,) = [one for one in compose(grant, by=organiser).parts if one.name == "beloofd"]
    assert [(bar.percent, bar.value) for bar in part.bars] == [(90, "18 van 20")]


def test_more_than_was_promised_stays_in_its_frame(grant, programme, organiser):
    people_at(STARTED, 25, edition=EditionFactory(programme=programme))
    (part,) = [one for one in compose(grant, by=organiser).parts if one.name == "beloofd"]
    assert [(bar.percent, bar.value) for bar in part.bars] == [(100, "25 van 20")]


def test_what_becomes_of_people_is_read_from_releases_alone(grant, programme, organiser):
    Promise.objects.create(grant=grant, step=LISTED, number=5)
    Promise.objects.create(grant=grant, step=ELECTED, number=2)
    people_at(ELECTED, 31, edition=EditionFactory(programme=programme))
    rows = table(grant, organiser, "beloofd")
    assert rows["Op een kieslijst"] == (5, "nog niet bekend")
    release = Release.objects.create(as_of=date(2026, 11, 1))
    cells = {STARTED: 30, LISTED: 15, ELECTED: None}
    for column, value in cells.items():
        day = release.as_of if value else None
        PublishedCell.objects.create(
            release=release, table=OUTCOME.id, row=programme.name, column=column, value=value, as_of=day
        )
    rows = table(grant, organiser, "beloofd")
    assert rows["Op een kieslijst"] == (5, "ongeveer 15") and rows["Gekozen of benoemd"] == (2, "minder dan 10")
    with CaptureQueriesContext(connection) as asked:
        outcome = table(grant, organiser, "uitkomst")
    assert outcome["Daarna op een kieslijst"] == ("ongeveer 15 mensen",)
    assert not [one for one in asked if "candidacy" in one["sql"] or "'listed'" in one["sql"]]


def test_the_conclusion_of_a_pilot_is_told_as_the_programme_says_it(grant, programme, organiser):
    assert "proef" not in [part.name for part in compose(grant, by=organiser).parts]
    learned = {"pilot": "structural", "pilot_evaluated_on": FIRST, "pilot_learned": "Kleine groepen werken."}
    Programme.objects.filter(pk=programme.pk).update(**learned)
    grant = Grant.objects.get(pk=grant.pk)
    (part,) = [one for one in compose(grant, by=organiser).parts if one.name == "proef"]
    assert part.lines == ("Kleine groepen werken.",)
    assert "Het programma blijft." in str(part.tables)


# Whose it is -------------------------------------------------------------------------------------------


@pytest.fixture
def roles(programme: Programme, organiser: User) -> dict[str, User]:
    return {
        "organiser": organiser,
        "publisher": MembershipFactory(organisation=programme.lead(), role="publisher").user,
        "other organiser": organiser_of(ProgrammeFactory()),
        "administrator": AdministratorFactory(),
        "newcomer": UserFactory(),
    }


def test_only_who_organises_the_programme_keeps_its_dossier(roles, programme, grant):
    may = {role: can_keep_dossier(user, programme) for role, user in roles.items()}
    assert [role for role, yes in may.items() if yes] == ["organiser"]
    for role, user in roles.items():
        assert Grant.objects.visible_to(user).exists() is (role == "organiser")
        if role != "organiser":
            with pytest.raises(PermissionDenied):
                save_grant(grant, [], by=user, grantor="Een ander")
            with pytest.raises(PermissionDenied):
                remove_grant(grant, by=user)
    grant.refresh_from_db()
    assert grant.grantor == "Het ministerie" and grant.promises.count() == 2


# At the desk -------------------------------------------------------------------------------------------


TYPED = {
    "grantor": "Gemeente Voorbeeld",
    "reference": "2026-1",
    "starts_on": "2026-01-01",
    "ends_on": "2026-12-31",
    "number_started": "20",
    "number_completed": "0",
    "promise_0": "Een slotavond",
    "done_0": "",
}


def test_a_subsidy_is_written_down_and_changed(desk, programme):
    shown = desk.get(reverse("desk_dossiers:programme", args=[programme.key]))
    assert "Er is nog geen subsidie." in shown.text
    page = desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), TYPED, follow=True)
    grant = Grant.objects.get()
    assert "Gemeente Voorbeeld" in page.text and "Een slotavond" in page.text
    assert {one.step: one.number for one in grant.promises.exclude(step="")} == {STARTED: 20, COMPLETED: 0}
    change = {**TYPED, "number_started": "", "done_0": "Honderd mensen kwamen."}
    desk.post(reverse("desk_dossiers:grant_edit", args=[grant.key]), change)
    assert [str(one) for one in grant.promises.all()] == ["afgerond: 0", "Een slotavond"]
    assert desk.get(reverse("desk_dossiers:grant_edit", args=[grant.key])).text.count("Honderd mensen kwamen.") == 1
    desk.post(reverse("desk_dossiers:grant_remove", args=[grant.key]))
    assert not Grant.objects.exists()
    assert [line.verb for line in JournalLine.objects.order_by("pk")] == ["add", "change", "remove"]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("ends_on", "2025-12-31", "De laatste dag ligt voor de eerste."),
        ("ends_on", "31/31/2026", "Voer een geldige datum in"),
        ("number_started", "-1", "minstens 0"),
        ("number_started", "9" * 30, "hoogstens 100000"),
        ("grantor", "x" * 1_000_000, "niet meer dan 120 tekens"),
        ("promise_0", "", "Schrijf ook wat je beloofde."),
    ],
)
def test_nonsense_is_told_beside_its_field_and_loses_nothing(desk, programme, field, typed, told):
    values = {**TYPED, "done_0": "Bewaar mij", field: typed}
    page = desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), values)
    assert page.status_code == 200 and told in page.text
    assert "Bewaar mij" in page.text and "Fout:" in page.text and not Grant.objects.exists()


def test_signs_that_nobody_sees_are_left_out(desk, programme):
    desk.post(reverse("desk_dossiers:grant_new", args=[programme.key]), {**TYPED, "grantor": "Ge\x00meente \u202eEen"})
    assert Grant.objects.get().grantor == "Gemeente Een"


def test_of_several_subsidies_the_newest_is_shown_and_each_can_be_asked(desk, grant, programme, organiser):
    older = Grant(programme=programme, grantor="Oude gever", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31))
    older.save()
    address = reverse("desk_dossiers:programme", args=[programme.key])
    assert desk.get(address).context["grant"] == grant
    assert desk.get(address, {"subsidie": str(older.key)}).context["grant"] == older
    assert desk.get(address, {"subsidie": "geen sleutel"}).context["grant"] == grant


# Files -------------------------------------------------------------------------------------------------


@pytest.fixture
def pressed(desk: Client, grant: Grant, programme: Programme) -> Iterator:
    people_at(COMPLETED, 3, edition=EditionFactory(programme=programme))

    def press(form: str):
        return desk.post(reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": form}))

    return press


def test_the_workbook_holds_numbers_as_numbers_and_no_formula(pressed, organiser, grant):
    answer = pressed("xlsx")
    assert "Zonnebloem" not in answer["Content-Disposition"]
    book = load_workbook(BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells if cell.data_type == "f"] == []
    values = [cell.value for cell in cells]
    assert "'=SOM(1)" in values and organiser.name in values and 20 in values and 3 in values
    line = JournalLine.objects.get(verb="export")
    assert (line.actor, line.thing_key, line.scope) == (organiser.journal_key, str(grant.key), grant.programme.lead_key)


def test_the_paper_is_tagged_and_its_title_names_no_programme(pressed):
    answer = pressed("pdf")
    assert answer["Content-Type"] == "application/pdf" and "Zonnebloem" not in answer["Content-Disposition"]
    for mark in (b"/StructTreeRoot", b"/Lang", b"/MarkInfo", b"/Figure", b"/TH"):
        assert mark in readable(answer.content), mark
    assert b"Zonnebloem" not in answer.content.partition(b"/Title")[2][:200]
    assert JournalLine.objects.filter(verb="export").count() == 1


def readable(content: bytes) -> bytes:
    """With what is packed inside."""
    found = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.S):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"".join(found)


def test_opening_the_address_of_a_file_makes_none(desk, grant):
    for form in ("pdf", "xlsx"):
        assert desk.get(reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": form})).status_code == 405
    other = reverse("desk_dossiers:grant_file", kwargs={"key": grant.key, "form": "csv"})
    assert desk.post(other).status_code == 404
    assert not JournalLine.objects.filter(verb="export").exists()


def test_where_letters_cannot_be_drawn_it_is_said_and_nothing_is_noted(pressed, monkeypatch):
    def refuse(*given):
        raise Refused("Een PDF maken kan hier nu niet.")

    monkeypatch.setitem(desk_views.FILES, "pdf", refuse)
    answer = pressed("pdf")
    assert answer.status_code == 302 and not JournalLine.objects.filter(verb="export").exists()
