"""Who becomes the partner that carries an edition out: never who takes part in it, and never a foreign edition's."""

import pytest
from django.core.exceptions import PermissionDenied

from lifecycle.errors import Refused
from people.colleagues.actions import invite
from people.models import Membership
from programmes.access.partners import take_on_partner
from programmes.desk.own import works_for
from programmes.models import Carrier
from tests.factories.people import MembershipFactory, MinistryFactory, OrganisationFactory, UserFactory
from tests.factories.programmes import OpenEditionFactory, admitted

pytestmark = pytest.mark.django_db


def test_who_takes_part_or_works_for_the_ministry_becomes_no_partner() -> None:
    edition = OpenEditionFactory()
    lead = edition.programme.lead()
    for user in (admitted(edition).user, MinistryFactory()):
        with pytest.raises(Refused):
            take_on_partner(user, lead, edition.key)
    with pytest.raises(Refused):
        take_on_partner(UserFactory(), OpenEditionFactory().programme.lead(), edition.key)
    with pytest.raises(PermissionDenied):
        invite("x@example.org", "partner", organisation=lead, by=UserFactory(), about=edition.key)


def test_who_works_for_two_that_carry_it_works_for_the_one_in_front() -> None:
    edition = OpenEditionFactory()
    lead, other = edition.programme.lead(), OrganisationFactory()
    Carrier.objects.create(programme=edition.programme, organisation=other, order=0)
    person = UserFactory()
    assert works_for(person, edition) is None
    for organisation in (other, lead):
        MembershipFactory(user=person, organisation=organisation, role=Membership.Role.ORGANISER)
    assert works_for(person, edition) == lead and works_for(person, OpenEditionFactory()) is None
