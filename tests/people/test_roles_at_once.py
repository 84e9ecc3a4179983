"""Two roles that do not go together, given in the same moment: one of them is refused."""

from functools import partial

import pytest

from people.colleagues import portal_roles
from people.colleagues.actions import accept_invitation, invite
from people.roles import MINISTRY, is_member, is_ministry
from tests.factories.people import AdministratorFactory, MembershipFactory, UserFactory
from tests.programmes.test_offers_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_nobody_becomes_organiser_and_ministry_at_once():
    one, other, organiser = AdministratorFactory(), AdministratorFactory(), MembershipFactory()
    for number in range(10):
        person = UserFactory(email=f"wie{number}@example.org")
        where = organiser.organisation
        invitation = invite(person.email, "organiser", organisation=where, by=organiser.user)
        proposal = portal_roles.propose_role(person, MINISTRY, by=one)
        at_once(
            partial(accept_invitation, invitation, by=person), partial(portal_roles.confirm_role, proposal, by=other)
        )
        assert is_member(person) != is_ministry(person)
