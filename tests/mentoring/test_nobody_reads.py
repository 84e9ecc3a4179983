"""In a small programme the mentor can be its only organiser: then nobody reads what one asks of the organisation."""

import pytest
from django.urls import reverse

from mentoring.pace.actions import check_ins
from mentoring.pace.choices import Moment
from mentoring.states import Side
from tests.factories.mentoring import a_match, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, admitted, organiser_of
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

SAID = "Nu leest niemand anders wat je hier schrijft"


def pages(pair, proposal) -> list[str]:
    asked = pair.check_ins.get(side=Side.MENTEE)
    return [
        reverse("mentoring:check_in", kwargs={"key": asked.key}),
        reverse("mentoring:room_other_mentor", kwargs={"key": pair.key}),
        reverse("mentoring:enquire", kwargs={"key": proposal.key}),
    ]


def test_who_asks_the_organisation_is_told_when_nobody_else_reads_it(client):
    programme, mentee = ProgrammeFactory(), UserFactory()
    mentor = a_mentor(programme, organiser_of(programme), capacity=2)
    pair = a_pair(admitted(OpenEditionFactory(programme=programme), mentee), mentor)
    proposal = a_match(participation=admitted(OpenEditionFactory(programme=programme), mentee), mentor=mentor)
    check_ins.ask_check_in(pair, Moment.FOUR_WEEKS)
    sign_in(client, mentee)
    there = pages(pair, proposal)
    assert [SAID in client.get(page).text for page in there] == [True, True, True]
    assert not [page for page in there if "De organisatie leest" in client.get(page).text], "and nothing says otherwise"
    organiser_of(programme)
    assert [SAID in client.get(page).text for page in there] == [False, False, False]
