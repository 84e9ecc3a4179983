"""What several do with needs and arrangements at the same moment, on PostgreSQL for real."""

from datetime import timedelta

import pytest
from django.utils import timezone

from people import consent
from people.models import Letter
from programmes.access import arranging
from programmes.access.consent_purposes import ACCESS_NEEDS
from programmes.models import AccessNeed, ArrangementName
from tests.factories.programmes import OpenEditionFactory, admitted, organiser_of
from tests.programmes.access_needs import a_need, a_partner
from tests.programmes.test_deciding_at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SOON = timezone.localdate() + timedelta(days=9)


def test_two_who_send_the_list_at_once_send_one_mail() -> None:
    edition = OpenEditionFactory()
    organiser, partner = organiser_of(edition.programme), a_partner(edition)
    for number in range(1, 6):
        arranging.make_arrangements(edition, {"writing": 1}, by=organiser, due_on=SOON)
        results = at_once(*[lambda: arranging.send_arrangements(edition, by=organiser)] * 2)
        assert results == ["Refused", "done"]
        assert Letter.objects.filter(message="programmes.arrangements_sent", recipient=partner).count() == number


def test_a_name_is_not_written_beside_a_need_that_goes() -> None:
    edition = OpenEditionFactory()
    organiser = organiser_of(edition.programme)
    (line,) = arranging.make_arrangements(edition, {"writing": 1}, by=organiser, due_on=SOON)
    facts = {"number": 1, "due_on": SOON, "owner": None, "words": ""}
    for _number in range(10):
        need = a_need(admitted(edition), partner_may_know=True)
        user = need.participation.user
        results = at_once(
            lambda user=user: consent.withdraw(user, ACCESS_NEEDS.name, edition.key),
            lambda need=need: arranging.change_arrangement(line, by=organiser, names=[need], **facts),
        )
        assert results == ["done", "done"]
        assert not AccessNeed.objects.exists() and not ArrangementName.objects.exists()
