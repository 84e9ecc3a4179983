"""Facts follow what happened: each step once, and what rests on a consent no longer than the consent."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from elections.models import Body, Election
from mentoring.models import Candidacy, Match, Mentor
from outcomes.collecting import collect
from outcomes.models import FunnelFact, FunnelPerson
from people import consent, privacy
from programmes.actions.applications import withdraw_application
from programmes.consent_purposes import APPLICATION_REVEALS
from programmes.models import Application, Participation
from programmes.states import ApplicationState, ParticipationState
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.factories.programmes import ApplicationFactory, OpenEditionFactory, SentApplicationFactory

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 9, 1, 0, 30, tzinfo=AMSTERDAM)  # in UTC still August


def steps(user=None):
    facts = FunnelFact.objects.filter(person__user=user) if user else FunnelFact.objects.all()
    return dict(facts.order_by("pk").values_list("step", "happened_on"))


@pytest.fixture
def application():
    return SentApplicationFactory(begun_at=START, submitted_at=START + timedelta(days=1))


def take_part(application, **moments):
    return Participation.objects.create(edition=application.edition, user=application.user, **moments)


def paired(participation):
    mentor = Mentor.objects.create(programme=participation.edition.programme, user=UserFactory())
    moments = dict.fromkeys(["proposed_at", "mentee_yes_at", "mentor_yes_at", "active_at"], START + timedelta(days=50))
    return Match.objects.create(participation=participation, mentor=mentor, state="active", **moments)


def candidate(user, **fields):
    election = Election.objects.filter(kind="raad").first()
    body = Body.objects.create(kind="raad", code="GM9999", domain="9999", name="Proefstad", slug="proefstad")
    fields = {"state": "listed", "claim_digest": str(user.pk), "claimed_at": START + timedelta(days=90)} | fields
    return Candidacy.objects.create(user=user, election=election, body=body, **fields)


@pytest.fixture
def sensitive():
    """An application that rests on a consent."""
    ConsentTextFactory(purpose=APPLICATION_REVEALS.name)
    application = SentApplicationFactory(edition=OpenEditionFactory(reveals="health"))
    consent.give(application.user, APPLICATION_REVEALS.name, about=application.edition.key)
    return application


def test_each_step_is_a_fact_of_the_day_on_which_it_happened_in_amsterdam(application):
    taking_part = take_part(
        application,
        state=ParticipationState.COMPLETED,
        admitted_at=START + timedelta(days=20),
        started_at=START + timedelta(days=30),
        completed_at=START + timedelta(days=60),
    )
    paired(taking_part)
    candidate(application.user, state="elected", outcome_at=START + timedelta(days=150))
    collect()
    assert steps() == {
        "signed_up": date(2026, 9, 1),
        "applied": date(2026, 9, 2),
        "admitted": date(2026, 9, 21),
        "started": date(2026, 10, 1),
        "completed": date(2026, 10, 31),
        "matched": date(2026, 10, 21),
        "listed": date(2026, 11, 30),
        "elected": date(2027, 1, 29),
    }
    (fact,) = FunnelFact.objects.filter(step="started")
    assert (fact.edition, fact.programme) == (application.edition, application.edition.programme)


def test_a_draft_is_somebody_who_began():
    draft = ApplicationFactory(begun_at=START)
    collect()
    assert steps(draft.user) == {"signed_up": date(2026, 9, 1)}


def test_the_office_comes_from_the_programme(application):
    application.edition.programme.office = "waterschap"
    application.edition.programme.save()
    collect()
    assert set(FunnelFact.objects.values_list("office", flat=True)) == {"waterschap"}


def test_collecting_twice_is_collecting_once(application):
    take_part(application, admitted_at=START)
    assert collect() == 3
    before = list(FunnelFact.objects.order_by("pk").values()), list(FunnelPerson.objects.order_by("pk").values())
    assert collect() == 0
    assert before == (
        list(FunnelFact.objects.order_by("pk").values()),
        list(FunnelPerson.objects.order_by("pk").values()),
    )


def test_somebody_in_two_editions_is_one_person_and_keeps_the_key(application):
    collect()
    key = FunnelPerson.objects.get().rounding_key
    SentApplicationFactory(user=application.user)
    collect()
    assert FunnelPerson.objects.get().rounding_key == key and FunnelFact.objects.count() == 4


def test_who_withdraws_an_ordinary_application_did_apply(application):
    collect()
    withdraw_application(application, by=application.user)
    collect()
    assert steps().keys() == {"signed_up", "applied"}


def test_facts_that_rest_on_a_consent_go_with_the_application_at_once(sensitive):
    SentApplicationFactory(user=sensitive.user)
    collect()
    assert FunnelFact.objects.count() == 4
    withdraw_application(sensitive, by=sensitive.user)
    assert FunnelFact.objects.filter(edition=sensitive.edition).count() == 0
    assert FunnelFact.objects.count() == 2
    collect()
    assert FunnelFact.objects.count() == 2


def test_so_they_do_when_the_consent_is_taken_back_among_ones_own_data(sensitive):
    collect()
    consent.withdraw(sensitive.user, APPLICATION_REVEALS.name, about=sensitive.edition.key)
    assert not FunnelFact.objects.exists()


def test_without_a_yes_nothing_counts_where_taking_part_reveals_something():
    ApplicationFactory(edition=OpenEditionFactory(reveals="origin"))
    collect()
    assert not FunnelFact.objects.exists()


def test_an_edition_that_reveals_more_since_takes_away_what_nobody_said_yes_to(application):
    collect()
    ConsentTextFactory(purpose=APPLICATION_REVEALS.name)
    type(application.edition).objects.update(reveals="health")
    collect()
    assert not FunnelFact.objects.exists()
    consent.give(application.user, APPLICATION_REVEALS.name, about=application.edition.key)
    collect()
    assert set(FunnelFact.objects.values_list("rests_on", flat=True)) == {application.pk}


def test_when_applications_go_of_themselves_the_facts_stay_without_their_tie(sensitive):
    today = timezone.localdate()
    ended = {"starts_on": today - timedelta(days=400), "ends_on": today - timedelta(days=183)}
    collect()
    type(sensitive.edition).objects.update(**ended)
    collect()
    privacy.purge_expired(timezone.now())
    collect()
    assert not Application.objects.exists()
    assert steps().keys() == {"signed_up", "applied"}
    assert FunnelPerson.objects.get().user is None


def test_a_candidacy_counts_only_where_she_had_begun_before(application):
    take_part(application, admitted_at=START, started_at=START + timedelta(days=91))
    candidate(application.user)
    collect()
    assert "listed" not in steps()


@pytest.mark.parametrize("state", ["told", None])
def test_a_candidacy_that_is_taken_back_takes_its_facts_along(application, state):
    take_part(application, admitted_at=START, started_at=START)
    candidacy = candidate(application.user, state="elected")
    collect()
    assert {"listed", "elected"} <= steps().keys()
    if state:
        Candidacy.objects.filter(pk=candidacy.pk).update(state=state, claim_digest=None, claimed_at=None)
    else:
        candidacy.delete()
    collect()
    assert not {"listed", "elected"} & steps().keys()


def test_an_outcome_that_is_corrected_leaves_the_place_on_the_list(application):
    take_part(application, admitted_at=START, started_at=START)
    candidate(application.user, state="elected")
    collect()
    Candidacy.objects.update(state="not_elected")
    collect()
    assert "listed" in steps() and "elected" not in steps()


def test_many_people_take_as_many_queries_as_few():
    edition = OpenEditionFactory()

    def more(number):
        users = [UserFactory() for _number in range(number)]
        Application.objects.bulk_create(
            Application(
                edition=edition, user=user, state=ApplicationState.SUBMITTED, old_enough=True, submitted_at=START
            )
            for user in users
        )

    more(3)
    with CaptureQueriesContext(connection) as few:
        collect()
    more(40)
    with CaptureQueriesContext(connection) as many:
        collect()
    assert len(few) == len(many) <= 30
    assert FunnelFact.objects.count() == 86
