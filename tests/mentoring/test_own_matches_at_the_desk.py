"""An organiser who takes part or mentors herself reads of her own matches what the other side may read: no more."""

import pytest
from django.urls import reverse

from mentoring.actions.rounds import send_round
from mentoring.models import Match
from mentoring.states import MatchState
from people.models import Membership
from tests.factories.mentoring import a_match
from tests.mentoring.at_the_desk import shown
from tests.mentoring.rounds import a_guide, a_seeker
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_mentee(edition, organiser) -> Match:
    mentor = a_guide(edition, "Marjan Echt")
    return a_match(MatchState.PROPOSED, participation=a_seeker(edition, user=organiser), mentor=mentor)


@pytest.fixture
def as_mentor(edition, organiser) -> Match:
    mentor = a_guide(edition)
    mentor.user.name = "Yara Echt"
    mentor.user.save()
    return a_match(MatchState.PROPOSED, participation=a_seeker(edition, "Anna Echt"), mentor=mentor)


def test_the_name_of_the_own_mentor_is_not_told_before_both_said_yes(desk, as_mentee):
    assert "Marjan Echt" not in desk.get(reverse("desk_pairs:index")).text
    assert desk.get(reverse("desk_pairs:detail", kwargs={"key": as_mentee.key})).status_code == 404


def test_nor_is_that_of_whom_one_may_help(client, edition, organiser, as_mentor):
    Membership.objects.create(
        user=as_mentor.mentor.user,
        organisation=organiser.memberships.get().organisation,
        role=Membership.Role.ORGANISER,
    )
    desk = sign_in(client, as_mentor.mentor.user)
    assert "Anna Echt" not in desk.get(reverse("desk_pairs:index")).text
    assert desk.get(reverse("desk_pairs:detail", kwargs={"key": as_mentor.key})).status_code == 404


@pytest.mark.parametrize("verb", ["take_back", "end"])
def test_nor_can_it_be_moved_at_the_desk(desk, as_mentee, verb):
    where = reverse("desk_pairs:move", kwargs={"key": as_mentee.key, "verb": verb})
    assert desk.post(where).status_code == 404


def test_nor_does_a_sent_round_tell_it(desk, organiser, edition, round):
    send_round(round, by=organiser)
    a_match(
        MatchState.PROPOSED,
        participation=a_seeker(edition, user=organiser),
        mentor=a_guide(edition, "Marjan Echt"),
        round=round,
    )
    assert "Marjan Echt" not in shown(desk, "desk_rounds:detail", key=round.key)
