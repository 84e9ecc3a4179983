"""/mijn/voorstel/: what one reads of the other, and that nothing but a press changes anything."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from lifecycle.models import JournalLine
from mentoring.models import Match, MentorProfile
from mentoring.pseudonyms import Facts, coarse
from mentoring.states import MatchState
from people.models import Letter
from programmes.choices import Reveals
from programmes.models import Edition
from programmes.safety.hiding import hide
from tests.factories.mentoring import a_match, a_mentee, a_mentor, a_pair, among_five
from tests.factories.people import UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
REASONS = [
    {"code": "topics", "points": 300, "most": 300, "details": ["wonen"], "asked": True},
    {"code": "availability", "points": 90, "most": 100, "details": ["wo-avond"], "asked": True},
    {"code": "province", "points": 0, "most": 100, "details": [], "asked": True},
]


@pytest.fixture
def match() -> Match:
    mentee = a_mentee(user=UserFactory(name="Yara Echt"), display_name="Merel")
    mentor = a_mentor(mentee.edition.programme, UserFactory(name="Marjan Echt"), display_name="Kastanje")
    return a_match(participation=mentee, mentor=mentor, reasons=REASONS)


@pytest.fixture
def as_mentee(match) -> Client:
    return sign_in(Client(), match.participation.user)


@pytest.fixture
def as_mentor(match) -> Client:
    return sign_in(Client(), match.mentor.user)


def page(client, match, name="proposal"):
    return client.get(reverse(f"mentoring:{name}", kwargs={"key": match.key}))


def press(client, match, **data):
    name = "proposal_decline" if data else "proposal_accept"
    return client.post(reverse(f"mentoring:{name}", kwargs={"key": match.key}), data, follow=True)


def text_of(response) -> str:
    return response.content.decode()


def test_both_read_reasons_what_did_not_fit_and_no_name(match, as_mentee, as_mentor):
    among_five(match)
    mentees, mentors = text_of(page(as_mentee, match)), text_of(page(as_mentor, match))
    assert "Kastanje" in mentees and "Merel" in mentors
    for text in (mentees, mentors):
        assert "Echt" not in text and "Jullie kozen een andere provincie." in text
        assert "Iemand van de organisatie koos jullie voor elkaar." in text
    assert "Deze mentor kent jouw onderwerpen: wonen." in strip_tags(mentees)
    assert "Deze deelnemer kiest jouw onderwerpen: wonen." in strip_tags(mentors)
    assert "300" not in mentees


def test_a_mentor_who_wants_to_be_seen_is_named_and_the_mentee_never(match, as_mentee, as_mentor):
    MentorProfile.objects.update(by_name=True)
    assert "Marjan Echt" in text_of(page(as_mentee, match))
    assert "Yara" not in text_of(page(as_mentor, match))
    hide(by=match.mentor.user)
    assert "Marjan" not in text_of(page(as_mentee, match)), "who hides, hides at once and everywhere"


def test_who_has_no_profile_yet_is_called_by_her_role(match, as_mentor):
    match.participation.user.mentee_profile.delete()
    text = text_of(page(as_mentor, match))
    assert "Een deelnemer" in text and "Yara" not in text


def test_looking_changes_nothing(match, as_mentee):
    for name in ("proposal", "proposal_decline"):
        assert page(as_mentee, match, name).status_code == 200
    assert page(as_mentee, match, "proposal_accept").status_code == 405
    match.refresh_from_db()
    assert match.state == MatchState.PROPOSED and not JournalLine.objects.exists() and not Letter.objects.exists()


def test_yes_and_yes_lead_to_the_room(match, as_mentee, as_mentor):
    waiting = text_of(press(as_mentee, match))
    assert "Je zei ja" in waiting and "Nu kiest de mentor" in waiting and "Ja, ik wil kennismaken" not in waiting
    response = press(as_mentor, match)
    assert response.redirect_chain[-1][0] == reverse("mentoring:room", kwargs={"key": match.key})
    assert "Jij en Yara Echt" in text_of(response)
    assert "Jij en Marjan Echt" in text_of(page(as_mentee, match, "room"))


def test_a_second_yes_of_one_person_is_told_kindly(match, as_mentee):
    press(as_mentee, match)
    assert "Je hebt al ja gezegd" in text_of(press(as_mentee, match))


def test_a_full_mentor_reads_what_helps(match, as_mentor):
    a_pair(mentor=match.mentor)
    text = text_of(press(as_mentor, match))
    assert "Je plekken zijn bezet" in text and "Ja, ik wil kennismaken" in text


def test_no_needs_a_reason_and_can_come_with_a_pause(match, as_mentor):
    missing = as_mentor.post(reverse("mentoring:proposal_decline", kwargs={"key": match.key}), {"reason": ""})
    assert "Kies een reden" in text_of(missing) and missing.context["form"].errors
    until = timezone.localdate().isoformat()
    press(as_mentor, match, reason="time", pause_until=until)
    match.refresh_from_db()
    assert (match.state, match.declined_by) == (MatchState.DECLINED, "mentor")
    assert MentorProfile.objects.get().paused_until.isoformat() == until


def test_the_other_reads_that_it_is_over_and_not_why(match, as_mentee, as_mentor):
    press(as_mentor, match, reason="conflict")
    text = text_of(page(as_mentee, match))
    assert "Dit voorstel gaat niet door" in text and "botsen" not in text and "zei nee" not in text.lower()
    assert as_mentee.post(reverse("mentoring:proposal_accept", kwargs={"key": match.key})).status_code == 409


@pytest.mark.parametrize("name", ["proposal", "proposal_decline", "room", "room_end", "meeting_propose"])
def test_what_is_of_others_does_not_exist(match, name, stranger):
    assert page(stranger, match, name).status_code == 404
    assert page(sign_in(Client(), a_mentor().user), match, name).status_code == 404


def test_before_two_times_yes_there_is_no_room(match, as_mentee):
    for name in ("room", "room_end", "meeting_propose", "meeting_spoken"):
        assert page(as_mentee, match, name).status_code == 404


def test_where_taking_part_says_too_much_a_mentor_reads_no_programme(match, as_mentor):
    Edition.objects.update(reveals=Reveals.HEALTH)
    programme = match.mentor.programme
    programme.contact_address = "proef@example.org"
    programme.save()
    for path in (reverse("mentoring:proposal", kwargs={"key": match.key}), "/mijn/", "/mijn/mentor/"):
        text = text_of(as_mentor.get(path))
        assert programme.name not in text and "proef@example.org" not in text


def test_a_proposal_page_asks_a_bounded_number_of_queries(match, as_mentee, django_assert_max_num_queries):
    for _number in range(8):
        a_match(participation=a_mentee(match.mentor.programme), mentor=match.mentor)
        a_mentor(match.mentor.programme)
    with django_assert_max_num_queries(14):
        page(as_mentee, match)


# How much is told ---------------------------------------------------------------------------------------

WHOLE = Facts("Drenthe", ("raad",), ("wonen", "zorg"))


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([WHOLE] * 4, WHOLE),
        ([WHOLE] * 3, Facts()),
        ([Facts("Utrecht", ("raad",), ("wonen", "zorg"))] * 4, Facts("", ("raad",), ("wonen", "zorg"))),
        ([Facts("Utrecht", ("raad",), ("wonen",))] * 4, Facts("", ("raad",), ("wonen",))),
        ([Facts("Drenthe", ("raad",), ("klimaat",))] * 4, Facts("", ("raad",), ())),
        ([Facts("Drenthe", ("staten",), ("wonen", "zorg"))] * 9, Facts()),
    ],
)
def test_what_is_told_fits_at_least_five(others, told):
    assert coarse(WHOLE, others) == told


def test_in_a_small_pool_the_page_tells_a_name_alone(match, as_mentee):
    assert "Gelderland" not in text_of(page(as_mentee, match))
    for _number in range(4):
        a_mentor(match.mentor.programme)
    assert "Gelderland" in text_of(page(as_mentee, match))
