"""Whether they spoke is asked in one place, and a conversation that is noted anywhere answers it."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.models import JournalLine
from mentoring.actions.meetings import AlreadyNoted, cancel_meeting, hold_meeting, log_meeting
from mentoring.choices import Way
from mentoring.health import Health
from mentoring.models import Match, Meeting, Nudge
from mentoring.pace import links, policies
from mentoring.pace.actions import going_on, nudging
from mentoring.pace.choices import NudgeKind
from mentoring.pace.states import NudgeState
from mentoring.states import MeetingState, Side
from tests.factories.mentoring import MeetingFactory, a_pair
from tests.factories.programmes import organiser_of
from tests.mentoring.test_pace import NOW, WEEK, a_pair_since, both, health
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
ASKS = "Hebben jullie elkaar gesproken?"


def agreed(pair: Match, starts_at: datetime) -> Meeting:
    return MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=starts_at, minutes=60, way=Way.LIVE)


def state(pair: Match, kind: str) -> str:
    return pair.nudges.get(kind=kind).state


def day(when: datetime) -> date:
    return timezone.localdate(when)


def spoke(pair: Match, when: datetime, at: datetime = NOW) -> Meeting:
    return log_meeting(pair, by=pair.mentor.user, starts_at=when, minutes=30, way=Way.ONLINE, at=at)


def test_a_conversation_that_is_noted_answers_what_was_asked_about_the_silence():
    pair = a_pair_since(13)
    nudging.ask_who_is_silent(NOW)
    spoke(pair, NOW - 2 * WEEK)
    nudge = pair.nudges.get()
    assert (nudge.state, nudge.answered_by, nudge.answered_at) == (NudgeState.NOTED, Side.MENTOR, NOW)
    assert links.behind(nudge.key, links.token_of(nudge, Side.MENTEE), NOW) is None, (
        "the link in the mail asks nothing more"
    )
    assert health(pair, NOW + 5 * WEEK) == Health.CHECK_IN, "the day they spoke counts, not the day it was noted"
    assert JournalLine.objects.filter(verb="note", was="asked", now="noted").count() == 1


def test_a_meeting_that_is_confirmed_or_did_not_go_on_answers_what_was_asked_about_it():
    pair = a_pair_since(2)
    held, off = agreed(pair, NOW - 3 * DAY), agreed(pair, NOW - 5 * DAY)
    assert nudging.ask_who_is_silent(NOW) == 2
    hold_meeting(held, by=pair.mentor.user, at=NOW)
    cancel_meeting(off, by=pair.mentor.user, at=NOW)
    about = {nudge.about: nudge.state for nudge in pair.nudges.all()}
    assert about == {
        timezone.localdate(NOW - 3 * DAY): NudgeState.NOTED,
        timezone.localdate(NOW - 5 * DAY): NudgeState.NOT_YET,
    }


def test_calling_off_what_is_to_come_says_nothing_of_whether_they_spoke():
    pair = a_pair_since(2)
    meeting = agreed(pair, NOW + timedelta(hours=2))
    Nudge.objects.create(match=pair, kind=NudgeKind.MEETING, about=timezone.localdate(NOW), asked_at=NOW)
    cancel_meeting(meeting, by=pair.mentor.user, at=NOW)
    assert state(pair, NudgeKind.MEETING) == NudgeState.ASKED


def test_one_yes_answers_all_that_stands_open_but_another_meeting():
    pair = a_pair_since(7)
    nudging.ask_who_is_silent(NOW)
    nudging.nudge_by_hand(pair, by=organiser_of(pair.mentor.programme), at=NOW + 3 * WEEK)
    Nudge.objects.create(match=pair, kind=NudgeKind.MEETING, about=timezone.localdate(NOW + WEEK), asked_at=NOW)
    by_hand = pair.nudges.get(kind=NudgeKind.BY_HAND)
    nudging.answer_nudge(by_hand, by=pair.mentor.user, spoken=True, at=NOW + 3 * WEEK)
    assert state(pair, NudgeKind.SILENCE) == NudgeState.NOTED
    assert state(pair, NudgeKind.MEETING) == NudgeState.ASKED


def test_a_conversation_of_before_the_silence_answers_nothing():
    pair = a_pair_since(20)
    spoke(pair, NOW - 8 * WEEK, at=NOW - 8 * WEEK)
    nudging.ask_who_is_silent(NOW)
    spoke(pair, NOW - 10 * WEEK)
    assert state(pair, NudgeKind.SILENCE) == NudgeState.ASKED


def test_what_was_answered_long_ago_stays_as_it_was_said():
    pair = a_pair_since(20)
    nudge = Nudge.objects.create(match=pair, kind=NudgeKind.SILENCE, about=day(NOW - 9 * WEEK), asked_at=NOW - 8 * WEEK)
    nudging.answer_nudge(nudge, by=pair.mentor.user, spoken=False, at=NOW - 8 * WEEK)
    spoke(pair, NOW - 2 * DAY)
    assert state(pair, NudgeKind.SILENCE) == NudgeState.NOT_YET


def test_a_conversation_of_another_month_or_of_long_before_answers_no_question():
    pair = a_pair_since(20)
    for kind, about in ((NudgeKind.MONTH, day(NOW).replace(day=1)), (NudgeKind.BY_HAND, day(NOW))):
        Nudge.objects.create(match=pair, kind=kind, about=about, asked_at=NOW)
    spoke(pair, NOW - 8 * WEEK)
    assert (state(pair, NudgeKind.MONTH), state(pair, NudgeKind.BY_HAND)) == (NudgeState.ASKED, NudgeState.ASKED)
    spoke(pair, NOW - 3 * WEEK)
    assert (state(pair, NudgeKind.MONTH), state(pair, NudgeKind.BY_HAND)) == (NudgeState.ASKED, NudgeState.NOTED)
    spoke(pair, NOW)
    assert state(pair, NudgeKind.MONTH) == NudgeState.NOTED


def test_what_is_noted_for_the_day_of_a_meeting_was_that_meeting():
    pair = a_pair_since(2)
    meeting = agreed(pair, NOW - timedelta(hours=3))
    assert spoke(pair, NOW - timedelta(hours=1)) == meeting
    held = pair.meetings.get()
    assert (held.state, held.minutes, held.way) == (MeetingState.HELD, 30, Way.ONLINE), "as it is told now"
    with pytest.raises(AlreadyNoted):
        spoke(pair, NOW)
    later = agreed(pair, NOW + DAY + timedelta(hours=7))
    assert spoke(pair, NOW + DAY, at=NOW + DAY) != later, "what is still to begin is another conversation"


def test_a_pair_that_pauses_is_asked_about_no_meeting_either():
    pair = a_pair_since(2)
    agreed(pair, NOW - DAY)
    going_on.pause_pair(pair, by=pair.mentor.user, until=timezone.localdate(NOW) + WEEK, at=NOW)
    assert nudging.ask_who_is_silent(NOW) == 0
    assert nudging.ask_who_is_silent(NOW + 8 * DAY) == 1


def test_who_pauses_is_not_asked_by_hand_either():
    pair = a_pair_since(2)
    organiser = organiser_of(pair.mentor.programme)
    until = timezone.localdate(NOW) + WEEK
    going_on.pause_pair(pair, by=pair.mentor.user, until=until, at=NOW)
    with pytest.raises(nudging.NotAgain, match="heeft pauze tot en met 23 november"):
        nudging.nudge_by_hand(pair, by=organiser, at=NOW)
    paused = Match.objects.get(pk=pair.pk)
    paused.pace.paused_until = timezone.localdate()
    assert not policies.shows_nudge_by_hand(organiser, paused)
    paused.pace.paused_until -= DAY
    assert policies.shows_nudge_by_hand(organiser, paused)
    assert nudging.nudge_by_hand(pair, by=organiser, at=NOW + 8 * DAY)


# On the pages -------------------------------------------------------------------------------------------


def shown(pair: Match, name: str = "mentoring:room") -> str:
    client = sign_in(Client(), pair.participation.user)
    return client.get(reverse(name, kwargs={"key": pair.key} if name == "mentoring:room" else {})).text


def test_a_meeting_that_went_by_asks_once_in_their_place_and_once_at_mine():
    now = timezone.now()
    pair = a_pair(at=now - 2 * WEEK)
    agreed(pair, now - 2 * DAY)
    assert nudging.ask_who_is_silent(now) == 1
    assert shown(pair).count(ASKS) == 1
    assert shown(pair, "people:mine").count("gesproken?") == 1


def test_who_pauses_is_not_asked_at_mine_if_they_spoke():
    now = timezone.now()
    pair = a_pair(at=now - 8 * WEEK)
    nudging.ask_who_is_silent(now)
    assert "gesproken?" in shown(pair, "people:mine")
    going_on.pause_pair(pair, by=pair.mentor.user, until=timezone.localdate() + WEEK)
    assert "gesproken?" not in shown(pair, "people:mine")


def test_who_speaks_elsewhere_and_noted_a_conversation_is_not_asked_that_month():
    pair = a_pair(at=timezone.now() - 9 * WEEK)
    going_on.go_outside(pair, by=pair.mentor.user)
    assert "deze maand gesproken?" in shown(pair)
    spoke(pair, timezone.now(), at=timezone.now())
    assert "deze maand gesproken?" not in shown(pair)


def test_what_was_noted_of_last_month_leaves_the_press_of_this_month():
    now = timezone.now()
    last = day(now).replace(day=1) - DAY
    pair = a_pair(at=now - 20 * WEEK)
    going_on.go_outside(pair, by=pair.mentor.user)
    Nudge.objects.create(match=pair, kind=NudgeKind.MONTH, about=last.replace(day=1), asked_at=now - DAY)
    spoke(pair, now - (day(now) - last), at=now)
    assert state(pair, NudgeKind.MONTH) == NudgeState.NOTED
    assert "deze maand gesproken?" in shown(pair)


def test_no_pressed_twice_stays_no():
    pair = a_pair(at=timezone.now() - 8 * WEEK)
    nudging.ask_who_is_silent(timezone.now())
    nudge = pair.nudges.get()
    url = reverse("mentoring:spoken_answer", kwargs={"key": nudge.key, "token": links.token_of(nudge, Side.MENTEE)})
    for _twice in range(2):
        assert "Toch gesproken?" in Client().post(url, {"antwoord": "nee"}).text
    assert state(pair, NudgeKind.SILENCE) == NudgeState.NOT_YET
    mentee, _mentor = both(pair)
    nudging.answer_nudge(nudge, by=mentee, spoken=True)
    assert "Toch gesproken?" not in Client().post(url, {"antwoord": "nee"}).text
