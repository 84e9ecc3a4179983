"""Who may come to an event, who sees where it is and who comes: role × verb, and role × queryset."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lifecycle.errors import Refused
from people.models import User
from programmes.agenda import policies
from programmes.agenda.actions import call_off, cancel_registration, register
from programmes.models import Event, Registration
from programmes.states import ParticipationState
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import admitted
from tests.programmes.coming import an_event, coming

pytestmark = pytest.mark.django_db


# Who may --------------------------------------------------------------------------------------------

ROLES = ["visitor", "newcomer", "comes", "waits", "takes_part", "organiser", "other_organiser", "administrator"]
YES, NO = True, False
#                                 visit newc  comes waits part  orga  other admin
TABLE = {
    "can_come":                  (NO,   YES,  YES,  YES,  YES,  YES,  YES,  YES),
    "can_come to what is closed": (NO,  NO,   NO,   NO,   YES,  NO,   NO,   NO),
    "can_see_address":           (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_see_address of what nobody registers for": (NO, NO, NO, NO, YES, NO, NO, NO),
    "is_own_registration":       (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_cancel_registration":   (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "shows_cancel":              (NO,   NO,   YES,  NO,   NO,   NO,   NO,   NO),
    "can_read_registrations":    (NO,   NO,   NO,   NO,   NO,   YES,  NO,   NO),
    "can_call_off":              (NO,   NO,   NO,   NO,   NO,   YES,  NO,   YES),
}  # fmt: skip


def asked(rule: str, user: User) -> bool:
    name, _, case = rule.partition(" ")
    event = Event.objects.get(title="Proef")
    closed = Event.objects.get(title="Besloten")
    things = {
        "can_come": closed if case else event,
        "can_see_address": closed if case else event,
        "is_own_registration": event.registrations.registered().get(),
        "can_cancel_registration": event.registrations.registered().get(),
        "shows_cancel": event.registrations.registered().get(),
        "can_read_registrations": event,
        "can_call_off": event,
    }
    return getattr(policies, name)(user, things[name])


@pytest.fixture
def people() -> dict[str, User]:
    from django.contrib.auth.models import AnonymousUser

    from tests.factories.programmes import EventFactory, ProgrammeFactory, organiser_of

    programme = ProgrammeFactory()
    event = an_event(title="Proef", organisation=programme.lead(), programme=programme)
    fields = {"organisation": programme.lead(), "programme": programme, "is_public": False, "address": "Elders 2"}
    EventFactory(title="Besloten", **fields)
    comes, waits = coming(event, 2)
    participant = admitted(state=ParticipationState.STARTED, edition__programme=programme)
    return {
        "visitor": AnonymousUser(),
        "newcomer": UserFactory(),
        "comes": comes.user,
        "waits": waits.user,
        "takes_part": participant.user,
        "organiser": organiser_of(programme),
        "other_organiser": organiser_of(ProgrammeFactory()),
        "administrator": AdministratorFactory(),
    }


def test_who_may_what(people):
    got = {rule: tuple(asked(rule, people[role]) for role in ROLES) for rule in TABLE}
    assert got == TABLE


def test_what_one_may_not_is_refused_by_the_action_too(people):
    event, closed = Event.objects.get(title="Proef"), Event.objects.get(title="Besloten")
    with pytest.raises(PermissionDenied):
        register(closed, by=people["newcomer"])
    with pytest.raises(PermissionDenied):
        cancel_registration(event.registrations.registered().get(), by=people["waits"])
    with pytest.raises(PermissionDenied):
        call_off(event, by=people["other_organiser"])


def test_an_organiser_sees_who_stands_and_nobody_else_does(people):
    at_the_desk = {role: Registration.objects.at_the_desk_of(user).count() for role, user in people.items()}
    assert at_the_desk == {role: 2 if role == "organiser" else 0 for role in ROLES}
    seen = {role: Registration.objects.visible_to(user).count() for role, user in people.items()}
    assert seen == {role: {"organiser": 2, "comes": 1, "waits": 1}.get(role, 0) for role in ROLES}


def test_a_delayed_address_shows_two_days_before(people):
    event = Event.objects.get(title="Proef")
    Event.objects.filter(pk=event.pk).update(address_late=True)
    event.refresh_from_db()
    early, in_time = event.starts_at - timedelta(hours=49), event.starts_at - timedelta(hours=47)
    assert not policies.can_see_address(people["comes"], event, early)
    assert policies.can_see_address(people["comes"], event, in_time)
    assert not policies.can_see_address(people["waits"], event, in_time)


def test_cancelling_is_over_once_it_has_begun(people):
    event = Event.objects.get(title="Proef")
    own = event.registrations.registered().get()
    begun = event.starts_at + timedelta(minutes=1)
    assert not policies.shows_cancel(own.user, own, begun)
    with pytest.raises(Refused):
        cancel_registration(own, by=own.user, at=begun)
