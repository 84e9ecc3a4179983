"""Role × verb: who may do what with people and what is written about them."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from people import policies
from people.models import Membership
from people.roles import asked_once, is_administrator, is_member, is_organiser
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


@pytest.mark.django_db
def test_while_a_page_is_shown_roles_are_asked_once_and_again_for_the_next(django_assert_num_queries: Any) -> None:
    role = MembershipFactory(role=Membership.Role.ORGANISER)
    other = UserFactory()
    with asked_once(), django_assert_num_queries(4):  # the groups and the roles of two
        for _again in range(3):
            assert is_organiser(role.user) and is_member(role.user) and not is_administrator(role.user)
            assert not is_organiser(other) and not is_member(other) and not is_administrator(other)
    role.delete()
    assert not is_organiser(role.user)
    with asked_once():
        assert not is_organiser(role.user)
