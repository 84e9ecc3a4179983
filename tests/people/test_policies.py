"""Role × verb: who may do what with people and what is written about them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from people import policies
from people.models import Membership
from tests.factories.people import AdministratorFactory, MembershipFactory, MinistryFactory, UserFactory

VERBS = ["can_give_roles", "can_write_consent_texts", "can_see_letters", "can_see_periods"]
MAKERS = {
    "anonymous": AnonymousUser,
    "newcomer": UserFactory,
    "organiser": lambda: MembershipFactory(role=Membership.Role.ORGANISER).user,
    "publisher": lambda: MembershipFactory(role=Membership.Role.PUBLISHER).user,
    "ministry": MinistryFactory,
    "superuser": lambda: UserFactory(is_superuser=True),
    "administrator": AdministratorFactory,
}


@pytest.mark.django_db
@pytest.mark.parametrize("verb", VERBS)
def test_an_administrator_alone_may(verb: str) -> None:
    assert {role for role, make in MAKERS.items() if getattr(policies, verb)(make())} == {"administrator"}


def test_a_rule_that_says_no_stops_what_goes_on() -> None:
    policies.require(True)
    with pytest.raises(PermissionDenied):
        policies.require(False)
