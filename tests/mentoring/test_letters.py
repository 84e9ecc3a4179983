"""The mails of mentoring: neutral, about what still stands, and closed unsent when it does not."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from mentoring.actions import matches, meetings
from mentoring.asking.links import token_of
from mentoring.choices import DeclineReason
from mentoring.models import Match
from mentoring.states import MatchState, MeetingState, MentorState, Side
from people.letters import registered
from people.messages import MailClass, Words
from people.models import Letter
from tests.factories.mentoring import MeetingFactory, MentorFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of

pytestmark = pytest.mark.django_db


def rendered(letter: Letter) -> Words | None:
    with translation.override("nl"):
        return registered()[letter.message].render(letter.recipient, letter.ids)


def the_letters(message: str) -> list[Letter]:
    return list(Letter.objects.filter(message=f"mentoring.{message}"))


@pytest.fixture
def match() -> Match:
    programme = ProgrammeFactory(name="Geheimprogramma")
    mentee = a_mentee(programme, UserFactory(name="Yara Echt"), display_name="Merelnaam")
    mentor = a_mentor(programme, UserFactory(name="Marjan Echt"), display_name="Kastanjenaam")
    return matches.propose_match(mentee, mentor, by=organiser_of(programme))


def test_every_message_of_ours_is_neutral():
    ours = [message for name, message in registered().items() if name.startswith("mentoring.")]
    assert len(ours) >= 9 and {message.mail_class for message in ours} == {MailClass.NEUTRAL}


def test_a_proposal_says_by_when_and_how_long_and_no_more(match):
    for message in ("proposed_to_mentee", "proposed_to_mentor"):
        (letter,) = the_letters(message)
        words = rendered(letter)
        assert words and f"{match.last_day.day} " in words.text and "3 minuten" in words.text
        side = Side(message.rpartition("_")[2])
        assert f"/antwoord/{match.key}/{token_of(match, side)}/" in words.text
        for part in (words.subject, words.text, words.html):
            for name in ("Echt", "Merelnaam", "Kastanjenaam", "Geheimprogramma", "mentor"):
                assert name not in part


def test_a_proposal_that_was_answered_or_is_over_is_not_mailed(match):
    mentee, mentor = match.participation.user, match.mentor.user
    matches.accept_match(match, by=mentee)
    (to_mentee,), (to_mentor,) = the_letters("proposed_to_mentee"), the_letters("proposed_to_mentor")
    assert rendered(to_mentee) is None and rendered(to_mentor)
    matches.decline_match(match, by=mentor, reason=DeclineReason.CONFLICT)
    assert rendered(to_mentor) is None
    (over,) = the_letters("match_over")
    words = rendered(over)
    assert over.recipient == mentee and "gaat niet door" in words.text and "botsen" not in words.text


def test_a_pair_is_told_to_both_and_not_after_it_ended(match):
    for user in (match.participation.user, match.mentor.user):
        matches.accept_match(match, by=user)
    made = the_letters("pair_made")
    assert len(made) == 2 and all(f"/mijn/koppel/{match.key}/" in rendered(letter).text for letter in made)
    matches.end_match(match, by=match.mentor.user)
    assert [rendered(letter) for letter in made] == [None, None]
    assert "afgesloten" in rendered(the_letters("pair_ended")[0]).text


def test_meetings_are_told_by_day_while_they_stand():
    pair = a_pair()
    starts_at = timezone.now() + timedelta(days=5)
    mentee, mentor = pair.participation.user, pair.mentor.user
    meeting = meetings.propose_meeting(pair, by=mentee, starts_at=starts_at, minutes=30, way="online")
    (asked,) = the_letters("meeting_proposed")
    assert asked.recipient == mentor and "1 minuut" in rendered(asked).text
    meetings.agree_meeting(meeting, by=mentor)
    (agreed,) = the_letters("meeting_agreed")
    assert rendered(asked) is None and f"{timezone.localdate(starts_at).day} " in rendered(agreed).text
    meetings.cancel_meeting(meeting, by=mentor)
    (cancelled,) = the_letters("meeting_cancelled")
    assert rendered(agreed) is None and cancelled.recipient == mentee and "gaat niet door" in rendered(cancelled).text


def test_a_time_that_went_by_is_not_asked_for_any_more():
    pair = a_pair()
    meeting = MeetingFactory(match=pair, starts_at=timezone.now() - timedelta(minutes=1))
    message = registered()["mentoring.meeting_proposed"]
    assert message.render(pair.participation.user, {"meeting": str(meeting.key)}) is None


@pytest.mark.parametrize(
    ("state", "told"), [(MentorState.ADMITTED, True), (MentorState.REFUSED, True), ("applied", False)]
)
def test_a_mentor_reads_that_there_is_an_answer_and_not_which(state, told):
    mentor = MentorFactory(state=state)
    words = registered()["mentoring.mentor_answered"].render(mentor.user, {"mentor": str(mentor.key)})
    assert bool(words) is told
    if words:
        assert "toegelaten" not in words.text and mentor.programme.name not in words.text


def test_nobody_gets_a_letter_about_anothers():
    pair, stranger = a_pair(), UserFactory()
    meeting = MeetingFactory(match=pair, state=MeetingState.AGREED)
    proposal = a_match(MatchState.PROPOSED)
    for name, ids in (
        ("proposed_to_mentee", {"match": str(proposal.key)}),
        ("pair_made", {"match": str(pair.key)}),
        ("meeting_agreed", {"meeting": str(meeting.key)}),
    ):
        assert registered()[f"mentoring.{name}"].render(stranger, ids) is None
