"""Offering times and moving one, as the two see and press it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from elections.models import Election
from elections.models.body import Kind
from mentoring.forms.meetings import MoveForm
from mentoring.models import Meeting
from mentoring.states import MeetingState
from mentoring.talking.busy_months import busy_months
from tests.factories.mentoring import MeetingFactory

pytestmark = pytest.mark.django_db
ABOUT = {"minutes": "60", "way": "live", "place": "Het \u202ebuurthuis"}


def at(thing, name: str) -> str:
    return reverse(f"mentoring:{name}", kwargs={"key": thing.key})


def text_of(response) -> str:
    return response.content.decode()


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_three_times_are_offered_and_one_is_picked(pair, as_mentee, as_mentor):
    typed = {
        "day": in_days(2),
        "at": "19:30",
        "day_2": in_days(3),
        "at_2": "20:00",
        "day_4": in_days(4),
        "at_4": "9:15",
    }
    answer = text_of(as_mentee.post(at(pair, "meeting_propose"), typed | ABOUT, follow=True))
    assert "kiest er één" in answer and Meeting.objects.count() == 3
    assert {one.place for one in Meeting.objects.all()} == {"Het buurthuis"}
    seen = text_of(as_mentor.get(at(pair, "room")))
    assert "Yara Echt stelt 3 tijden voor" in seen and "Het buurthuis" in seen
    assert text_of(as_mentor.get("/mijn/")).count("stelt een tijd voor") == 1, "one thing to do, not three"
    picked = Meeting.objects.order_by("starts_at")[1]
    done = text_of(as_mentor.post(at(picked, "meeting_agree"), follow=True))
    assert "Jullie zijn het eens" in done and "stelt 3 tijden voor" not in done
    assert Meeting.objects.filter(state=MeetingState.CANCELLED).count() == 2
    assert "uit je agenda" not in done, "what was never agreed is in no calendar"


def test_none_of_these(pair, as_mentee, as_mentor):
    typed = {"day": in_days(2), "at": "19:30", "day_2": in_days(3), "at_2": "20:00"}
    as_mentee.post(at(pair, "meeting_propose"), typed | ABOUT)
    first = Meeting.objects.first()
    answer = text_of(as_mentor.post(at(first, "meeting_turn_down"), follow=True))
    assert "geen van deze tijden kan" in answer and not Meeting.objects.planned().exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day_2": "2099-01-01"}, "Vul een tijd in."),
        ({"at_3": "12:00"}, "Vul een dag in."),
        ({"day_2": "0001-01-01", "at_2": "00:00"}, "Kies een moment dat nog komt."),
        ({"day_2": "9999-12-31", "at_2": "23:59"}, "Kies een moment dat nog komt."),
        ({"day_2": "31 februari", "at_2": "25:00"}, "Vul een dag in, zoals 31-12-2027."),
        ({"place": "x" * 203}, "3 tekens te lang"),
        ({"minutes": "\x00"}, "Vul een getal in"),
    ],
)
def test_what_is_wrong_with_a_time_is_told_and_nothing_typed_is_lost(pair, as_mentee, typed, said):
    answer = as_mentee.post(at(pair, "meeting_propose"), {"day": in_days(2), "at": "19:30"} | ABOUT | typed)
    text = text_of(answer)
    assert answer.status_code == 200 and said in text and 'value="19:30"' in text and not Meeting.objects.exists()
    if not typed.keys() & ABOUT.keys():
        assert '<details class="ol-uitklap" open>' in text


@pytest.mark.parametrize(("day", "hour", "wrong"), [(28, "02:30", True), (28, "03:30", False), (27, "02:30", False)])
def test_an_hour_that_does_not_exist_is_told(monkeypatch, day, hour, wrong):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 3, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))
    form = MoveForm({"day": f"2027-03-{day}", "at": hour} | ABOUT, other="Yara")
    assert form.is_valid() is not wrong
    assert ("at" in form.errors and "de klok gaat een uur vooruit" in form.errors["at"][0]) is wrong


@pytest.mark.parametrize(("day", "hour", "wrong"), [(31, "02:30", True), (31, "03:00", False), (30, "02:30", False)])
def test_an_hour_that_comes_twice_is_not_guessed_at(monkeypatch, day, hour, wrong):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 10, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam")))
    form = MoveForm({"day": f"2027-10-{day}", "at": hour} | ABOUT, other="Yara")
    assert form.is_valid() is not wrong
    assert ("at" in form.errors and "twee keer" in form.errors["at"][0]) is wrong


def test_another_place_at_the_same_time_is_a_move_and_nothing_new_is_none(pair, as_mentee):
    starts = timezone.localtime().replace(hour=19, minute=30, second=0, microsecond=0) + timedelta(days=3)
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=starts, way="live", place="Thuis")
    asked = {"day": in_days(3), "at": "19:30", "minutes": "60", "way": "live", "place": "Thuis"}
    assert "Zo staat het er al" in text_of(as_mentee.post(at(meeting, "meeting_move"), asked))
    assert "zegt nog of het kan" in text_of(as_mentee.post(at(meeting, "meeting_move"), asked | ABOUT, follow=True))
    meeting.refresh_from_db()
    assert (meeting.place, meeting.state, meeting.starts_at) == ("Het buurthuis", MeetingState.PROPOSED, starts)
    other = MeetingFactory(match=pair, starts_at=starts + timedelta(days=1))
    there = asked | {"day": timezone.localdate(other.starts_at).isoformat()}
    assert "Dit moment staat er al" in text_of(as_mentee.post(at(meeting, "meeting_move"), there))


def test_moving_replaces_the_entry_in_a_calendar(pair, as_mentee, as_mentor):
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED, sequence=1)
    form = text_of(as_mentee.get(at(meeting, "meeting_move")))
    assert timezone.localtime(meeting.starts_at).date().isoformat() in form
    answer = as_mentee.post(at(meeting, "meeting_move"), {"day": in_days(9), "at": "19:30"} | ABOUT, follow=True)
    assert "zegt nog of het kan" in text_of(answer) and "eerst was het" in text_of(answer)
    assert "Ja, ik kan dan" in text_of(as_mentor.get(at(pair, "room")))
    calendar = Calendar.from_ical(as_mentor.get(at(meeting, "appointment")).content)
    (event,) = calendar.walk("VEVENT")
    assert (event["SEQUENCE"], str(event["STATUS"]), event["DTSTART"].dt.date().isoformat()) == (
        2,
        "TENTATIVE",
        in_days(9),
    )
    meeting.refresh_from_db()
    as_mentor.post(at(meeting, "meeting_agree"))
    gone = text_of(as_mentor.post(at(meeting, "meeting_cancel"), follow=True))
    assert "uit je agenda" in gone


def test_a_yes_is_to_the_time_that_one_read(pair, as_mentee, as_mentor):
    meeting = MeetingFactory(match=pair)
    assert 'name="gezien" value="0"' in text_of(as_mentee.get(at(pair, "room")))
    as_mentor.post(at(meeting, "meeting_move"), {"day": in_days(9), "at": "19:30"} | ABOUT)
    late = text_of(as_mentee.post(at(meeting, "meeting_agree"), {"gezien": "0"}, follow=True))
    assert "intussen veranderd" in late and Meeting.objects.get().state == MeetingState.PROPOSED
    assert "Jullie zijn het eens" in text_of(as_mentee.post(at(meeting, "meeting_agree"), {"gezien": "1"}, follow=True))


def test_what_is_over_leads_back(pair, as_mentee):
    past = MeetingFactory(match=pair, state=MeetingState.AGREED, starts_at=timezone.now() - timedelta(hours=1))
    assert as_mentee.get(at(past, "meeting_move")).url == at(pair, "room")


def test_a_message_that_waits_is_a_step_on_the_overview(pair, as_mentee, as_mentor):
    pair.messages.create(side="mentee", words="zonnebloem")
    assert "Yara Echt schreef je" in text_of(as_mentor.get("/mijn/"))
    assert "zonnebloem" not in text_of(as_mentor.get("/mijn/"))
    assert "schreef je" not in text_of(as_mentee.get("/mijn/"))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2027, 6, 20), "juli en augustus"),
        (date(2027, 8, 31), "juli en augustus"),
        (date(2027, 12, 20), "Kerst"),
        (date(2028, 1, 3), "Kerst"),
        (date(2027, 2, 1), "17 maart 2027"),
    ],
)
def test_busy_months_are_said_beside_the_form(on, said):
    days = {"kind": Kind.PROVINCE, "nomination_day": date(2027, 2, 1), "election_day": date(2027, 3, 17)}
    Election.objects.get_or_create(identifier="PS2027", defaults=days)
    assert said in " ".join(busy_months(on))
    assert busy_months(date(2027, 5, 1)) == [] and busy_months(date(2027, 10, 1)) == []
