"""The dossier of a subsidy: promised beside what was done, to the person; and the outcome only as it was published."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outcomes.collecting import collect
from outcomes.disclosure.catalogue import OUTCOME
from outcomes.disclosure.steps import COMPLETED, ELECTED, LISTED, STARTED
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

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


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


def test_several_editions_each_have_a_row_and_cost_no_question_more(grant, programme, organiser):
    def parts() -> tuple[dict, int]:
        with CaptureQueriesContext(connection) as asked:
            found = {part.name: part for part in compose(grant, by=organiser).parts}
        return found, len(asked)

    people_at(STARTED, 4, edition=EditionFactory(programme=programme, name="Noord"))
    one, _few = parts()
    assert "edities" not in one
    people_at(COMPLETED, 2, edition=EditionFactory(programme=programme, name="Zuid"))
    two, few = parts()
    rows = {row[0]: row[2:] for row in two["edities"].tables[0].rows}
    assert rows == {"Noord": (4, 4, 4, 0), "Zuid": (2, 2, 2, 2)}
    for _number in range(4):
        people_at(STARTED, 3, edition=EditionFactory(programme=programme))
    more, many = parts()
    assert len(more["edities"].tables[0].rows) == 6 and many == few


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
