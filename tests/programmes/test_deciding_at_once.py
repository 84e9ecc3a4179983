"""Several people who decide or say yes at the same moment: one of them is first, on PostgreSQL for real."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, close_old_connections, connection

from lifecycle.errors import IllegalMove
from people import consent
from people.models import Letter
from programmes.actions import applications, decisions, editions
from programmes.actions.participations import leave_participation
from programmes.choices import Reveals
from programmes.models import Application, Participation
from programmes.states import ApplicationState, EditionState, ParticipationState
from tests.factories.people import ConsentTextFactory
from tests.factories.programmes import (
    EditionFactory,
    OpenEditionFactory,
    SentApplicationFactory,
    admitted,
    organiser_of,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
REASON = "Er waren meer mensen dan plekken."
A = ApplicationState


def at_once(*acts) -> list[str]:
    """What came of each of these, begun together; a fault of the database is a failure."""

    def one(act) -> str:
        close_old_connections()
        try:
            act()
        except DatabaseError as error:
            pytest.fail(f"{error}")
        except Exception as error:
            return type(error).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(one, acts))


@pytest.fixture
def edition():
    return OpenEditionFactory(capacity=1)


@pytest.fixture
def organiser(edition):
    return organiser_of(edition.programme)


def test_of_two_organisers_who_decide_at_once_one_decides(edition, organiser):
    for _number in range(10):
        application = SentApplicationFactory(edition=edition)
        results = at_once(
            lambda application=application: decisions.refuse_application(application, by=organiser, words=REASON),
            lambda application=application: decisions.refuse_application(application, by=organiser, words=REASON),
        )
        assert results == ["IllegalMove", "done"]
    assert Letter.objects.count() == 10


def test_the_last_place_is_offered_once(edition, organiser):
    several = SentApplicationFactory.create_batch(6, edition=edition)
    results = at_once(*(lambda one=one: decisions.offer_place(one, by=organiser) for one in several))
    assert results == ["Full"] * 5 + ["done"]
    assert Application.objects.filter(state=A.OFFERED).count() == 1


def test_two_presses_of_yes_make_one_participation(edition, organiser):
    application = decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser)
    assert at_once(*[lambda: decisions.accept_offer(application, by=application.user)] * 4) == ["done"] * 4
    assert Participation.objects.count() == 1
    assert Letter.objects.filter(message="programmes.admission_confirmed").count() == 1


def test_yes_and_no_thanks_at_once_agree_in_the_end(organiser):
    for _number in range(10):
        edition = OpenEditionFactory()
        application = decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser_of(edition.programme))
        at_once(
            lambda application=application: decisions.accept_offer(application, by=application.user),
            lambda application=application: applications.withdraw_application(application, by=application.user),
        )
        application.refresh_from_db()
        assert application.state == A.WITHDRAWN
        assert not Participation.objects.under_way().filter(user=application.user).exists()


def test_leaving_taking_back_a_consent_and_starting_lock_in_one_order():
    ConsentTextFactory(purpose="application_reveals")
    for _number in range(10):
        edition = EditionFactory(state=EditionState.CLOSED, reveals=Reveals.HEALTH)
        by = organiser_of(edition.programme)
        several = [admitted(edition) for _place in range(3)]
        for one in several:
            consent.give(one.user, "application_reveals", about=edition.key)
        results = at_once(
            lambda edition=edition, by=by: editions.start_edition(edition, by=by),
            lambda one=several[0], by=by: leave_participation(one, by=by),
            lambda one=several[0]: consent.withdraw(one.user, "application_reveals", about=one.edition.key),
            lambda one=several[1]: consent.withdraw(one.user, "application_reveals", about=one.edition.key),
        )
        assert set(results) <= {"done", IllegalMove.__name__}
        (left,) = Participation.objects.filter(edition=edition)
        assert (left.pk, left.state) == (several[2].pk, ParticipationState.STARTED)
