"""Who becomes the partner that carries an edition out: never who takes part in it, and never a foreign edition's."""

import pytest
from django.core.exceptions import PermissionDenied

from lifecycle.errors import Refused
from people.colleagues.actions import invite
from programmes.access.partners import take_on_partner
from tests.factories.people import MinistryFactory, UserFactory
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
