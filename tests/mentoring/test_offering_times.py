"""Several times at once, of which the other one picks one; moving what stands; and a word the day before."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lifecycle.errors import IllegalMove
from mentoring.actions import meetings
from mentoring.states import MeetingState
from mentoring.talking.actions import choose_mail
from mentoring.talking.reminding import remind
from people import letters
from people.models import Letter
from programmes.safety.blocking import block
from tests.factories.mentoring import MeetingFactory, a_pair

pytestmark = pytest.mark.django_db
ABOUT = {"minutes": 60, "way": "online"}


def soon(days: float = 2) -> datetime:
    return timezone.now() + timedelta(days=days)


def mentee_of(pair):
    return pair.participation.user


def mentor_of(pair):
    return pair.mentor.user


def test_the_other_one_picks_one_of_five_and_the_rest_go():
    pair = a_pair()
    times = [soon(day) for day in range(1, 6)]
    offered = meetings.offer_meetings(pair, by=mentee_of(pair), times=times, about=meetings.About(60, "online"))
    assert Letter.objects.count() == 1 and len({one.offered_in for one in offered}) == 1
    meetings.agree_meeting(offered[2], by=mentor_of(pair))
    states = dict(pair.meetings.values_list("pk", "state"))
    assert states.pop(offered[2].pk) == MeetingState.AGREED and set(states.values()) == {MeetingState.CANCELLED}
    assert list(Letter.objects.order_by("pk").values_list("message", flat=True)) == [
        "mentoring.meeting_proposed",
        "mentoring.meeting_agreed",
    ]
    with pytest.raises(IllegalMove):
        meetings.agree_meeting(offered[3], by=mentor_of(pair))


def test_another_offer_is_left_alone():
    pair = a_pair()
    about = meetings.About(60, "online")
    first = meetings.offer_meetings(pair, by=mentee_of(pair), times=[soon(1), soon(2)], about=about)
    second = meetings.offer_meetings(pair, by=mentor_of(pair), times=[soon(3), soon(4)], about=about)
    meetings.agree_meeting(first[0], by=mentor_of(pair))
    assert {one.state for one in pair.meetings.filter(pk__in=[one.pk for one in second])} == {MeetingState.PROPOSED}


def test_none_of_these_is_one_press_and_one_mail():
    pair = a_pair()
    about = meetings.About(60, "online")
    offered = meetings.offer_meetings(pair, by=mentee_of(pair), times=[soon(1), soon(2)], about=about)
    with pytest.raises(PermissionDenied):
        meetings.turn_down_offer(offered[0], by=mentee_of(pair))
    meetings.turn_down_offer(offered[0], by=mentor_of(pair))
    assert set(pair.meetings.values_list("state", flat=True)) == {MeetingState.CANCELLED}
    told = Letter.objects.exclude(message="mentoring.meeting_proposed").values_list("message", "recipient")
    assert list(told) == [("mentoring.times_turned_down", mentee_of(pair).pk)]
    agreed = MeetingFactory(match=pair, state=MeetingState.AGREED)
    with pytest.raises(IllegalMove):
        meetings.turn_down_offer(agreed, by=mentee_of(pair))


@pytest.mark.parametrize(("count", "said"), [(0, "één tot vijf"), (6, "één tot vijf")])
def test_one_to_five_times_are_offered(count, said):
    pair = a_pair()
    times = [soon(day + 1) for day in range(count)]
    with pytest.raises(meetings.NotNow, match=said):
        meetings.offer_meetings(pair, by=mentee_of(pair), times=times, about=meetings.About(60, "online"))


def test_who_offers_very_often_a_day_waits_until_tomorrow():
    pair, now = a_pair(), timezone.now()
    for hour in range(meetings.OFFERED_A_DAY):
        MeetingFactory(match=pair, proposed_by="mentee", state=MeetingState.CANCELLED, starts_at=soon(hour + 1))
    with pytest.raises(meetings.NotNow, match="morgen"):
        meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(), **ABOUT)
    assert meetings.propose_meeting(pair, by=mentor_of(pair), starts_at=soon(), **ABOUT)
    tomorrow = now + timedelta(days=1, minutes=1)
    assert meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(3), **ABOUT, at=tomorrow)


def test_moving_asks_the_other_one_again_and_both_hear():
    pair, when = a_pair(), soon(4)
    meeting = MeetingFactory(match=pair, proposed_by="mentor", state=MeetingState.AGREED, sequence=1)
    was = meeting.starts_at
    moved = meetings.move_meeting(
        meeting, by=mentee_of(pair), starts_at=when, about=meetings.About(45, "live", "bij de kerk")
    )
    moved.refresh_from_db()
    assert (moved.state, moved.proposed_by, moved.sequence) == (MeetingState.PROPOSED, "mentee", 2)
    assert (moved.starts_at, moved.moved_from, moved.minutes, moved.place) == (when, was, 45, "bij de kerk")
    assert set(Letter.objects.values_list("message", "recipient")) == {
        ("mentoring.meeting_moved", mentee_of(pair).pk),
        ("mentoring.meeting_moved", mentor_of(pair).pk),
    }
    said = {
        one.recipient: letters.registered()[one.message].render(one.recipient, one.ids) for one in Letter.objects.all()
    }
    assert "Zeg of je dan kunt" in said[mentor_of(pair)].text and "De ander zegt nog" in said[mentee_of(pair)].text
    assert not any("kerk" in mail.text + mail.html for mail in said.values())
    with pytest.raises(PermissionDenied):
        meetings.agree_meeting(moved, by=mentee_of(pair))
    assert meetings.agree_meeting(moved, by=mentor_of(pair)).sequence == 3


def test_what_is_over_or_gone_is_not_moved():
    pair = a_pair()
    about = meetings.About(60, "online")
    past = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=soon(-1))
    with pytest.raises(meetings.NotNow, match="voorbij"):
        meetings.move_meeting(past, by=mentee_of(pair), starts_at=soon(), about=about)
    for state in (MeetingState.CANCELLED, MeetingState.HELD):
        with pytest.raises(IllegalMove):
            meetings.move_meeting(
                MeetingFactory(match=pair, state=state), by=mentee_of(pair), starts_at=soon(), about=about
            )
    tired = MeetingFactory(match=pair, state=MeetingState.AGREED, sequence=meetings.MOST_CHANGES)
    with pytest.raises(meetings.NotNow, match="vaak"):
        meetings.move_meeting(tired, by=mentee_of(pair), starts_at=soon(5), about=about)


def test_a_day_before_both_are_reminded_once_and_who_wants_no_mail_is_not():
    pair, now = a_pair(), timezone.now()
    agreed = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=now + timedelta(hours=30))
    MeetingFactory(match=pair, state=MeetingState.PROPOSED, starts_at=now + timedelta(hours=30))
    assert remind(now) == 0
    assert (remind(now + timedelta(hours=7)), remind(now + timedelta(hours=8))) == (1, 0)
    assert {one.recipient for one in Letter.objects.all()} == {mentee_of(pair), mentor_of(pair)}
    choose_mail(mentor_of(pair), of_messages=True, of_reminders=False)
    words = {
        one.recipient: letters.registered()[one.message].render(one.recipient, one.ids) for one in Letter.objects.all()
    }
    assert words[mentor_of(pair)] is None
    mail = words[mentee_of(pair)]
    assert mail and "afspraak" in mail.text and "entor" not in mail.subject + mail.text + mail.html
    meetings.move_meeting(agreed, by=mentee_of(pair), starts_at=soon(3), about=meetings.About(60, "online"))
    agreed.refresh_from_db()
    assert agreed.reminded_at is None, "the new day is a new reminder"


def test_who_was_blocked_is_not_told_that_her_times_reach_nobody():
    pair = a_pair()
    block(mentee_of(pair), by=mentor_of(pair))
    meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(), **ABOUT)
    assert not Letter.objects.exists()
