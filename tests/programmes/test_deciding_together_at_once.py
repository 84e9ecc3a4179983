"""Two desks and two places at one moment: nobody is answered twice, and no place is offered to two."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import close_old_connections, connection

from lifecycle.errors import IllegalMove, Refused
from people.models import Letter
from programmes.actions import applications, decisions
from programmes.actions.together import decide_together
from programmes.choices import AdmissionMode
from programmes.models import Application, Review
from programmes.review.actions import spread_reviews
from programmes.states import ApplicationState
from tests.factories.programmes import OpenEditionFactory, SentApplicationFactory, organiser_of
from tests.factories.review import a_reviewer, reviewed_edition

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
A = ApplicationState


def at_once(*acts) -> list[str]:
    gate = Barrier(len(acts))

    def one(act) -> str:
        close_old_connections()
        try:
            gate.wait(30)
            act()
        except (IllegalMove, Refused, PermissionDenied) as error:
            return type(error).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_of_two_desks_that_answer_the_same_people_one_is_first():
    edition = OpenEditionFactory(capacity=9)
    people = SentApplicationFactory.create_batch(3, edition=edition)
    desks = [organiser_of(edition.programme) for _number in range(2)]
    words = dict.fromkeys(people, "De cursus Landelijk past beter.")
    said = at_once(
        lambda: decide_together(edition, "refuse", words, by=desks[0]),
        lambda: decide_together(edition, "offer", words, by=desks[1]),
    )
    assert sorted(said) == ["NotTogether", "done"]
    assert len({one.state for one in Application.objects.filter(edition=edition)}) == 1
    assert Letter.objects.count() == 3


def test_two_places_that_come_free_go_to_two_and_one_to_one():
    edition = OpenEditionFactory(capacity=2, admission_mode=AdmissionMode.CONVERSATION)
    by = organiser_of(edition.programme)
    first, second = (decisions.offer_place(SentApplicationFactory(edition=edition), by=by) for _number in range(2))
    for _number in range(3):
        decisions.put_on_waiting_list(SentApplicationFactory(edition=edition), by=by)
    later = first.answer_until + timedelta(minutes=1)
    at_once(
        lambda: applications.withdraw_application(first, by=first.user),
        lambda: decisions.expire_offers(later),
        lambda: decisions.expire_offers(later),
    )
    states = [one.state for one in Application.objects.filter(edition=edition)]
    assert (states.count(A.OFFERED), states.count(A.WAITING)) == (2, 1)
    assert second.pk not in Application.objects.offered().values_list("pk", flat=True)


def test_two_who_spread_give_nobody_too_many():
    edition = reviewed_edition(reviewers_each=2)
    applications_sent = SentApplicationFactory.create_batch(4, edition=edition)
    for _number in range(3):
        a_reviewer(edition)
    desks = [organiser_of(edition.programme) for _number in range(2)]
    at_once(*(lambda by=by: spread_reviews(edition, by=by) for by in desks))
    assert {Review.objects.filter(application=one).count() for one in applications_sent} == {2}
