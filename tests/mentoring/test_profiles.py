"""/mijn/profiel/ and /mijn/mentor/: kept a step at a time, with who sees what, and as others see it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import IllegalMove, Refused
from mentoring.actions import mentors
from mentoring.actions.profiles import save_mentee_profile, save_mentor_profile
from mentoring.models import MenteeProfile, Mentor, MentorProfile
from mentoring.states import MatchState, MentorState
from people.models import Letter
from programmes.choices import Reveals
from programmes.models import Edition, Programme
from tests.factories.mentoring import MentorFactory, a_match, a_mentee, a_mentor, a_pair
from tests.factories.people import UserFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    organiser_of,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

ABOUT = {"topics": ["zorg", "wonen"], "help": ["lijst"], "office": "raad"}
WHEN = {"province": "Zeeland", "languages": ["nl"], "slots": ["ma-avond"], "ways": ["live", "online"]}


@pytest.fixture
def applicant(client: Client) -> Client:
    return sign_in(client, ApplicationFactory(user=UserFactory(name="Yara Echt")).user)


@pytest.fixture
def looking() -> Programme:
    programme = ProgrammeFactory(has_mentors=True, name="Proefmentoren")
    OpenEditionFactory(programme=programme)
    return programme


def step(client, number, data=None, name="profile_step", query=""):
    path = reverse(f"mentoring:{name}", kwargs={"number": number}) + query
    return client.get(path) if data is None else client.post(path, data)


def text_of(response) -> str:
    return response.content.decode()


def test_each_step_is_kept_before_the_next_is_shown(applicant):
    assert step(applicant, 1, ABOUT).url == reverse("mentoring:profile_step", kwargs={"number": 2})
    profile = MenteeProfile.objects.get()
    assert profile.topics == ["wonen", "zorg"], "in the order of the list"
    assert not profile.is_complete
    step(applicant, 2, WHEN)
    assert step(applicant, 3, {"display_name": "Merel"}).url == reverse("mentoring:profile")
    profile.refresh_from_db()
    assert profile.is_complete and profile.ways == ["online", "live"]


def test_going_back_shows_what_was_kept(applicant):
    step(applicant, 1, ABOUT)
    assert 'value="wonen"' in text_of(step(applicant, 1)) and text_of(step(applicant, 1)).count("checked") == 3


def test_what_is_missing_is_said_and_the_rest_stays(applicant):
    response = step(applicant, 2, {**WHEN, "languages": []})
    text = text_of(response)
    assert "Er gaat iets nog niet goed" in text and "Kies minstens één taal." in text
    assert text.count(" checked") == 3
    assert "<title>Fout:" in text.replace("\n", "")


def test_beside_each_field_stands_who_sees_it(applicant):
    for number, fields in ((1, 3), (2, 4), (3, 2)):
        assert text_of(step(applicant, number)).count("Wie ziet dit?") == fields


def test_from_the_overview_one_step_leads_back_there(applicant):
    step(applicant, 1, ABOUT)
    assert 'name="naar-overzicht"' in text_of(step(applicant, 2, query="?overzicht=1"))
    assert step(applicant, 2, {**WHEN, "naar-overzicht": "1"}).url == reverse("mentoring:profile")


def test_saving_for_later_leads_to_the_overview_of_all(applicant):
    assert step(applicant, 1, {**ABOUT, "later": "1"}).url == "/mijn/"
    assert MenteeProfile.objects.get().office == "raad"


def test_the_own_name_is_no_pseudonym(applicant):
    assert "Kies een andere naam" in text_of(step(applicant, 3, {"display_name": " yara echt"}))
    assert not MenteeProfile.objects.exists()


def test_the_overview_shows_how_others_see_one(applicant):
    assert applicant.get("/mijn/profiel/").url == reverse("mentoring:profile_step", kwargs={"number": 1})
    for number, data in ((1, ABOUT), (2, WHEN), (3, {"display_name": "Merel"})):
        step(applicant, number, data)
    text = text_of(applicant.get("/mijn/profiel/"))
    assert "Zo zien anderen jou" in text and "Merel" in text and "Yara Echt" in text
    assert "Daar sta je niet in." in text


def test_an_answer_that_does_not_exist_is_refused():
    mentee = a_mentee().user
    with pytest.raises(ValueError, match="no answers"):
        save_mentee_profile({"age": 40}, by=mentee)
    with pytest.raises(PermissionDenied):
        save_mentor_profile({"capacity": 3}, by=mentee)
    with pytest.raises(PermissionDenied):
        save_mentee_profile({"office": ""}, by=UserFactory())


# Becoming a mentor --------------------------------------------------------------------------------------


def sign_up(client, where, **data):
    given = {"name": "Marjan Echt", "programme": str(where.key), "agree": "on", "versie": "1", **data}
    return client.post(reverse("mentoring:mentor_sign_up"), given)


def test_a_newcomer_signs_up_and_fills_in_her_profile(client, looking):
    user = UserFactory(name="")
    browser = sign_in(client, user)
    assert "Meld je aan als mentor" in text_of(browser.get("/mijn/mentor/"))
    assert sign_up(browser, looking).url == reverse("mentoring:mentor_step", kwargs={"number": 1})
    mentor = Mentor.objects.get(user=user)
    assert (mentor.state, mentor.signed_on) == (MentorState.APPLIED, timezone.localdate())
    step(browser, 1, {"topics": ["zorg"], "help": [], "offices": ["raad"]}, "mentor_step")
    step(browser, 2, WHEN, "mentor_step")
    step(browser, 3, {"display_name": "Kastanje", "capacity": "2"}, "mentor_step")
    profile = MentorProfile.objects.get(user=user)
    assert profile.is_complete and profile.capacity == 2 and not profile.by_name
    text = text_of(browser.get("/mijn/"))
    assert "Jij als mentor" in text and "Zoek een programma" not in text and "Marjan Echt" in text


@pytest.mark.parametrize("missing", ["name", "programme", "agree"])
def test_signing_up_needs_each_answer_and_loses_none(client, looking, missing):
    other = ProgrammeFactory(has_mentors=True)
    OpenEditionFactory(programme=other)
    response = sign_up(sign_in(client, UserFactory(name="")), looking, **{missing: ""})
    assert response.status_code == 200 and not Mentor.objects.exists()
    assert "Er gaat iets nog niet goed" in text_of(response)
    assert missing == "name" or 'value="Marjan Echt"' in text_of(response)


def test_nobody_signs_another_code_than_the_one_she_read(client, looking):
    browser = sign_in(client, UserFactory(name=""))
    assert 'name="versie" value="1"' in text_of(browser.get(reverse("mentoring:mentor_sign_up")))
    for version in ("2", "", "x", "9" * 400):
        assert "net vernieuwd" in text_of(sign_up(browser, looking, versie=version)) and not Mentor.objects.exists()


@pytest.mark.parametrize("capacity", ["0", "21", "x", ""])
def test_a_mentor_helps_one_to_twenty(client, capacity):
    mentor = a_mentor(display_name="Kastanje")
    response = step(sign_in(client, mentor.user), 3, {"display_name": "Kastanje", "capacity": capacity}, "mentor_step")
    assert response.status_code == 200 and response.context["form"].errors.keys() == {"capacity"}


def test_a_mentor_who_shows_her_name_may_be_called_by_it(client):
    mentor = a_mentor(user=UserFactory(name="Marjan Echt"))
    browser = sign_in(client, mentor.user)
    named = {"display_name": "Marjan Echt", "capacity": "1"}
    assert step(browser, 3, named, "mentor_step").status_code == 200
    assert step(browser, 3, {**named, "by_name": "on"}, "mentor_step").status_code == 302


def test_only_programmes_that_look_for_mentors_are_offered(client, looking):
    over = ProgrammeFactory(has_mentors=True, name="Voorbij programma")
    OpenEditionFactory(programme=over, state="finished")
    without = OpenEditionFactory(programme=ProgrammeFactory(name="Zonder mentoren"))
    browser = sign_in(client, UserFactory())
    text = text_of(browser.get(reverse("mentoring:mentor_sign_up")))
    assert "Proefmentoren" in text and "Voorbij programma" not in text and "Zonder mentoren" not in text
    with pytest.raises(Refused):
        mentors.sign_up_mentor(without.programme, by=UserFactory())


def test_a_programme_that_says_too_much_is_offered_without_its_name(client, looking):
    Edition.objects.update(reveals=Reveals.HEALTH)
    text = text_of(sign_in(client, UserFactory()).get(reverse("mentoring:mentor_sign_up")))
    assert "Proefmentoren" not in text and f"Een programma van {looking.lead().name}" in text


def test_signing_up_twice_is_told_and_after_stopping_it_is_possible(looking):
    user = UserFactory()
    mentor = mentors.sign_up_mentor(looking, by=user)
    with pytest.raises(Refused, match="al aangemeld"):
        mentors.sign_up_mentor(looking, by=user)
    mentors.stop_mentor(mentor, by=user)
    again = mentors.sign_up_mentor(looking, by=user)
    assert again.pk == mentor.pk and again.state == MentorState.APPLIED and again.stopped_at is None


# Vetting, pause, stop -----------------------------------------------------------------------------------


def test_a_mentor_is_admitted_after_a_talk_and_a_signature(looking):
    mentor, organiser = mentors.sign_up_mentor(looking, by=UserFactory()), organiser_of(looking)
    with pytest.raises(Refused, match="gesprek"):
        mentors.admit_mentor(mentor, by=organiser)
    with pytest.raises(ValueError, match="signed_on"):  # an organiser cannot sign for her
        mentors.note_check(mentor, by=organiser, signed_on=timezone.localdate())
    mentors.note_check(mentor, by=organiser, talked_on=timezone.localdate())
    assert mentors.admit_mentor(mentor, by=organiser).admitted_at
    letter = Letter.objects.get()
    assert (letter.message, letter.recipient) == ("mentoring.mentor_answered", mentor.user)
    for act in (mentors.admit_mentor, mentors.refuse_mentor):
        with pytest.raises(IllegalMove):
            act(mentor, by=organiser)
        with pytest.raises(PermissionDenied):
            act(MentorFactory(programme=looking), by=mentor.user)


def test_a_refused_mentor_hears_that_there_is_an_answer(looking, client):
    mentor = mentors.refuse_mentor(MentorFactory(programme=looking), by=organiser_of(looking))
    assert Letter.objects.get().recipient == mentor.user
    assert "koos deze keer voor iemand anders" in text_of(sign_in(client, mentor.user).get("/mijn/mentor/"))


def test_a_pause_has_an_end_and_can_be_ended_sooner(client):
    mentor = a_mentor()
    browser = sign_in(client, mentor.user)
    until = timezone.localdate() + timedelta(days=30)
    pause = reverse("mentoring:mentor_pause")
    assert "Kies een dag die nog komt" in text_of(browser.post(pause, {"until": "2020-01-01"}))
    browser.post(pause, {"until": until.isoformat()})
    assert MentorProfile.objects.get().is_paused(until)
    assert not MentorProfile.objects.get().is_paused(until + timedelta(days=1))
    browser.post(pause, {"weer-beginnen": "1"})
    assert not MentorProfile.objects.get().is_paused()


def test_stopping_is_asked_first_and_ends_what_goes_on(client):
    mentor = a_mentor(capacity=3)
    pair, proposal = a_pair(mentor=mentor), a_match(mentor=mentor)
    browser, path = sign_in(client, mentor.user), reverse("mentoring:mentor_stop", kwargs={"key": mentor.key})
    assert "Je helpt hier nu 1 persoon" in text_of(browser.get(path))
    mentor.refresh_from_db()
    assert mentor.state == MentorState.ADMITTED
    assert [browser.post(path).status_code for _twice in range(2)] == [302, 302]
    for match, state in ((pair, MatchState.ENDED), (proposal, MatchState.TAKEN_BACK)):
        match.refresh_from_db()
        assert match.state == state
    told = set(Letter.objects.values_list("message", "recipient"))
    assert told == {
        ("mentoring.pair_ended", pair.participation.user_id),
        ("mentoring.match_over", proposal.participation.user_id),
    }


def test_anothers_mentorship_does_not_exist(client):
    path = reverse("mentoring:mentor_stop", kwargs={"key": a_mentor().key})
    browser = sign_in(client, a_mentor().user)
    assert browser.get(path).status_code == 404 and browser.post(path).status_code == 404
