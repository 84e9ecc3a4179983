"""Applying in steps, as a person with a browser does it; and all that can go wrong on the way."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.models import JournalLine
from people import letters
from people.models import Letter
from programmes.choices import QuestionKind
from programmes.models import Answer, Application
from programmes.states import ApplicationState, EditionState
from tests.factories.programmes import (
    OpenEditionFactory,
    QuestionFactory,
    SentApplicationFactory,
)
from tests.programmes.form_steps import ME, close, field, start, step
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def why(edition):
    return QuestionFactory(edition=edition, step=1, step_title="jouw reden", label="Wat wil je veranderen?")


@pytest.fixture
def when(edition):
    return QuestionFactory(
        edition=edition, step=2, label="Wanneer kun je?", kind=QuestionKind.CHOICE, choices="avond\noverdag"
    )


def fill_in(browser, edition, why, when):
    assert browser.post(step(edition, 1), ME).headers["Location"] == step(edition, 2)
    assert browser.post(step(edition, 2), {field(why): "De bus"}).headers["Location"] == step(edition, 3)
    assert browser.post(step(edition, 3), {field(when): "avond"}).headers["Location"] == step(edition, 4)


def test_the_whole_way(browser, person, edition, why, when, django_capture_on_commit_callbacks):
    page = browser.get(start(edition)).text
    assert "Dit is voor mij, verder" in page and not Application.objects.exists()
    fill_in(browser, edition, why, when)
    overview = browser.get(step(edition, 4)).text
    assert "stap 4 van 4: controleren" in overview.lower()
    assert all(text in overview for text in ["Sam", "De bus", "avond", "?overzicht=1"])
    done = browser.post(step(edition, 4), follow=True)
    assert "Je aanmelding is binnen" in done.text and "uiterlijk op" in done.text
    application = Application.objects.get()
    assert (application.state, application.user.name) == (ApplicationState.SUBMITTED, "Sam")
    assert [line.verb for line in JournalLine.objects.order_by("pk")] == ["begin", "submit"]
    letter = Letter.objects.get()
    assert letter.recipient == person and letter.ids == {"application": str(application.key)}


def test_the_letter_names_no_programme(mailoutbox, edition):
    application = SentApplicationFactory(edition=edition)
    letters.write("programmes.application_received", application.user, key="one", application=application.key)
    letters.send_due()
    (mail,) = mailoutbox
    everything = mail.subject + mail.body + str(mail.alternatives)
    assert f"/mijn/aanmelding/{application.key}/" in everything
    assert edition.programme.name not in everything and application.user.name not in everything


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_heading_and_title_say_which_step(browser, edition, why, when, number):
    fill_in(browser, edition, why, when)
    page = browser.get(step(edition, number)).text
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]
    assert f"Stap {number} van 4" in title and f"Stap {number} van 4" in heading
    assert edition.programme.name in title


def test_answers_are_unreadable_in_the_database(browser, edition, why, when):
    fill_in(browser, edition, why, when)
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM programmes_answer")
        stored = "".join(row[0] for row in cursor.fetchall())
    assert stored and "De bus" not in stored and "avond" not in stored


def test_a_visitor_is_asked_to_sign_up_or_in(client, edition):
    page = client.get(start(edition)).text
    assert f"/account/signup/?next={step(edition, 1)}" in page
    response = client.get(step(edition, 1))
    assert response.status_code == 302 and response.headers["Location"].startswith("/account/login/?next=")


def test_a_draft_goes_on_elsewhere(browser, client_class, person, edition, why, when):
    browser.post(step(edition, 1), ME)
    browser.post(step(edition, 2), {field(why): "De bus"})
    other = sign_in(client_class(), person)
    assert "Verder met je aanmelding" in other.get(start(edition)).text
    assert "De bus" in other.get(step(edition, 2)).text


@pytest.fixture
def client_class():
    return Client


def test_half_a_step_can_wait_until_later(browser, edition, why, when):
    other = QuestionFactory(edition=edition, step=1, label="En wat nog meer?")
    browser.post(step(edition, 1), ME)
    response = browser.post(step(edition, 2), {field(why): "De bus", "later": "1"})
    assert response.headers["Location"] == reverse("people:mine")
    assert {answer.question: answer.value for answer in Answer.objects.all()} == {why: "De bus", other: ""}
    assert "Maak je aanmelding af" in browser.get(reverse("people:mine")).text


def test_a_blank_step_says_what_is_missing_and_keeps_the_rest(browser, edition, why):
    second = QuestionFactory(edition=edition, step=1, label="En waarom nu?")
    browser.post(step(edition, 1), ME)
    page = browser.post(step(edition, 2), {field(why): "De bus", field(second): "   "}).text
    assert "<title>Fout:" in page.replace("\n", "")
    assert page.count("Beantwoord deze vraag.") == 1 and page.count("Beantwoord de vraag: En waarom nu?") == 1
    assert f'href="#id_{field(second)}"' in page
    assert "De bus" in page and Answer.objects.get().value.startswith("De bus")


def test_too_young_or_nameless_goes_no_further(browser, edition):
    page = browser.post(step(edition, 1), {"name": ""}).text
    assert "Vul in hoe je wilt heten." in page and "Kruis aan dat je oud genoeg bent" in page
    assert not Application.objects.exists()


def test_an_answer_of_a_megabyte_is_refused_in_words(browser, edition, why):
    browser.post(step(edition, 1), ME)
    response = browser.post(step(edition, 2), {field(why): "a" * 1_000_000})
    assert response.status_code == 200 and "Je antwoord is te lang" in response.text
    assert not Answer.objects.exists()


def test_an_answer_that_is_no_choice_is_refused(browser, edition, when):
    browser.post(step(edition, 1), ME)
    response = browser.post(step(edition, 2), {field(when): "nooit"})
    assert response.text.count("Kies een antwoord uit de lijst.") == 1
    assert "Kies een antwoord uit de lijst bij: Wanneer kun je?" in response.text and not Answer.objects.exists()


def test_sending_with_a_gap_says_which_step(browser, edition, why, when):
    browser.post(step(edition, 1), ME)
    browser.post(step(edition, 2), {field(why): "De bus"})
    response = browser.post(step(edition, 4))
    assert "Er ontbreekt nog iets bij stap 3" in response.text
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_skipping_the_first_step_leads_back_to_it(browser, edition, why):
    assert browser.get(step(edition, 2)).headers["Location"] == step(edition, 1)
    assert browser.post(step(edition, 2), {field(why): "De bus"}).headers["Location"] == step(edition, 1)
    assert not Application.objects.exists()


@pytest.mark.parametrize("number", [0, 5, 99])
def test_a_step_that_is_not_there(browser, edition, why, when, number):
    assert browser.get(step(edition, number)).status_code == 404


@pytest.mark.parametrize("state", [EditionState.DRAFT, EditionState.CANCELLED])
def test_an_edition_that_is_not_announced_does_not_exist(browser, state):
    edition = OpenEditionFactory(state=state)
    assert browser.get(start(edition)).status_code == 404
    assert browser.get(step(edition, 1)).status_code == 404


def test_applying_after_closing_gets_a_clear_message(browser, edition):
    close(edition)
    for response in (browser.get(start(edition)), browser.get(step(edition, 1))):
        assert "Aanmelden kan nu niet" in response.text and "Kom naar een bijeenkomst" in response.text
    response = browser.post(step(edition, 1), ME)
    assert response.status_code == 409 and "Aanmelden kan nu niet" in response.text
    assert not Application.objects.exists()


def test_applying_too_early_says_from_when(browser, edition):
    type(edition).objects.update(opens_at=timezone.now() + timedelta(days=3))
    text = browser.get(start(edition)).text
    assert "Aanmelden kan nu niet" in text and "Aanmelden kan vanaf" in text and "voorbij" not in text


def test_what_was_typed_while_the_edition_closed_is_kept(browser, edition, why, when):
    browser.post(step(edition, 1), ME)
    close(edition)
    response = browser.post(step(edition, 2), {field(why): "De bus"})
    assert response.status_code == 409 and "is bewaard" in response.text
    assert Answer.objects.get().value == "De bus"


def test_sending_after_closing_sends_nothing(browser, edition, why, when):
    fill_in(browser, edition, why, when)
    close(edition)
    response = browser.post(step(edition, 4))
    assert response.status_code == 409 and "Aanmelden kan nu niet" in response.text
    assert Application.objects.get().state == ApplicationState.DRAFT and not Letter.objects.exists()


def test_applying_twice_says_so(browser, person, edition, why, when):
    fill_in(browser, edition, why, when)
    browser.post(step(edition, 4))
    for response in (
        browser.post(step(edition, 4), follow=True),
        browser.get(start(edition), follow=True),
        browser.post(step(edition, 2), {field(why): "De trein"}, follow=True),
    ):
        assert "Je hebt je al aangemeld" in response.text and "De bus" in response.text
    assert Letter.objects.count() == Application.objects.count() == 1


def test_withdrawing_and_beginning_again(browser, person, edition, why, when):
    fill_in(browser, edition, why, when)
    browser.post(step(edition, 4))
    application = Application.objects.get()
    address = reverse("programmes:application_withdraw", kwargs={"key": application.key})
    assert "Trek mijn aanmelding in" in browser.get(address).text
    assert Application.objects.get().state == ApplicationState.SUBMITTED
    assert "Je aanmelding is ingetrokken" in browser.post(address, follow=True).text
    assert Application.objects.get().state == ApplicationState.WITHDRAWN
    assert browser.post(address).status_code == 409
    browser.post(step(edition, 1), ME)
    assert "De bus" in browser.get(step(edition, 2)).text
    browser.post(step(edition, 4))
    assert Application.objects.get().state == ApplicationState.SUBMITTED and Letter.objects.count() == 2


def test_a_draft_can_be_thrown_away(browser, person, edition, why):
    browser.post(step(edition, 1), ME)
    browser.post(step(edition, 2), {field(why): "De bus"})
    address = reverse("programmes:application_withdraw", kwargs={"key": Application.objects.get().key})
    browser.post(address)
    assert not Application.objects.exists() and not Answer.objects.exists()


@pytest.mark.parametrize("name", ["application", "application_withdraw"])
def test_another_ones_application_is_as_good_as_none(browser, name):
    foreign = SentApplicationFactory()
    there = browser.get(reverse(f"programmes:{name}", kwargs={"key": foreign.key}))
    missing = browser.get(reverse(f"programmes:{name}", kwargs={"key": foreign.edition.key}))
    assert there.status_code == missing.status_code == 404
    assert browser.post(reverse("programmes:application_withdraw", kwargs={"key": foreign.key})).status_code == 404
    foreign.refresh_from_db()
    assert foreign.state == ApplicationState.SUBMITTED


@pytest.mark.parametrize("state", [state for state in ApplicationState if state != ApplicationState.DRAFT])
def test_the_status_is_always_in_words(browser, person, state):
    application = SentApplicationFactory(user=person, state=state)
    response = browser.get(reverse("programmes:application", kwargs={"key": application.key}))
    assert response.status_code == 200 and response.context["status"].label in response.text
    assert response.context["status"].label in browser.get(reverse("people:mine")).text
