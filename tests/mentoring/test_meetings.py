"""What a pair plans: who proposes, who agrees, what counts as spoken, and the file for a calendar."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions import matches, meetings
from mentoring.states import MatchState, MeetingState
from people.models import Letter
from tests.factories.mentoring import MeetingFactory, a_match, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import organiser_of

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ABOUT = {"minutes": 60, "way": "online"}


def soon(days: float = 2) -> datetime:
    return timezone.now() + timedelta(days=days)


def mentee_of(pair):
    return pair.participation.user


def mentor_of(pair):
    return pair.mentor.user


def test_one_proposes_and_the_other_agrees():
    pair = a_pair()
    meeting = meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(), **ABOUT)
    assert (meeting.state, meeting.proposed_by, meeting.sequence) == (MeetingState.PROPOSED, "mentee", 0)
    with pytest.raises(PermissionDenied):
        meetings.agree_meeting(meeting, by=mentee_of(pair))
    assert meetings.agree_meeting(meeting, by=mentor_of(pair)).sequence == 1
    told = list(Letter.objects.order_by("pk").values_list("message", "recipient"))
    assert told == [
        ("mentoring.meeting_proposed", mentor_of(pair).pk),
        ("mentoring.meeting_agreed", mentee_of(pair).pk),
    ]


@pytest.mark.parametrize("days", [-1, 400])
def test_only_a_moment_to_come_within_a_year_is_proposed(days):
    pair = a_pair()
    with pytest.raises(meetings.NotNow):
        meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(days), **ABOUT)


def test_the_same_moment_twice_is_told():
    pair, when = a_pair(), soon()
    meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=when, **ABOUT)
    with pytest.raises(meetings.NotNow, match="staat er al"):
        meetings.propose_meeting(pair, by=mentor_of(pair), starts_at=when, **ABOUT)


def test_not_more_than_ten_wait_at_a_time():
    pair = a_pair()
    for day in range(1, 11):
        MeetingFactory(match=pair, starts_at=soon(day))
    with pytest.raises(meetings.NotNow, match="genoeg"):
        meetings.propose_meeting(pair, by=mentee_of(pair), starts_at=soon(11), **ABOUT)


def test_a_moment_gone_by_is_agreed_to_no_more():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, starts_at=soon(-1))
    with pytest.raises(meetings.NotNow, match="voorbij"):
        meetings.agree_meeting(meeting, by=mentee_of(pair))


def test_either_cancels_once_and_the_other_is_told():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED)
    assert meetings.cancel_meeting(meeting, by=mentor_of(pair)).state == MeetingState.CANCELLED
    assert Letter.objects.get().recipient == mentee_of(pair)
    with pytest.raises(IllegalMove):
        meetings.cancel_meeting(meeting, by=mentee_of(pair))


def test_spoken_is_one_press_and_a_second_one_says_so():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=soon(-1))
    meetings.hold_meeting(meeting, by=mentee_of(pair))
    with pytest.raises(meetings.AlreadyNoted):
        meetings.hold_meeting(meeting, by=mentor_of(pair))
    assert not Letter.objects.exists()


def test_what_has_not_begun_was_not_held():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED)
    with pytest.raises(meetings.NotNow, match="nog komen"):
        meetings.hold_meeting(meeting, by=mentee_of(pair))


def test_a_talk_that_was_not_planned_is_noted_once_a_day():
    pair = a_pair(active_at=soon(-10))
    noted = meetings.log_meeting(pair, by=mentee_of(pair), starts_at=soon(-3), **ABOUT)
    assert noted.state == MeetingState.HELD
    with pytest.raises(meetings.AlreadyNoted):
        meetings.log_meeting(pair, by=mentor_of(pair), starts_at=soon(-3), **ABOUT)
    for days in (-11, 1):
        with pytest.raises(meetings.NotNow):
            meetings.log_meeting(pair, by=mentee_of(pair), starts_at=soon(days), **ABOUT)


def test_nobody_else_plans_and_no_pair_that_is_over():
    pair = a_pair()
    for by in (UserFactory(), organiser_of(pair.mentor.programme), mentor_of(a_pair())):
        with pytest.raises(PermissionDenied):
            meetings.propose_meeting(pair, by=by, starts_at=soon(), **ABOUT)
    matches.end_match(pair, by=mentee_of(pair))
    for act in (meetings.propose_meeting, meetings.log_meeting):
        with pytest.raises(Refused, match="afgesloten"):
            act(pair, by=mentee_of(pair), starts_at=soon(), **ABOUT)


def test_who_said_yes_alone_plans_nothing_yet():
    match = a_match(MatchState.MENTEE_YES)
    with pytest.raises(Refused):
        meetings.propose_meeting(match, by=mentee_of(match), starts_at=soon(), **ABOUT)


def test_ending_the_pair_cancels_what_was_to_come_and_keeps_what_was():
    pair = a_pair()
    coming = MeetingFactory(match=pair, state=MeetingState.AGREED)
    held = MeetingFactory(match=pair, state=MeetingState.HELD, starts_at=soon(-5))
    matches.end_match(pair, by=mentor_of(pair))
    coming.refresh_from_db()
    held.refresh_from_db()
    assert (coming.state, coming.sequence, held.state) == (MeetingState.CANCELLED, 1, MeetingState.HELD)


# The file -----------------------------------------------------------------------------------------------


def the_file(client, meeting) -> Calendar:
    response = client.get(reverse("mentoring:appointment", kwargs={"key": meeting.key}))
    assert response.status_code == 200 and response["Content-Type"].startswith("text/calendar")
    assert response["Content-Disposition"] == 'attachment; filename="afspraak.ics"'
    return Calendar.from_ical(response.content)


@pytest.mark.parametrize(
    ("day", "utc_hour"), [(datetime(2027, 1, 13, 19, 30), 18), (datetime(2027, 7, 14, 19, 30), 17)]
)
def test_the_hour_is_that_of_amsterdam_in_winter_and_in_summer(pair, as_mentee, day, utc_hour):
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=day.replace(tzinfo=AMSTERDAM), minutes=45)
    (event,) = the_file(as_mentee, meeting).walk("VEVENT")
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert (start.hour, start.minute, start.tzinfo.key) == (19, 30, "Europe/Amsterdam")
    assert start.astimezone(UTC).hour == utc_hour and end - start == timedelta(minutes=45)


def test_the_rules_of_the_clock_in_the_file_are_true(pair, as_mentee):
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED)
    (zone,) = the_file(as_mentee, meeting).walk("VTIMEZONE")
    clock = zone.to_tz(lookup_tzid=False)
    for moment in (datetime(2026, 12, 1), datetime(2027, 3, 28, 4), datetime(2027, 7, 1), datetime(2027, 10, 31, 4)):
        assert moment.replace(tzinfo=clock).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset()


def test_the_file_tells_nothing_but_when(pair, as_mentor):
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, place="Zonnebloemplein 1")
    calendar = the_file(as_mentor, meeting)
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Afspraak" and event["UID"] == f"{meeting.key}@opdelijst"
    assert {"DESCRIPTION", "LOCATION", "ATTENDEE", "URL"} & set(event) == set()
    assert (str(event["ORGANIZER"]), event["ORGANIZER"].params["CN"]) == (
        "mailto:afspraak@afspraak.invalid",
        "Afspraak",
    )
    text = calendar.to_ical().decode().lower()
    for word in ("echt", "marjan", "yara", pair.mentor.programme.name.lower(), "mentor", "politiek", "zonnebloem"):
        assert word not in text


def test_a_change_replaces_the_entry_and_a_cancelled_one_says_so(pair, as_mentee):
    meeting = meetings.propose_meeting(pair, by=mentor_of(pair), starts_at=soon(), **ABOUT)
    statuses = []
    for act in (None, meetings.agree_meeting, meetings.cancel_meeting):
        if act:
            act(meeting, by=mentee_of(pair))
        calendar = the_file(as_mentee, meeting)
        (event,) = calendar.walk("VEVENT")
        statuses.append((str(event["STATUS"]), event["SEQUENCE"], str(calendar["METHOD"])))
    assert statuses == [("TENTATIVE", 0, "PUBLISH"), ("CONFIRMED", 1, "PUBLISH"), ("CANCELLED", 2, "CANCEL")]


def test_anothers_meeting_is_nowhere(pair, stranger):
    meeting = MeetingFactory(match=pair)
    for name in ("appointment", "meeting_cancel"):
        assert stranger.get(reverse(f"mentoring:{name}", kwargs={"key": meeting.key})).status_code == 404
    for name in ("meeting_agree", "meeting_held", "meeting_cancel"):
        assert stranger.post(reverse(f"mentoring:{name}", kwargs={"key": meeting.key})).status_code == 404
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PROPOSED
