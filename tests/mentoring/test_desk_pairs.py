"""Pairs at the desk: how they stand and how they go, by dates alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Match
from mentoring.states import MatchState, MeetingState
from people.models import PersonSeen
from tests.factories.mentoring import MeetingFactory, a_match, a_pair
from tests.mentoring.at_the_desk import press, shown
from tests.mentoring.rounds import a_guide, a_seeker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("weeks", "spoke", "coming", "words"),
    [
        (1, None, None, "loopt goed"),
        (8, None, None, "vraag hoe het gaat"),
        (14, None, None, "stil"),
        (30, 2, None, "loopt goed"),
        (30, 8, None, "vraag hoe het gaat"),
        (30, None, 1, "loopt goed"),
    ],
)
def test_the_desk_reads_one_word_of_how_a_pair_goes(desk, edition, weeks, spoke, coming, words):
    now = timezone.now()
    pair = a_pair(a_seeker(edition), a_guide(edition), at=now - timedelta(weeks=weeks))
    if spoke is not None:
        MeetingFactory(match=pair, state=MeetingState.HELD, starts_at=now - timedelta(weeks=spoke))
    if coming is not None:
        MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=now + timedelta(weeks=coming))
    assert words in desk.get(reverse("desk_pairs:index")).text
    assert words.capitalize() in shown(desk, "desk_pairs:detail", key=pair.key)


def test_a_proposal_can_be_taken_back_and_a_pair_ended(desk, edition):
    proposal = a_match(MatchState.PROPOSED, participation=a_seeker(edition), mentor=a_guide(edition))
    pair = a_pair(a_seeker(edition), a_guide(edition))
    assert "teruggenomen" in press(desk, "desk_pairs:move", key=proposal.key, verb="take_back")
    assert "afgesloten" in press(desk, "desk_pairs:move", key=pair.key, verb="end")
    assert "Dat kan nu niet meer" in press(desk, "desk_pairs:move", key=pair.key, verb="end")


def test_both_of_a_pair_are_told_that_they_were_seen(desk, edition):
    pair = a_pair(a_seeker(edition), a_guide(edition))
    desk.get(reverse("desk_pairs:index"))
    assert {seen.user for seen in PersonSeen.objects.all()} == {pair.participation.user, pair.mentor.user}


def test_what_is_only_laid_ready_is_no_pair(desk, round):
    match = Match.objects.prepared().first()
    assert "Anna" not in desk.get(reverse("desk_pairs:index")).text
    assert desk.get(reverse("desk_pairs:detail", kwargs={"key": match.key})).status_code == 404
