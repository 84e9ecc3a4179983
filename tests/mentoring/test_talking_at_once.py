"""The two of a pair who do something in the same moment: the match is locked, so one is first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions import matches, meetings
from mentoring.actions.meetings import About
from mentoring.models import Meeting, PairMessage
from mentoring.states import MeetingState
from mentoring.talking import actions
from mentoring.talking.reminding import remind
from people.models import Letter
from tests.factories.mentoring import MeetingFactory, a_pair

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ABOUT = About(60, "online")


def at_once(*acts) -> int:
    """Begun in the same moment; how many were refused by a rule of ours."""
    gate = Barrier(len(acts))

    def one(act) -> int:
        close_old_connections()
        try:
            gate.wait(10)
            act()
        except (IllegalMove, Refused):
            return 1
        finally:
            connection.close()
        return 0

    with ThreadPoolExecutor(len(acts)) as pool:
        return sum(pool.map(one, acts))


def in_days(days: int):
    return timezone.now() + timedelta(days=days)


def test_of_one_offer_one_time_is_agreed_to():
    pair = a_pair()
    mentee, mentor = pair.participation.user, pair.mentor.user
    times = [in_days(day) for day in range(1, 6)]
    offered = meetings.offer_meetings(pair, by=mentee, times=times, about=ABOUT)
    refused = at_once(*(lambda one=one: meetings.agree_meeting(one, by=mentor) for one in offered))
    assert refused == 4
    assert Meeting.objects.filter(state=MeetingState.AGREED).count() == 1
    assert Letter.objects.filter(message="mentoring.meeting_agreed").count() == 1


def test_both_propose_one_moment_and_it_stands_once():
    pair, when = a_pair(), in_days(2)
    both = (pair.participation.user, pair.mentor.user)
    refused = at_once(*(lambda by=by: meetings.offer_meetings(pair, by=by, times=[when], about=ABOUT) for by in both))
    assert (refused, Meeting.objects.count()) == (1, 1)


def test_one_agrees_while_the_other_moves_it():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, proposed_by="mentor")
    at_once(
        lambda: meetings.agree_meeting(meeting, by=pair.participation.user),
        lambda: meetings.move_meeting(meeting, by=pair.mentor.user, starts_at=in_days(9), about=ABOUT),
    )
    meeting.refresh_from_db()
    # Agreed first and then moved, or moved first and then agreed to: in neither does she wait for her own answer.
    assert meeting.sequence == 2 and (meeting.state, meeting.proposed_by) in {
        (MeetingState.PROPOSED, "mentor"),
        (MeetingState.AGREED, "mentor"),
    }


def test_three_messages_in_one_moment_are_one_mail():
    pair = a_pair()
    writes = [
        lambda words=words: actions.write_message(pair, by=pair.mentor.user, words=words) for words in ("a", "b", "c")
    ]
    at_once(*writes)
    assert PairMessage.objects.count() == 3
    assert Letter.objects.filter(message="mentoring.message_waits").count() == 1


def test_a_message_against_the_end_is_written_before_it_or_not_at_all():
    pair = a_pair()
    refused = at_once(
        lambda: actions.write_message(pair, by=pair.mentor.user, words="dag"),
        lambda: matches.end_match(pair, by=pair.participation.user),
    )
    pair.refresh_from_db()
    assert not pair.is_active and PairMessage.objects.count() == 1 - refused


def test_two_sweeps_remind_once():
    MeetingFactory(match=a_pair(), state=MeetingState.AGREED, starts_at=timezone.now() + timedelta(hours=5))
    at_once(remind, remind, remind)
    assert Letter.objects.filter(message="mentoring.meeting_tomorrow").count() == 2
