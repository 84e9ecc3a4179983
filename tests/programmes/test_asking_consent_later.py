"""An edition that reveals more while people applied already: each is asked, and the desk waits for the yes."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection
from django.test import Client
from django.urls import reverse

from lifecycle.models import JournalLine
from people import consent, letters
from people.models import Letter, PersonSeen
from programmes.actions import applications
from programmes.actions.revealing import allow_reveals, choose_reveals
from programmes.choices import Reveals
from programmes.models import Answer, Application, Edition
from programmes.states import ApplicationState
from tests.factories.people import AdministratorFactory, ConsentTextFactory
from tests.factories.programmes import (
    ApplicationFactory,
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
)
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
HEADLINE = "Wij vragen je toestemming"


@pytest.fixture(autouse=True)
def text():
    ConsentTextFactory(purpose="application_reveals", text="Dit zegt iets over je gezondheid.")


@pytest.fixture
def edition(programme):
    return OpenEditionFactory(programme=programme)


@pytest.fixture
def application(edition, person):
    person.name = "Sam Stil"
    person.save()
    application = SentApplicationFactory(edition=edition, user=person)
    question = QuestionFactory(edition=edition)
    Answer.objects.create(application=application, question=question, value="De bus")
    return application


@pytest.fixture
def stricter(application, edition, organiser):
    choose_reveals(edition, Reveals.HEALTH, by=organiser)
    return application


def address(application, name="application_consent"):
    return reverse(f"programmes:{name}", kwargs={"key": application.key})


def at_the_desk(application):
    return reverse("desk_applications:detail", kwargs={"key": application.key})


def test_everyone_who_waits_for_an_answer_gets_one_letter(edition, application, organiser):
    agreed = SentApplicationFactory(edition=edition)
    consent.give(agreed.user, "application_reveals", about=edition.key)
    SentApplicationFactory(edition=edition, state=ApplicationState.REFUSED)
    ApplicationFactory(edition=edition)
    SentApplicationFactory()  # for another edition
    choose_reveals(edition, Reveals.GENDER, by=organiser)
    assert not Letter.objects.exists()
    choose_reveals(edition, Reveals.ORIGIN, by=organiser)
    choose_reveals(edition, Reveals.ORIGIN, by=organiser)
    letter = Letter.objects.get()
    assert letter.recipient == application.user and letter.ids == {"application": str(application.key)}


def test_the_letter_names_no_programme_and_no_person(mailoutbox, stricter, programme):
    letters.send_due()
    (mail,) = mailoutbox
    everything = mail.subject + mail.body + str(mail.alternatives)
    assert address(stricter) in everything and HEADLINE in mail.subject
    assert not any(word in everything for word in (programme.name, "Sam Stil", "gezondheid"))


def test_a_letter_that_no_longer_applies_is_not_sent(mailoutbox, stricter, edition):
    choose_reveals(edition, Reveals.NOTHING, by=AdministratorFactory())
    letters.send_due()
    assert not mailoutbox


def test_the_person_has_a_next_step_and_says_yes(browser, person, stricter, edition):
    mine = browser.get(reverse("people:mine")).text
    assert HEADLINE in mine and address(stricter) in mine
    assert address(stricter) in browser.get(address(stricter, "application")).text
    page = browser.get(address(stricter)).text
    assert "Dit zegt iets over je gezondheid." in page
    assert not consent.stands(person, "application_reveals", about=edition.key)
    assert "Kruis aan dat je het goed vindt" in browser.post(address(stricter), {}).text
    for _press in range(2):
        assert browser.post(address(stricter), {"agree": "on"}).headers["Location"] == address(stricter, "application")
    assert consent.stands(person, "application_reveals", about=edition.key)
    assert JournalLine.objects.filter(verb="agree").count() == 1
    assert HEADLINE not in browser.get(reverse("people:mine")).text
    stricter.refresh_from_db()
    assert stricter.state == ApplicationState.SUBMITTED


def test_saying_no_leaves_nothing_behind(browser, stricter):
    no = address(stricter, "application_withdraw")
    assert no in browser.get(address(stricter)).text and "Wij wissen alles" in browser.get(no).text
    browser.post(no)
    assert not Application.objects.exists() and not Answer.objects.exists()
    assert JournalLine.objects.filter(verb="withdraw").count() == 1


def test_the_title_names_no_programme(browser, stricter, programme):
    title = re.search(r"<title>(.*?)</title>", browser.get(address(stricter)).text, re.DOTALL)[1]
    assert HEADLINE in title and programme.name not in title


def test_without_a_question_there_is_nothing_to_say_yes_to(browser, application, person):
    assert browser.get(address(application)).status_code == 302
    browser.post(address(application), {"agree": "on"})
    assert not person.consents.exists()
    foreign = SentApplicationFactory(edition__reveals=Reveals.HEALTH)
    assert browser.get(address(foreign)).status_code == 404
    assert browser.post(address(foreign), {"agree": "on"}).status_code == 404


def test_until_the_yes_the_desk_sees_nobody(desk, stricter, person, edition):
    for _look in range(2):
        for there in (reverse("desk_applications:index"), at_the_desk(stricter)):
            page = desk.get(there).text
            assert "Wacht op toestemming" in page
            assert not any(word in page for word in ("Sam Stil", person.email, "De bus")), there
    assert not PersonSeen.objects.exists()
    consent.give(person, "application_reveals", about=edition.key)
    assert "Sam Stil" in desk.get(reverse("desk_applications:index")).text
    page = desk.get(at_the_desk(stricter)).text
    assert "Sam Stil" in page and "De bus" in page and "Wacht op toestemming" not in page
    assert PersonSeen.objects.exists()


@pytest.mark.parametrize("state", [ApplicationState.REFUSED, ApplicationState.EXPIRED, ApplicationState.WITHDRAWN])
def test_one_that_is_over_is_hidden_and_asks_nothing(browser, client_of, organiser, stricter, state):
    Application.objects.update(state=state)
    assert HEADLINE not in browser.get(reverse("people:mine")).text
    assert "Sam Stil" not in client_of(organiser).get(at_the_desk(stricter)).text


@pytest.fixture
def client_of():
    return lambda user: sign_in(Client(), user)


def test_a_looser_word_shows_them_again(desk, stricter, edition, organiser):
    choose_reveals(edition, Reveals.NOTHING, by=organiser)  # waits
    assert "Sam Stil" not in desk.get(at_the_desk(stricter)).text
    allow_reveals(edition, by=AdministratorFactory())
    assert "Sam Stil" in desk.get(at_the_desk(stricter)).text


def test_stricter_again_asks_again(stricter, edition, organiser):
    choose_reveals(edition, Reveals.NOTHING, by=AdministratorFactory())
    choose_reveals(Edition.objects.get(), Reveals.ORIGIN, by=organiser)
    assert Letter.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_whoever_sends_while_it_becomes_stricter_is_asked_before_or_after():
    by = AdministratorFactory()

    def one(act) -> None:
        close_old_connections()
        try:
            act()
        except applications.Unfinished:
            pass  # asked before sending
        finally:
            connection.close()

    for _number in range(20):
        draft = ApplicationFactory(old_enough=True)
        acts = [
            lambda draft=draft: applications.submit_application(draft, by=draft.user),
            lambda draft=draft: choose_reveals(draft.edition, Reveals.HEALTH, by=by),
        ]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(one, acts))
        draft.refresh_from_db()
        asked = Letter.objects.filter(recipient=draft.user, message="programmes.consent_asked").count()
        assert asked == (draft.state == ApplicationState.SUBMITTED)
