"""A yes in the last second and the sweep that ends what was not answered: one of them is first, and that holds."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import DatabaseError, close_old_connections, connection

from lifecycle.errors import IllegalMove, Refused
from people import privacy
from people.models import Letter, User
from programmes.actions import decisions
from programmes.models import Application, Participation
from programmes.states import ApplicationState
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 12


def at_once(*acts: Callable[[], object]) -> None:
    gate = Barrier(len(acts))

    def one(act: Callable[[], object]) -> None:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except (IllegalMove, Refused, User.DoesNotExist):
            pass  # the other was first
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        try:
            list(pool.map(one, acts))
        except DatabaseError as error:
            pytest.fail(f"{error}")


def offered() -> Application:
    edition = OpenEditionFactory(capacity=1)
    return decisions.offer_place(SentApplicationFactory(edition=edition), by=organiser_of(edition.programme))


def test_a_place_is_taken_or_free_and_never_both():
    for _time in range(TIMES):
        application = offered()
        last = application.answer_until
        at_once(
            lambda one=application, at=last: decisions.accept_offer(one, by=one.user, at=at - timedelta(seconds=1)),
            lambda at=last: decisions.expire_offers(at + timedelta(seconds=1)),
        )
        application.refresh_from_db()
        takes_part = Participation.objects.filter(edition=application.edition).exists()
        told = set(Letter.objects.filter(recipient=application.user).values_list("message", flat=True))
        assert (application.state, takes_part) in {(ApplicationState.ADMITTED, True), (ApplicationState.EXPIRED, False)}
        assert ("programmes.admission_confirmed" in told, "programmes.offer_expired" in told) == (
            takes_part,
            not takes_part,
        )


def test_who_wants_to_be_erased_while_somebody_decides_is_gone():
    for _time in range(TIMES):
        edition = OpenEditionFactory()
        organiser = organiser_of(edition.programme)
        application = SentApplicationFactory(edition=edition, user__name="Kanarie")
        at_once(
            lambda one=application: privacy.erase(User.objects.get(pk=one.user_id)),
            lambda one=application, by=organiser: decisions.offer_place(one, by=by),
        )
        assert not Application.objects.filter(pk=application.pk).exists()
        assert not User.objects.filter(name="Kanarie").exists() and not Letter.objects.exists()
