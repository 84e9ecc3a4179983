"""What a mentor signs herself, when she pauses, what she reads, and the list of mentors at the desk."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.errors import Refused
from lifecycle.models import JournalLine
from mentoring.actions import mentors
from mentoring.models import Mentor, MentorMaterial, PairingRules
from mentoring.states import MentorState
from mentoring.vetting import actions, code
from mentoring.vetting.pausing import busy_times, tell_of_ends
from mentoring.vetting.policies import can_sign_code
from people.letters import registered
from people.models import ConsentText, Letter
from programmes.models import Edition
from tests.factories.mentoring import MentorFactory, a_match, a_mentor
from tests.factories.people import UserFactory
from tests.factories.programmes import OpenEditionFactory, ProgrammeFactory, organiser_of
from tests.mentoring.at_the_desk import shown
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


NEWER = "Ik werf niet.\nIk bel als het misgaat."


def a_newer_code() -> ConsentText:
    return ConsentText.objects.create(purpose="code_of_conduct", version=2, text=NEWER, text_en="I do not recruit.")


# The code of conduct --------------------------------------------------------------------------------------


def test_signing_up_signs_the_version_that_holds_then():
    programme = ProgrammeFactory(has_mentors=True)
    OpenEditionFactory(programme=programme)
    a_newer_code()
    mentor = mentors.sign_up_mentor(programme, by=UserFactory())
    assert (mentor.signed_on, mentor.signed_version) == (timezone.localdate(), 2)


def test_a_newer_code_is_signed_by_the_mentor_alone(client):
    mentor = a_mentor()
    page = reverse("mentoring:mentor_code", kwargs={"key": mentor.key})
    browser = sign_in(client, mentor.user)
    assert "Ja, ik teken" not in browser.get(page).text
    a_newer_code()
    assert "vernieuwd: lees en teken" in browser.get(reverse("mentoring:mentor")).text
    text = browser.get(page).text
    assert "Ik bel als het misgaat." in text and 'name="versie" value="2"' in text
    assert "is net vernieuwd" in browser.post(page, {"versie": "1"}, follow=True).text
    assert "is net vernieuwd" in browser.post(page, {"versie": "9\x00"}, follow=True).text
    browser.post(page, {"versie": "2"})
    mentor.refresh_from_db()
    assert mentor.signed_version == 2 and JournalLine.objects.filter(verb="sign").count() == 1
    with pytest.raises(Refused, match="al"):
        actions.sign_code(mentor, version=2, by=mentor.user)


def test_nobody_signs_for_another_and_nobody_who_stopped(client):
    mentor = a_mentor()
    organiser = organiser_of(mentor.programme)
    assert can_sign_code(mentor.user, mentor) and not can_sign_code(organiser, mentor)
    assert not can_sign_code(mentor.user, Mentor(user=mentor.user, state=MentorState.STOPPED))
    a_newer_code()
    with pytest.raises(PermissionDenied):
        actions.sign_code(mentor, version=2, by=organiser)
    path = reverse("mentoring:mentor_code", kwargs={"key": mentor.key})
    assert sign_in(client, organiser).post(path, {"versie": "2"}).status_code == 404


def test_a_programme_that_asks_a_vog_admits_nobody_without():
    mentor = MentorFactory(talked_on="2026-01-05", signed_on="2026-01-05")
    organiser = organiser_of(mentor.programme)
    _ask_vog(mentor)
    with pytest.raises(Refused, match="vraagt een VOG"):
        mentors.admit_mentor(mentor, by=organiser)
    mentors.note_check(mentor, by=organiser, vog_on=dt.date(2026, 1, 6))
    assert mentors.admit_mentor(mentor, by=organiser).state == MentorState.ADMITTED
    with pytest.raises(Refused, match="vraagt een VOG"):
        mentors.note_check(mentor, by=organiser, vog_on=None)


def _ask_vog(mentor: Mentor) -> None:
    PairingRules.objects.create(programme=mentor.programme, asks_vog=True)


# A pause that ends, and what there is to read ---------------------------------------------------------------


def test_the_day_before_a_pause_ends_one_neutral_letter_goes():
    today = timezone.localdate()
    mentor, later = a_mentor(), a_mentor()
    waiting = MentorFactory()
    mentors.pause_mentor(by=mentor.user, until=today + dt.timedelta(days=1))
    mentors.pause_mentor(by=later.user, until=today + dt.timedelta(days=2))
    assert (tell_of_ends(), tell_of_ends()) == (1, 0)
    letter = Letter.objects.get()
    assert letter.recipient == mentor.user != waiting.user
    written = registered()[letter.message].render(letter.recipient, letter.ids)
    assert "Je pauze duurt tot en met" in written.text and mentor.programme.name not in written.text
    mentors.resume_mentor(by=mentor.user)
    assert registered()[letter.message].render(letter.recipient, letter.ids) is None, "ended meanwhile: not sent"


def test_a_pause_says_when_councillors_are_busy(client):
    hints = busy_times(dt.date(2029, 12, 1))
    assert any("campagne van" in hint for hint in hints) and "juli en augustus" in hints[-1]
    assert len(busy_times(dt.date(2028, 5, 1))) < len(hints) + 1
    browser = sign_in(client, a_mentor().user)
    page = reverse("mentoring:mentor_pause")
    assert "juli en augustus" in browser.get(page).text
    assert "binnen een jaar" in browser.post(page, {"until": "2099-01-01"}).text


def test_material_is_for_who_is_admitted_there():
    mentor = a_mentor()
    Edition.objects.update(reveals="")
    organiser = organiser_of(mentor.programme)
    mentor.programme.has_mentors = True
    mentor.programme.save()
    desk, page = sign_in(Client(), organiser), reverse("desk_mentors:material")
    assert "Er is nog geen materiaal" in desk.get(page).text
    words = {"programme": mentor.programme.pk, "title": "Handleiding", "text": "Lees dit eerst.", "link": "nergens"}
    refused = desk.post(page, words).text
    assert "Begin met https://" in refused and 'value="Handleiding"' in refused
    desk.post(page, {**words, "link": "/kennis/"})
    assert "Handleiding" in sign_in(Client(), mentor.user).get(reverse("mentoring:mentor")).text
    waiting = MentorFactory(programme=mentor.programme)
    assert "Handleiding" not in sign_in(Client(), waiting.user).get(reverse("mentoring:mentor")).text
    foreign = ProgrammeFactory(has_mentors=True)
    assert "Kies een programma uit de lijst" in desk.post(page, {**words, "programme": foreign.pk}).text
    material = MentorMaterial.objects.get()
    away = reverse("desk_mentors:material_remove", kwargs={"key": material.key})
    assert sign_in(Client(), organiser_of(foreign)).post(away).status_code == 404
    desk.post(away)
    assert not MentorMaterial.objects.exists()


# The list at the desk -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("missing=talk", {"Nieuw"}),
        ("missing=code", {"Nieuw"}),
        ("missing=profile", {"Nieuw"}),
        ("missing=office", {"Nieuw", "Vol", "Pauze"}),
        ("places=room", {"Ruim", "Pauze"}),
        ("places=full", {"Nieuw", "Vol"}),
        ("paused=yes", {"Pauze"}),
        ("paused=no", {"Nieuw", "Vol", "Ruim"}),
    ],
)
def test_the_list_filters_by_what_is_missing_places_and_pause(desk, edition, asked, found):
    people = {name: UserFactory(name=name) for name in ("Nieuw", "Vol", "Ruim", "Pauze")}
    MentorFactory(programme=edition.programme, user=people["Nieuw"])
    a_match(mentor=a_mentor(edition.programme, people["Vol"], capacity=1))
    checked = a_mentor(edition.programme, people["Ruim"], capacity=3)
    Mentor.objects.filter(pk=checked.pk).update(office_checked_on=timezone.localdate())
    a_mentor(edition.programme, people["Pauze"], paused_until=timezone.localdate())
    text = desk.get(f"{reverse('desk_mentors:index_results')}?{asked}").text
    assert {name for name in people if f">{name}<" in text.replace("\n", "").replace(" ", "")} == found


def test_what_lacks_is_said_on_the_list_and_on_her_page(desk, edition):
    mentor = MentorFactory(programme=edition.programme)
    assert "gesprek, gedragscode, ambt controleren, profiel" in desk.get(reverse("desk_mentors:index")).text
    _ask_vog(mentor)
    text = shown(desk, "desk_mentors:detail", key=mentor.key)
    assert "gesprek, gedragscode, VOG, ambt controleren, profiel." in text
    assert "Alleen de mentor zelf kan dat" in text


def test_the_first_code_is_the_one_that_is_laid():
    assert code.current().version == 1 and len(code.rules(code.current())) == 5
