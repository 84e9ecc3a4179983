"""Applying where taking part reveals something: a yes of its own, and no title that gives it away."""

import re

import pytest
from django.urls import reverse

from people import consent
from programmes.choices import Reveals
from programmes.models import Application
from programmes.states import ApplicationState
from tests.factories.people import ConsentTextFactory
from tests.factories.programmes import (
    ApplicationFactory,
    EditionFactory,
    OpenEditionFactory,
    ProgrammeFactory,
    QuestionFactory,
    SentApplicationFactory,
)
from tests.programmes.form_steps import ME, start, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def sensitive():
    ConsentTextFactory(purpose="application_reveals", text="Dit zegt iets over je gezondheid.")
    return OpenEditionFactory(programme=ProgrammeFactory(name="Stille naam"), reveals=Reveals.HEALTH)


def test_health_needs_a_yes_of_its_own(browser, person, sensitive):
    browser.post(step(sensitive, 1), ME)
    page = browser.get(step(sensitive, 2)).text
    assert "Dit zegt iets over je gezondheid." in page
    assert "Kruis aan dat je het goed vindt" in browser.post(step(sensitive, 2), {}).text
    assert "Er ontbreekt nog iets bij stap 2" in browser.post(step(sensitive, 3)).text
    browser.post(step(sensitive, 2), {"agree": "on"})
    assert consent.stands(person, "application_reveals", about=sensitive.key)
    browser.post(step(sensitive, 3))
    assert Application.objects.get().state == ApplicationState.SUBMITTED


def test_no_title_names_a_programme_that_reveals_health(browser, person, sensitive):
    application = ApplicationFactory(edition=sensitive, user=person, old_enough=True)
    addresses = [start(sensitive), *(step(sensitive, number) for number in (1, 2, 3))]
    pages = [browser.get(address).text for address in addresses]
    consent.give(person, "application_reveals", about=sensitive.key)
    person.name = "Sam"
    person.save()
    pages.append(browser.post(step(sensitive, 3), follow=True).text)
    application.refresh_from_db()
    assert application.state == ApplicationState.SUBMITTED
    pages.append(browser.get(reverse("programmes:application", kwargs={"key": application.key})).text)
    for page in pages:
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
        assert "Aanmel" in title or "aanmelding" in title
        assert "Stille naam" not in title


def test_taking_the_consent_back_ends_the_application(person, sensitive):
    SentApplicationFactory(edition=sensitive, user=person)
    other = SentApplicationFactory(edition=sensitive)
    consent.give(person, "application_reveals", about=sensitive.key)
    consent.withdraw(person, "application_reveals", about=sensitive.key)
    assert list(Application.objects.all()) == [other]


def test_withdrawing_takes_the_consent_back_too(browser, person, sensitive):
    application = SentApplicationFactory(edition=sensitive, user=person)
    consent.give(person, "application_reveals", about=sensitive.key)
    browser.post(reverse("programmes:application_withdraw", kwargs={"key": application.key}))
    assert not consent.stands(person, "application_reveals", about=sensitive.key)
    assert not Application.objects.exists()


def test_throwing_a_draft_away_takes_the_consent_back_too(browser, person, sensitive):
    draft = ApplicationFactory(edition=sensitive, user=person)
    consent.give(person, "application_reveals", about=sensitive.key)
    browser.post(reverse("programmes:application_withdraw", kwargs={"key": draft.key}))
    assert not consent.stands(person, "application_reveals", about=sensitive.key)
    assert not Application.objects.exists()


def test_gender_is_said_and_asks_no_consent(browser):
    edition = OpenEditionFactory(reveals=Reveals.GENDER)
    browser.post(step(edition, 1), ME)
    assert "je gender" in browser.get(step(edition, 2)).text
    assert browser.post(step(edition, 2), {}).headers["Location"] == step(edition, 3)
    browser.post(step(edition, 3))
    assert Application.objects.get().state == ApplicationState.SUBMITTED


def test_a_held_question_is_not_asked(browser, edition):
    QuestionFactory(edition=edition, label="Wat is je afkomst?")
    assert "Stap 1 van 2" in browser.get(step(edition, 1)).text


def test_the_age_asked_is_that_of_the_edition(browser):
    edition = OpenEditionFactory(minimum_age=21)
    EditionFactory(programme=edition.programme, minimum_age=30)
    assert "Je bent 21 jaar of ouder." in browser.get(start(edition)).text
    assert "Ik ben 21 jaar of ouder" in browser.get(step(edition, 1)).text


def test_an_edition_that_reveals_gender_asks_no_yes_but_keeps_the_name_of_a_sensitive_programme_quiet(browser):
    edition = OpenEditionFactory(programme__name="Stille naam", reveals=Reveals.GENDER)
    EditionFactory(programme=edition.programme, reveals=Reveals.HEALTH)
    browser.post(step(edition, 1), ME)
    page = browser.get(step(edition, 2)).text
    assert browser.post(step(edition, 2), {}).headers["Location"] == step(edition, 3)
    assert "Stille naam" not in re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
