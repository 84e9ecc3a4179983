"""Two who want the last place of an event in the same moment, and one who gives hers up beside them."""

import pytest

from programmes.agenda.actions import cancel_registration, register
from programmes.models import Registration
from programmes.states import RegistrationState
from tests.factories.people import UserFactory
from tests.programmes.coming import an_event, told
from tests.programmes.test_offers_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 10


def test_the_last_place_is_given_once():
    for _time in range(TIMES):
        event, people = an_event(capacity=1), [UserFactory() for _one in range(4)]
        at_once(*(lambda by=one, of=event: register(of, by=by, name="Iemand") for one in people))
        states = sorted(event.registrations.values_list("state", flat=True))
        assert states == [RegistrationState.REGISTERED, *[RegistrationState.WAITING] * 3]
        assert sum("event_place_named" in told(one) for one in people) == 1


def test_two_presses_of_one_person_make_one_registration():
    for _time in range(TIMES):
        event, one = an_event(capacity=2), UserFactory()
        at_once(*[lambda by=one, of=event: register(of, by=by, name="Iemand")] * 2)
        assert event.registrations.count() == 1 and told(one) == ["event_place_named"]


def test_a_place_given_up_goes_to_one_of_the_two():
    for _time in range(TIMES):
        event = an_event(capacity=1)
        first = register(event, by=UserFactory(), name="Iemand")
        waits, new = register(event, by=UserFactory(), name="Iemand"), UserFactory()
        at_once(
            lambda own=first: cancel_registration(own, by=own.user),
            lambda by=new, of=event: register(of, by=by, name="Iemand"),
        )
        waits.refresh_from_db()
        assert waits.has_place, "who waited comes first"
        assert Registration.objects.get(event=event, user=new).is_waiting
