"""The demo's programme: whole, honest about what is invented, relative to today, and the same when laid again."""

import datetime as dt

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from people.models import Organisation, User
from portal.demo.content import lay_demo
from portal.demo.people import person
from portal.demo.reset import lay_demo_anew
from programmes.models import Application, Edition, Programme, ProgrammePage, Question
from programmes.models.safeguarding_contact import enough_contacts
from programmes.steps import first_unfinished
from tests.home.test_words_are_plain import too_long
from tests.laid import laid

__all__ = ["laid"]
pytestmark = pytest.mark.django_db
EXAMPLE = "Voorbeeldinhoud: data, vragen en contact zijn verzonnen"
EASY_WORDS = 10


@pytest.fixture(scope="module")
def demo(laid: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        lay_demo()


def test_the_programme_answers_in_both_languages_and_in_easy_language(demo: None, client: Client) -> None:
    for prefix in ("", "/en"):
        for end in ("", "makkelijke-taal/"):
            response = client.get(f"{prefix}/programmas/mentornetwerk/{end}")
            assert response.status_code == 200
    assert "Mentornetwerk" in client.get("/programmas/").content.decode()


def test_every_page_of_it_says_that_it_is_an_example(demo: None, client: Client) -> None:
    for address in ("/programmas/mentornetwerk/", "/programmas/mentornetwerk/makkelijke-taal/"):
        assert EXAMPLE in client.get(address).content.decode()


def test_real_organisations_have_invented_contacts(demo: None, client: Client) -> None:
    for organisation in Organisation.objects.filter(is_example=True):
        assert organisation.mail_address.endswith(".example.org")
        assert EXAMPLE in client.get(f"/organisaties/{organisation.slug}/").content.decode()
    assert all(user.email.endswith("@example.org") for user in User.objects.all())


def test_its_edition_is_open_with_all_that_applying_needs(demo: None) -> None:
    programme = Programme.objects.get(slug="mentornetwerk")
    edition = Edition.objects.filter(programme=programme).open().get()
    assert enough_contacts(programme)
    assert programme.criteria.exists()
    assert programme.phases.count() == 4
    assert sorted(set(edition.questions.values_list("step", flat=True))) == [1, 2]
    assert edition.answer_by and edition.closes_at and edition.answer_by > edition.closes_at.date()
    assert not [question for question in Question.objects.all() if question.is_held]


def test_days_follow_the_day_on_which_it_is_made(laid: None) -> None:
    with time_machine.travel(dt.datetime(2031, 5, 3, 12, tzinfo=dt.UTC), tick=False):
        lay_demo_anew()
        edition = Edition.objects.filter(programme__slug="mentornetwerk").open().get()
        assert edition.is_open()
        assert edition.name == "voorjaar 2031"
        assert edition.starts_on == timezone.localdate() + dt.timedelta(days=70)


def test_sentences_are_short_and_shorter_in_easy_language(demo: None) -> None:
    for page in ProgrammePage.objects.all():
        lines = [line for part in page.easy for row in part.value["rows"] for line in row["lines"]]
        assert len(lines) > 15
        assert not [long for line in lines for long in too_long(line, EASY_WORDS)]
        texts = [page.intro, page.for_whom_text, page.admission_text]
        assert not [long for text in texts for long in too_long(text)]
    facts = [
        field for organisation in Organisation.objects.all() for field in (organisation.about, organisation.about_en)
    ]
    assert not [long for text in facts for long in too_long(text)]


def test_every_part_is_what_the_editor_would_accept(demo: None) -> None:
    for page in ProgrammePage.objects.all():
        for stream in (page.body, page.questions, page.easy):
            assert list(stream)
            for part in stream:
                part.block.clean(part.value)


def test_the_participant_has_a_next_step_and_the_desk_has_applications(demo: None) -> None:
    draft = Application.objects.get(user=person("participant"))
    assert first_unfinished(draft) is not None
    assert Application.objects.at_the_desk_of(person("organiser")).count() == 3
    assert not Application.objects.filter(user=person("newcomer")).exists()


def test_laying_it_twice_changes_nothing(demo: None) -> None:
    before = Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()
    assert lay_demo() is False
    assert (Application.objects.count(), ProgrammePage.objects.count(), User.objects.count()) == before


def test_anew_means_that_what_people_made_is_gone(demo: None) -> None:
    User.objects.create_user("bezoeker@example.org")
    Programme.objects.filter(slug="mentornetwerk").update(name="Iets anders")
    lay_demo_anew()
    assert not User.objects.filter(email="bezoeker@example.org").exists()
    assert Programme.objects.get().name == "Mentornetwerk"
    assert Application.objects.count() == 4


@pytest.mark.parametrize("command", ["demo_content", "demo_reset"])
def test_outside_demo_mode_the_commands_refuse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command(command)
    assert stopped.value.code == 3
    assert len(capsys.readouterr().err.splitlines()) == 1
