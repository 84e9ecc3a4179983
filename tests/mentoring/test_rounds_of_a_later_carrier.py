"""An organisation that joined after the people of a round: of them it sees nobody, and no number either."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from mentoring.actions.rounds import send_round
from mentoring.desk.sections import rounds_ready
from people.models import Membership, User
from programmes.models import Carrier
from tests.factories.people import MembershipFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(edition) -> User:
    organiser = MembershipFactory(role=Membership.Role.ORGANISER)
    since = timezone.now() + timedelta(minutes=1)
    Carrier.objects.create(programme=edition.programme, organisation=organiser.organisation, since=since)
    return organiser.user


def test_the_number_of_pairs_is_that_of_the_own_people(round, later):
    page = sign_in(Client(), later).get(reverse("desk_rounds:index"))
    assert [found.pairs for found in page.context["object_list"]] == [0]


def test_so_is_what_waits_on_the_first_page(round, later, organiser):
    request = RequestFactory().get("/cms/")
    for user, amount in ((organiser, "2 koppels"), (later, "0 koppels")):
        request.user = user
        assert [task.amount for task in rounds_ready(request).tasks] == [amount]


def test_so_is_how_people_answered(desk, round, later, organiser):
    send_round(round, by=organiser)
    where = reverse("desk_rounds:detail", kwargs={"key": round.key})
    page = sign_in(Client(), later).get(where)
    assert page.context["answers"] == [] and "Anna" not in page.text
    assert [row["number"] for row in desk.get(where).context["answers"]] == [2]
