"""Presses about one's place on a list that truly coincide, which only PostgreSQL can show."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from elections.models import Body, BodyElection, Election, Kind
from lifecycle.errors import IllegalMove, Refused
from mentoring.models import Candidacy
from mentoring.progression import actions
from mentoring.states import CandidacyState
from people import consent
from people.models import Consent, User
from tests.factories.people import ConsentTextFactory, UserFactory
from tests.mentoring.on_a_list import an_entry, claimed, result_of, told

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def place() -> BodyElection:
    for purpose in (actions.CANDIDACY, actions.CANDIDACY_ENTRY):
        ConsentTextFactory(purpose=purpose.name)
    body = Body.objects.create(kind=Kind.COUNCIL, name="Verzonnen", slug="verzonnen", code="GM9998", domain="9998")
    day = timezone.localdate() - timedelta(days=30)
    election, _made = Election.objects.get_or_create(
        kind=Kind.COUNCIL,
        identifier="GR2099",
        defaults={"election_day": day, "nomination_day": day - timedelta(days=44)},
    )
    return BodyElection.objects.create(
        identifier="GR2099_Verzonnen",
        election=election,
        body=body,
        category="GR",
        domain="9998",
        name="Gemeenteraad Verzonnen",
        election_day=day,
    )


def at_once(*acts: Callable[[], object]) -> Counter[str]:
    def one(act: Callable[[], object]) -> str:
        close_old_connections()
        try:
            act()
        except (IllegalMove, Refused) as told:
            return type(told).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        try:
            return Counter(pool.map(one, acts))
        except DatabaseError as error:
            pytest.fail(f"{error}")


def test_an_entry_that_several_point_out_in_one_moment_is_of_one(place: BodyElection) -> None:
    entry = an_entry(place)
    people = [(user, told(user, place.election, place.body)) for user in UserFactory.create_batch(6)]

    def pointing(user: User, candidacy: Candidacy) -> Callable[[], object]:
        return lambda: actions.claim_entry(candidacy, entry, words="zonnebloem", by=user)

    assert at_once(*[pointing(*one) for one in people]) == {"done": 1, "NotYours": 5}
    own = Candidacy.objects.claimed().get()
    assert Consent.objects.standing().on(actions.CANDIDACY_ENTRY.name, own.key).count() == 1
    assert Consent.objects.filter(text__purpose=actions.CANDIDACY_ENTRY.name).count() == 1


def test_letting_go_and_the_result_that_comes_in_do_not_lock_each_other(place: BodyElection, monkeypatch) -> None:
    """The one holds the person and wants the candidacy; the other may not hold the candidacy and want the person."""
    user, entry = UserFactory(), an_entry(place)
    candidacy = claimed(user, place, entry)
    result_of(place, entry)
    lock = actions._locked

    def slowly(found: Candidacy) -> Candidacy:
        time.sleep(1.5)
        return lock(found)

    monkeypatch.setattr(actions, "_locked", slowly)

    def result_comes_in() -> None:
        time.sleep(0.5)
        actions.look_up_results()

    at_once(lambda: actions.let_entry_go(candidacy, by=user), result_comes_in)
    candidacy.refresh_from_db()
    assert candidacy.state == CandidacyState.TOLD and candidacy.entry == ""


def test_a_claim_and_the_consent_taken_back_leave_nothing_half(place: BodyElection) -> None:
    for number in range(1, 9):
        user, entry = UserFactory(), an_entry(place, number=number)
        candidacy = told(user, place.election, place.body)
        at_once(
            lambda c=candidacy, e=entry, u=user: actions.claim_entry(c, e, words="zonnebloem", by=u),
            lambda c=candidacy, u=user: consent.withdraw(u, actions.CANDIDACY.name, about=c.key),
        )
        assert not Candidacy.objects.filter(user=user).exists()
        assert not Consent.objects.standing().filter(user=user).exists()


def test_each_election_is_told_of_once(place: BodyElection) -> None:
    user, election = UserFactory(), Election.objects.get(pk=place.election_id)
    presses = [lambda: actions.tell_candidacy(election, place.body, by=user) for _press in range(4)]
    assert at_once(*presses) == {"done": 4} and Candidacy.objects.filter(user=user).count() == 1
