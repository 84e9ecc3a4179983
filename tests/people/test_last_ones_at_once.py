"""Of the last two who can give a role one stays, also when both go at the same moment; on PostgreSQL for real."""

import pytest

from people.actions import take_role
from people.colleagues.portal_roles import holders, take_portal_role
from people.models import Membership
from people.roles import ADMINISTRATOR
from tests.factories.people import AdministratorFactory, MembershipFactory, OrganisationFactory
from tests.programmes.test_deciding_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def two_organisers() -> list[Membership]:
    organisation = OrganisationFactory()
    return [MembershipFactory(organisation=organisation, role=Membership.Role.ORGANISER) for _who in "ab"]


def test_of_two_organisers_who_step_back_at_once_one_stays() -> None:
    own = two_organisers()
    assert at_once(*(lambda one=one: take_role(one, by=one.user) for one in own)) == ["Refused", "done"]
    assert Membership.objects.count() == 1


def test_of_two_organisers_who_take_each_other_off_at_once_one_stays() -> None:
    one, other = two_organisers()
    done = at_once(lambda: take_role(one, by=other.user), lambda: take_role(other, by=one.user))
    assert done == ["PermissionDenied", "done"] and Membership.objects.count() == 1


def test_of_two_administrators_who_step_back_at_once_one_stays() -> None:
    both = [AdministratorFactory(), AdministratorFactory()]
    gone = [lambda one=one: take_portal_role(one, ADMINISTRATOR, by=one) for one in both]
    assert at_once(*gone) == ["Refused", "done"] and len(holders(ADMINISTRATOR)) == 1


def test_of_two_administrators_who_take_each_other_off_at_once_one_stays() -> None:
    one, other = AdministratorFactory(), AdministratorFactory()
    done = at_once(
        lambda: take_portal_role(one, ADMINISTRATOR, by=other), lambda: take_portal_role(other, ADMINISTRATOR, by=one)
    )
    assert done == ["PermissionDenied", "done"] and len(holders(ADMINISTRATOR)) == 1
