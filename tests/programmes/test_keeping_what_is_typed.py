"""Typed is kept: while somebody types, without ever crossing what she sends or what was saved elsewhere."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import User
from programmes.models import Answer, Application
from tests.factories.people import UserFactory
from tests.factories.programmes import QuestionFactory
from tests.programmes.form_steps import ME, close, field, step
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


def keep(browser, edition, stamp, number=2, **typed):
    path = reverse("programmes:apply_keep", kwargs={"key": edition.key, "number": number})
    return browser.post(path, {**typed, "stempel": stamp})


@pytest.fixture
def why(edition):
    return QuestionFactory(edition=edition, label="Wat wil je veranderen?")


@pytest.fixture
def stamp(browser, edition, why) -> str:
    browser.post(step(edition, 1), ME)
    return browser.get(step(edition, 2)).context["stamp"]


def test_what_is_typed_is_kept_and_said(browser, edition, why, stamp):
    response = keep(browser, edition, stamp, **{field(why): "De b"})
    assert response.status_code == 200 and response.json()["said"].startswith("Opgeslagen om ")
    assert Answer.objects.get().value == "De b"
    assert keep(browser, edition, response.json()["stamp"], **{field(why): "De bus"}).status_code == 200
    assert "De bus" in browser.get(step(edition, 2)).text


def test_a_late_note_never_crosses_a_press(browser, edition, why, stamp):
    browser.post(step(edition, 2), {field(why): "De bus, en niets anders"})
    late = keep(browser, edition, stamp, **{field(why): "De b"})
    assert late.status_code == 409 and "ergens anders opgeslagen" in late.json()["said"]
    assert Answer.objects.get().value == "De bus, en niets anders"


def test_a_late_note_never_crosses_a_press_that_found_something_wrong(browser, edition, why, stamp):
    number = QuestionFactory(edition=edition, order=2, kind="number")
    page = browser.post(step(edition, 2), {field(why): "De bus, en niets anders", field(number): "twee"})
    assert page.status_code == 200 and Answer.objects.get().value == "De bus, en niets anders"
    assert keep(browser, edition, stamp, **{field(why): "De b", field(number): "tw"}).status_code == 409
    going_on = keep(browser, edition, page.context["stamp"], **{field(why): "De bus", field(number): "2"})
    assert going_on.status_code == 200 and {one.value for one in Answer.objects.all()} == {"De bus", "2"}


def test_a_second_window_overwrites_nothing(browser, person, edition, why, stamp):
    other = sign_in(Client(), person)
    assert keep(other, edition, stamp, **{field(why): "Op mijn telefoon"}).status_code == 200
    assert keep(browser, edition, stamp, **{field(why): "Op mijn laptop"}).status_code == 409
    assert Answer.objects.get().value == "Op mijn telefoon"


def test_after_sending_nothing_is_kept_any_more(browser, edition, why, stamp):
    browser.post(step(edition, 2), {field(why): "De bus"})
    assert browser.post(step(edition, 3)).status_code == 302
    assert keep(browser, edition, stamp, **{field(why): "Toch niet"}).status_code == 404
    assert Answer.objects.get().value == "De bus"


def test_what_cannot_be_read_yet_waits_and_the_rest_is_kept(browser, edition, why, stamp):
    number = QuestionFactory(edition=edition, order=2, kind="number")
    response = keep(browser, edition, stamp, **{field(why): "De bus", field(number): "twee"})
    assert response.status_code == 200
    assert {answer.question: answer.value for answer in Answer.objects.all()} == {why: "De bus"}


def test_what_a_change_of_mind_hides_stays_until_the_step_is_saved(browser, edition, stamp):
    first = QuestionFactory(edition=edition, order=3, kind="yesno")
    then = QuestionFactory(edition=edition, order=4, shown_if=first, shown_if_answer="ja")
    kept = keep(browser, edition, stamp, **{field(first): "ja", field(then): "Lang verhaal"}).json()
    keep(browser, edition, kept["stamp"], **{field(first): "nee", field(then): "Lang verhaal"})
    assert Answer.objects.get(question=then).value == "Lang verhaal"


def test_also_when_the_term_has_just_gone_by(browser, edition, why, stamp):
    close(edition)
    assert keep(browser, edition, stamp, **{field(why): "De bus"}).status_code == 200


@pytest.mark.parametrize("number", [1, 3, 9])
def test_only_on_a_step_with_questions(browser, edition, stamp, number):
    assert keep(browser, edition, stamp, number).status_code == 404


def test_nobody_else_keeps_anything_in_it(browser, edition, why, stamp):
    stranger: User = UserFactory()
    assert keep(sign_in(Client(), stranger), edition, stamp, **{field(why): "x"}).status_code == 404
    assert keep(Client(), edition, stamp, **{field(why): "x"}).status_code == 302
    assert not Answer.objects.exists() and Application.objects.count() == 1
