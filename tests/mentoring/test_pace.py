"""How a pair goes on: its plan, its goals, a pause, whether they spoke, how each says it goes, another mentor."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from lifecycle.models import JournalLine
from mentoring.actions.matches import end_match
from mentoring.actions.meetings import AlreadyNoted
from mentoring.asking import links as answer_links
from mentoring.choices import Way
from mentoring.health import Health
from mentoring.models import CheckIn, Match, Nudge
from mentoring.pace import links
from mentoring.pace.actions import agreeing, check_ins, goals, going_on, nudging
from mentoring.pace.choices import Going, Moment, Need, NudgeKind, Often
from mentoring.pace.days import days_of, with_days
from mentoring.pace.states import AgreementState, CheckInState, NudgeState
from mentoring.states import MeetingState, Side
from people.models import Letter, User
from programmes.safety.blocking import block
from tests.factories.mentoring import MeetingFactory, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db

NOW = timezone.make_aware(datetime(2026, 11, 16, 12))
WEEK = timedelta(weeks=1)
PLAN = {"often": Often.MONTHLY, "way": Way.ONLINE, "minutes": 60, "words": "Dit blijft hier."}


def both(match: Match):
    return match.participation.user, match.mentor.user


def letters(name: str) -> list[str]:
    return sorted(Letter.objects.filter(message=f"mentoring.{name}").values_list("recipient__email", flat=True))


def emails(match: Match) -> list[str]:
    return sorted(user.email for user in both(match))


def a_pair_since(weeks: int, **fields) -> Match:
    return a_pair(at=NOW - weeks * WEEK, **fields)


def health(match: Match, at=NOW) -> Health:
    return days_of(with_days(Match.objects.filter(pk=match.pk), at).get()).health(timezone.localdate(at))


# The plan ---------------------------------------------------------------------------------------------


def test_a_plan_holds_from_the_others_yes_and_replaces_the_one_before(pair):
    mentee, mentor = both(pair)
    first = agreeing.propose_agreement(pair, by=mentee, **PLAN)
    assert letters("agreement_proposed") == [mentor.email] and agreeing.in_force(pair) == (None, first)
    with pytest.raises(PermissionDenied):
        agreeing.agree_agreement(first, by=mentee)
    agreeing.agree_agreement(first, by=mentor)
    assert letters("agreement_agreed") == [mentee.email]
    with pytest.raises(Refused, match="hebben jullie al"):
        agreeing.propose_agreement(pair, by=mentor, **PLAN)
    second = agreeing.propose_agreement(pair, by=mentor, **PLAN | {"often": Often.WEEKLY})
    assert agreeing.in_force(pair) == (first, second), "the first holds until the second is agreed"
    agreeing.agree_agreement(second, by=mentee)
    first.refresh_from_db()
    assert first.state == AgreementState.REPLACED and agreeing.in_force(pair) == (second, None)
    assert second.version == 2
    assert "Dit blijft hier" not in str(list(JournalLine.objects.values()))


def test_who_changes_her_mind_replaces_her_own_proposal_but_never_the_others(pair):
    mentee, mentor = both(pair)
    first = agreeing.propose_agreement(pair, by=mentee, **PLAN)
    second = agreeing.propose_agreement(pair, by=mentee, **PLAN | {"minutes": 45})
    first.refresh_from_db()
    assert first.state == AgreementState.WITHDRAWN
    with pytest.raises(Refused, match="plan van de ander"):
        agreeing.propose_agreement(pair, by=mentor, **PLAN)
    agreeing.withdraw_agreement(second, by=mentor)
    with pytest.raises(IllegalMove):
        agreeing.agree_agreement(second, by=mentor)
    end_match(pair, by=mentee)
    with pytest.raises(Refused, match="afgesloten"):
        agreeing.propose_agreement(pair, by=mentor, **PLAN)


def test_goals_are_few_and_ticked_by_either(pair):
    mentee, mentor = both(pair)
    made = [goals.add_goal(pair, f"doel {number}", by=mentee) for number in range(goals.MOST_GOALS)]
    with pytest.raises(Refused, match="Zes doelen"):
        goals.add_goal(pair, "nog een", by=mentor)
    assert goals.tick_goal(made[0], reached=True, by=mentor).reached_at
    goals.tick_goal(made[0], reached=True, by=mentee)
    assert JournalLine.objects.filter(verb="reach").count() == 1
    goals.remove_goal(made[1], by=mentor)
    with pytest.raises(IllegalMove):
        goals.tick_goal(made[1], reached=True, by=mentee)
    assert pair.goals.count() == goals.MOST_GOALS - 1


# Going on ---------------------------------------------------------------------------------------------


def test_outside_holds_at_once_is_told_and_is_turned_back_by_either(pair):
    mentee, mentor = both(pair)
    going_on.go_outside(pair, by=mentee)
    assert letters("pair_goes_outside") == [mentor.email]
    with pytest.raises(IllegalMove):
        going_on.go_outside(pair, by=mentor)
    going_on.come_back(pair, by=mentor)
    assert not Match.objects.get(pk=pair.pk).pace.is_outside


def test_a_pause_has_an_end_and_nobody_is_asked_until_then():
    pair = a_pair_since(8)
    mentee, mentor = both(pair)
    today = timezone.localdate(NOW)
    for day in (today - timedelta(days=1), today + timedelta(days=200)):
        with pytest.raises(Refused, match="dag die nog komt"):
            going_on.pause_pair(pair, by=mentee, until=day, at=NOW)
    going_on.pause_pair(pair, by=mentee, until=today + timedelta(days=30), at=NOW)
    assert letters("pair_paused") == [mentor.email] and health(pair) == Health.PAUSED
    assert nudging.ask_who_is_silent(NOW) == 0
    after = NOW + timedelta(days=31)
    assert health(pair, after) == Health.ON_TRACK, "silence counts from the end of the pause"
    going_on.resume_pair(pair, by=mentor, at=NOW)
    assert health(pair) == Health.CHECK_IN and nudging.ask_who_is_silent(NOW) == 1


# Did you speak? ---------------------------------------------------------------------------------------


def test_a_silence_is_asked_about_once_and_a_new_one_again():
    pair = a_pair_since(7)
    assert nudging.ask_who_is_silent(NOW) == 1 and letters("spoken_asked") == emails(pair)
    for weeks in (0, 1, 5, 9):
        assert nudging.ask_who_is_silent(NOW + weeks * WEEK) == 0
    (nudge,) = Nudge.objects.all()
    nudging.answer_nudge(nudge, by=pair.mentor.user, spoken=True, at=NOW + 9 * WEEK)
    assert health(pair, NOW + 9 * WEEK) == Health.ON_TRACK
    assert nudging.ask_who_is_silent(NOW + 15 * WEEK) == 0
    assert nudging.ask_who_is_silent(NOW + 16 * WEEK) == 1


def test_one_press_of_either_counts_for_both_and_no_can_still_become_yes():
    pair = a_pair_since(7)
    mentee, mentor = both(pair)
    nudging.ask_who_is_silent(NOW)
    nudge = Nudge.objects.get()
    nudging.answer_nudge(nudge, by=mentee, spoken=False, at=NOW)
    assert health(pair) == Health.CHECK_IN, "a no is no sign that they spoke"
    with pytest.raises(AlreadyNoted):
        nudging.answer_nudge(nudge, by=mentor, spoken=False, at=NOW)
    nudging.answer_nudge(nudge, by=mentor, spoken=True, at=NOW)
    with pytest.raises(AlreadyNoted):
        nudging.answer_nudge(nudge, by=mentee, spoken=True, at=NOW)
    nudge.refresh_from_db()
    assert (nudge.state, nudge.answered_by) == (NudgeState.SPOKEN, Side.MENTOR)
    with pytest.raises(PermissionDenied):
        nudging.answer_nudge(nudge, by=UserFactory(), spoken=True, at=NOW)


def test_a_meeting_nobody_confirmed_is_asked_about_and_the_press_holds_it():
    pair = a_pair_since(2)
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=NOW - timedelta(days=1))
    MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=NOW - timedelta(hours=3))
    assert nudging.ask_who_is_silent(NOW) == 1 and nudging.ask_who_is_silent(NOW) == 0
    nudge = Nudge.objects.get()
    assert (nudge.kind, nudge.about) == (NudgeKind.MEETING, timezone.localdate(meeting.starts_at))
    nudging.answer_nudge(nudge, by=pair.participation.user, spoken=True, at=NOW)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD and pair.meetings.held().count() == 1


def test_who_speaks_elsewhere_says_so_once_a_month_and_falls_silent_without():
    pair = a_pair_since(5)
    mentee, mentor = both(pair)
    going_on.go_outside(pair, by=mentee, at=NOW)
    assert health(pair) == Health.OUTSIDE and nudging.ask_who_is_silent(NOW) == 0
    late = NOW.replace(day=26)
    assert nudging.ask_who_is_silent(late) == 1 and nudging.ask_who_is_silent(late + timedelta(days=2)) == 0
    assert nudging.say_spoken(pair, by=mentor, at=late).about == date(2026, 11, 1)
    with pytest.raises(AlreadyNoted):
        nudging.say_spoken(pair, by=mentee, at=late)
    assert Nudge.objects.count() == 1
    assert health(pair, late + 5 * WEEK) == Health.OUTSIDE and health(pair, late + 13 * WEEK) == Health.SILENT


def test_an_organiser_asks_by_hand_and_not_again_within_two_weeks():
    pair = a_pair_since(1)
    organiser = organiser_of(pair.mentor.programme)
    nudging.nudge_by_hand(pair, by=organiser, at=NOW)
    with pytest.raises(nudging.NotAgain, match="16 november"):
        nudging.nudge_by_hand(pair, by=organiser, at=NOW + WEEK)
    nudging.nudge_by_hand(pair, by=organiser, at=NOW + 3 * WEEK)
    for who in (UserFactory(), pair.mentor.user):
        with pytest.raises(PermissionDenied):
            nudging.nudge_by_hand(pair, by=who, at=NOW + 9 * WEEK)


def test_the_link_in_a_mail_dies_with_its_answer_its_age_and_its_pair():
    pair = a_pair_since(7)
    nudging.ask_who_is_silent(NOW)
    nudge = Nudge.objects.get()
    for side in Side:
        assert links.behind(nudge.key, links.token_of(nudge, side), NOW) == (nudge, pair.user_at(side))
    token = links.token_of(nudge, Side.MENTEE)
    assert links.behind(nudge.key, nudge.key, NOW) is None, "the key of the row is no token"
    assert links.behind(nudge.key, answer_links.token_of(pair, Side.MENTEE), NOW) is None, "nor is one for a proposal"
    assert links.behind(nudge.key, token, NOW + timedelta(days=36)) is None
    end_match(pair, by=pair.mentor.user, at=NOW)
    assert links.behind(nudge.key, token, NOW) is None


def test_the_link_in_a_mail_dies_with_the_address_it_was_sent_to_and_with_the_account():
    pair = a_pair_since(7)
    nudging.ask_who_is_silent(NOW)
    nudge = Nudge.objects.get()
    token, mentee = links.token_of(nudge, Side.MENTEE), pair.participation.user
    User.objects.filter(pk=mentee.pk).update(email="nieuw@example.org")
    assert links.behind(nudge.key, token, NOW) is None, "whoever reads the old mailbox presses nothing"
    new = links.token_of(Nudge.objects.get(), Side.MENTEE)
    assert links.behind(nudge.key, new, NOW)
    User.objects.filter(pk=mentee.pk).update(is_active=False)
    assert links.behind(nudge.key, new, NOW) is None


def test_who_blocked_the_other_is_mailed_nothing_about_the_pair():
    pair = a_pair_since(7)
    mentee, mentor = both(pair)
    block(mentor, by=mentee)
    nudging.ask_who_is_silent(NOW)
    going_on.go_outside(pair, by=mentor, at=NOW)
    assert not Letter.objects.filter(message__contains="spoken_asked").exists() and not letters("pair_goes_outside")


# How each says it goes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (None, ["four_weeks"]),
        (8, ["four_weeks"]),
        (16, ["four_weeks", "near_end"]),
        (48, ["four_weeks", "halfway", "near_end"]),
    ],
)
def test_moments_that_would_come_close_upon_each_other_fall_away(weeks, expected):
    since = date(2026, 1, 1)
    days = check_ins.moments_of(since, since + weeks * WEEK if weeks else None)
    assert list(days) == expected and list(days.values()) == sorted(days.values())


def test_each_is_asked_for_herself_and_only_she_answers():
    pair = a_pair_since(4)
    mentee, mentor = both(pair)
    assert check_ins.keep_check_ins(NOW) == 1 and check_ins.keep_check_ins(NOW + timedelta(days=1)) == 0
    assert letters("check_in_asked") == emails(pair)
    hers = CheckIn.objects.get(side=Side.MENTEE)
    with pytest.raises(PermissionDenied):
        check_ins.answer_check_in(hers, by=mentor, going=Going.WELL)
    check_ins.answer_check_in(hers, by=mentee, going=Going.HARD, need=Need.CALL, words="Bel mij")
    with pytest.raises(check_ins.AlreadyAnswered):
        check_ins.answer_check_in(hers, by=mentee, going=Going.WELL)
    assert CheckIn.objects.get(side=Side.MENTOR).state == CheckInState.ASKED
    assert check_ins.keep_check_ins(NOW + 5 * WEEK) == 1, "the other one's lapses"
    assert CheckIn.objects.get(side=Side.MENTOR).state == CheckInState.LAPSED
    line = JournalLine.objects.get(verb="lapse")
    assert (line.actor, line.was, line.now) == (None, CheckInState.ASKED, CheckInState.LAPSED)
    assert "Bel mij" not in str(list(JournalLine.objects.values()))


def test_what_is_long_past_is_not_asked_and_a_paused_pair_neither():
    a_pair_since(9)
    paused = a_pair_since(4)
    going_on.pause_pair(paused, by=paused.mentor.user, until=timezone.localdate(NOW) + timedelta(days=5), at=NOW)
    assert check_ins.keep_check_ins(NOW) == 0
    assert check_ins.keep_check_ins(NOW + timedelta(days=6)) == 1


def test_a_pair_that_is_over_looks_back_unless_it_only_just_began():
    pair, brief = a_pair_since(20), a_pair_since(1)
    for one in (pair, brief):
        end_match(one, by=one.mentor.user, at=NOW)
    assert check_ins.keep_check_ins(NOW + timedelta(hours=1)) == 1
    assert letters("look_back_asked") == emails(pair)
    assert {one.moment for one in pair.check_ins.all()} == {Moment.END} and not brief.check_ins.exists()
    assert not check_ins.ask_check_in(pair, Moment.FOUR_WEEKS), "an ended pair is not asked how it goes"
