"""Another mentor, please; whose verb each is; and how the desk sorts pairs."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions.matches import accept_match, propose_match
from mentoring.health import Health
from mentoring.models import CheckIn, Match, MentorWish
from mentoring.pace import policies
from mentoring.pace.actions import agreeing, check_ins, going_on, nudging, wishes
from mentoring.pace.choices import Moment, WishReason
from mentoring.pace.days import days_of, of_health, with_days
from mentoring.pace.states import CheckInState, WishState
from mentoring.pool import seekers
from mentoring.states import MatchState, MeetingState, Side
from people.letters import registered
from people.models import Letter
from tests.factories.mentoring import MeetingFactory, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import admitted, organiser_of
from tests.mentoring.test_pace import NOW, PLAN, WEEK, a_pair_since, both, letters

pytestmark = pytest.mark.django_db


# Another mentor ---------------------------------------------------------------------------------------


def test_who_keeps_her_mentor_until_there_is_another_has_the_next_one_at_the_second_yes(pair):
    mentee, mentor = both(pair)
    wishes.wish_other_mentor(pair, by=mentee, reason=WishReason.CLICK, keeps=True)
    wish = wishes.wish_other_mentor(pair, by=mentee, reason=WishReason.TIME, keeps=True)
    assert MentorWish.objects.get() == wish and not letters("pair_ended"), "the mentor hears nothing of it"
    edition, organiser = pair.participation.edition, organiser_of(pair.mentor.programme)
    assert list(seekers(edition, by=organiser)) == [pair.participation]
    other = propose_match(pair.participation, a_mentor(pair.mentor.programme), by=organiser)
    assert list(seekers(edition, by=organiser)) == []
    for user in both(other):
        accept_match(other, by=user)
    pair.refresh_from_db()
    wish.refresh_from_db()
    assert (pair.state, wish.state) == (MatchState.ENDED, WishState.FULFILLED)
    assert mentor.email in letters("pair_ended") and Match.objects.active().get() == other


def test_who_organises_hears_of_a_wish_once_while_it_is_open(pair):
    organiser = organiser_of(pair.mentor.programme)
    for reason in (WishReason.CLICK, WishReason.TIME):
        wish = wishes.wish_other_mentor(pair, by=pair.participation.user, reason=reason, keeps=True)
    (letter,) = Letter.objects.filter(message="mentoring.wish_waits")
    words = registered()[letter.message].render(organiser, letter.ids)
    assert letter.recipient == organiser and words and f"/cms/koppels/{pair.key}/" in words.text
    wishes.take_back_wish(wish, by=pair.participation.user)
    assert registered()[letter.message].render(organiser, letter.ids) is None


def test_without_such_a_wish_nobody_has_two_mentors(pair):
    organiser = organiser_of(pair.mentor.programme)
    with pytest.raises(Refused, match="heeft al een mentor"):
        propose_match(pair.participation, a_mentor(pair.mentor.programme), by=organiser)
    wish = wishes.wish_other_mentor(pair, by=pair.participation.user, reason=WishReason.TIME, keeps=True)
    wishes.take_back_wish(wish, by=pair.participation.user)
    with pytest.raises(Refused, match="heeft al een mentor"):
        propose_match(pair.participation, a_mentor(pair.mentor.programme), by=organiser)
    with pytest.raises(IllegalMove):
        wishes.take_back_wish(wish, by=pair.participation.user)


def test_who_takes_her_wish_back_is_proposed_to_nobody_any_more(pair):
    mentee, organiser = pair.participation.user, organiser_of(pair.mentor.programme)
    wish = wishes.wish_other_mentor(pair, by=mentee, reason=WishReason.TIME, keeps=True)
    other = propose_match(pair.participation, a_mentor(pair.mentor.programme), by=organiser)
    wishes.take_back_wish(wish, by=mentee)
    other.refresh_from_db()
    assert other.state == MatchState.TAKEN_BACK and Match.objects.active().get() == pair


def test_who_stops_at_once_comes_in_front_of_who_seeks(pair):
    with pytest.raises(PermissionDenied):
        wishes.wish_other_mentor(pair, by=pair.mentor.user, reason=WishReason.TIME, keeps=False)
    wishes.wish_other_mentor(pair, by=pair.participation.user, reason=WishReason.SILENT, keeps=False)
    pair.refresh_from_db()
    assert pair.state == MatchState.ENDED and letters("pair_ended") == [pair.mentor.user.email]
    longer = admitted(pair.participation.edition, admitted_at=pair.participation.admitted_at - timedelta(days=30))
    found = seekers(pair.participation.edition, by=None)
    assert list(found) == [pair.participation, longer] and found.first().asks_again


# Whose verb it is, and how the desk sorts ---------------------------------------------------------------


def test_each_rule_says_yes_to_whose_it_is_alone(pair):
    mentee, mentor = both(pair)
    organiser, stranger = organiser_of(pair.mentor.programme), UserFactory()
    plan = agreeing.propose_agreement(pair, by=mentee, **PLAN)
    nudge = nudging.nudge_by_hand(pair, by=organiser)
    check_ins.ask_check_in(pair, Moment.FOUR_WEEKS)
    check_in = pair.check_ins.get(side=Side.MENTOR)
    check_in.match = pair
    calls = CheckIn(match=pair, side=Side.MENTEE, state=CheckInState.ANSWERED, need="call")
    wish = wishes.wish_other_mentor(pair, by=mentee, reason=WishReason.TIME, keeps=True)
    table = {
        "can_keep_pace shows_pace": [(pair,), {mentee, mentor}],
        "can_agree": [(plan,), {mentor}],
        "can_withdraw": [(plan,), {mentee, mentor}],
        "can_answer_nudge shows_nudge": [(nudge,), {mentee, mentor}],
        "can_nudge_by_hand shows_nudge_by_hand": [(pair,), {organiser}],
        "can_answer_check_in shows_check_in": [(check_in,), {mentor}],
        "can_respond shows_respond": [(calls,), {organiser}],
        "can_wish shows_wish": [(pair,), {mentee}],
        "shows_wish_back": [(wish,), {mentee}],
    }
    for names, (things, allowed) in table.items():
        for name in names.split():
            rule = getattr(policies, name)
            assert {who for who in (mentee, mentor, organiser, stranger) if rule(who, *things)} == allowed, name
    assert policies.shows_agreement_move(mentor, plan, "agree")
    assert not policies.shows_agreement_move(mentee, plan, "agree")
    assert policies.shows_pace_move(mentor, pair, "go_outside") and not policies.shows_pace_move(
        mentor, pair, "come_back"
    )


def test_the_database_sorts_pairs_as_the_rule_does():
    today = timezone.localdate(NOW)
    for weeks in (1, 6, 7, 12, 13, 30):
        a_pair_since(weeks)
        met = a_pair_since(weeks + 20)
        MeetingFactory(match=met, state=MeetingState.HELD, starts_at=NOW - weeks * WEEK)
        elsewhere = a_pair_since(weeks)
        going_on.go_outside(elsewhere, by=elsewhere.mentor.user, at=NOW)
    coming = a_pair_since(30)
    MeetingFactory(match=coming, starts_at=NOW + WEEK)
    for days in (3, -50):
        paused = a_pair_since(40)
        going_on.pause_pair(paused, by=paused.mentor.user, until=today + timedelta(days=3), at=NOW)
        paused.pace.paused_until = today + timedelta(days=days)
        paused.pace.save()
    pairs = with_days(Match.objects.all(), NOW)
    by_rule = {match.pk: days_of(match).health(today) for match in pairs}
    found = {one.value: {match.pk for match in of_health(pairs, one, today)} for one in Health}
    assert all(found.values()), "each of them is tried"
    assert found == {one.value: {pk for pk, said in by_rule.items() if said == one} for one in Health}
