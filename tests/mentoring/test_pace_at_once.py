"""What two of a pair, their organiser and the sweep do in the same moment: the pair is locked, so it is done once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.actions.matches import accept_match
from mentoring.models import Match, MentorWish, Nudge
from mentoring.pace.actions import agreeing, check_ins, nudging, wishes
from mentoring.pace.choices import Moment, WishReason
from mentoring.states import MatchState
from people.models import Letter
from tests.factories.mentoring import a_match, a_mentor, a_pair
from tests.factories.programmes import organiser_of
from tests.mentoring.test_ending_at_once import at_once
from tests.mentoring.test_pace import PLAN

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_silence_is_asked_about_once_by_two_sweeps_and_an_organiser():
    pair = a_pair(at=timezone.now() - timedelta(weeks=8))
    organiser = organiser_of(pair.mentor.programme)
    at_once(
        nudging.ask_who_is_silent,
        nudging.ask_who_is_silent,
        lambda: nudging.nudge_by_hand(pair, by=organiser),
        lambda: check_ins.ask_check_in(pair, Moment.FOUR_WEEKS),
        lambda: check_ins.ask_check_in(pair, Moment.FOUR_WEEKS),
    )
    assert Nudge.objects.count() == 1 and pair.check_ins.count() == 2
    assert Letter.objects.filter(message="mentoring.spoken_asked").count() == 2


def test_two_plans_at_once_are_one_and_a_plan_is_agreed_once():
    pair = a_pair()
    mentee, mentor = pair.participation.user, pair.mentor.user
    at_once(*(lambda by=by: agreeing.propose_agreement(pair, by=by, **PLAN) for by in (mentee, mentor)))
    plan = pair.agreements.get()
    other = mentor if plan.proposed_by == "mentee" else mentee
    at_once(*[lambda: agreeing.agree_agreement(plan, by=other)] * 3)
    assert (
        agreeing.in_force(pair)[0] == plan and Letter.objects.filter(message__endswith="agreement_agreed").count() == 1
    )


def test_the_next_mentors_yes_against_taking_the_wish_back_leaves_one_mentor():
    pair = a_pair()
    mentee = pair.participation.user
    wish = wishes.wish_other_mentor(pair, by=mentee, reason=WishReason.TIME, keeps=True)
    other = a_match(MatchState.MENTEE_YES, participation=pair.participation, mentor=a_mentor(pair.mentor.programme))
    at_once(
        lambda: accept_match(other, by=other.mentor.user),
        lambda: wishes.take_back_wish(wish, by=mentee),
        lambda: accept_match(other, by=other.mentor.user),
    )
    assert Match.objects.active().filter(participation=pair.participation).count() == 1
    assert not MentorWish.objects.open().exists()
