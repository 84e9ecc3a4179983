"""Somebody helps with one draft, by a code that is passed on; nobody learns who, and only its owner sends it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lifecycle.models import JournalLine
from people.models import Consent
from programmes.applying.supporting import actions
from programmes.models import Answer, Application, SupporterCode
from programmes.states import ApplicationState
from tests.factories.people import UserFactory
from tests.factories.programmes import ApplicationFactory, OpenEditionFactory, QuestionFactory
from tests.people.test_privacy import whole_database
from tests.programmes.form_steps import ME, field, step
from tests.signing_in import sign_in
from tests.walkers.expecting import FLEETING

pytestmark = pytest.mark.django_db
ENTER, FIRST, DONE = "/meehelpen/", "/meehelpen/stap/1/", "/meehelpen/klaar/"


@pytest.fixture
def why(edition):
    return QuestionFactory(edition=edition, step=1, label="Wat wil je veranderen?")


@pytest.fixture
def draft(browser, edition, why) -> Application:
    browser.post(step(edition, 1), ME)
    return Application.objects.get()


@pytest.fixture
def code(draft) -> str:
    return actions.make_code(draft, by=draft.user)


@pytest.fixture
def supporter(code) -> Client:
    client = Client()
    assert client.post(ENTER, {"code": code}).headers["Location"] == FIRST
    return client


def fill(supporter, question, words, **more):
    stamp = supporter.get(FIRST).context["stamp"]
    return supporter.post(FIRST, {field(question): words, "stempel": stamp, **more})


def refused(client, typed) -> bytes:
    response = client.post(ENTER, {"code": typed})
    assert response.status_code == 200
    return FLEETING.sub(b"", response.content).replace(typed.encode(), b"")


def test_the_whole_way(browser, edition, draft, why):
    page = browser.post(reverse("programmes:apply_help", kwargs={"key": edition.key})).text
    code = re.search(r"ol-code\">([A-Z0-9-]+)<", page)[1]
    assert code not in browser.get(reverse("programmes:apply_help", kwargs={"key": edition.key})).text
    supporter = Client()
    assert supporter.post(ENTER, {"code": code.lower().replace("-", " ")}).headers["Location"] == FIRST
    assert fill(supporter, why, "Een bankje").headers["Location"] == DONE
    assert "Een bankje" in browser.get(step(edition, 2)).text
    overview = browser.get(step(edition, 3)).text
    assert "Iemand hielp je" in overview
    assert "Kruis aan dat dit jouw antwoorden zijn." in browser.post(step(edition, 3)).text
    assert Application.objects.get().is_draft
    assert browser.post(step(edition, 3), {"own_words": "on"}).status_code == 302
    sent = Application.objects.get()
    assert (sent.state, sent.helped_at) == (ApplicationState.SUBMITTED, None)
    assert not SupporterCode.objects.exists()
    assert supporter.get(FIRST).headers["Location"] == ENTER


def test_of_who_helps_nothing_is_kept(supporter, code, why):
    fill(supporter, why, "Een bankje")
    database = whole_database("django_session")
    assert code not in database and code.replace("-", "") not in database
    assert supporter.session["helps_with"] not in database and "127.0.0.1" not in database
    lines = JournalLine.objects.filter(verb__in=["let_help", "help"]).order_by("pk")
    assert [(line.verb, line.actor is None) for line in lines] == [("let_help", False), ("help", True)]


def test_the_supporter_sees_the_questions_and_neither_name_nor_sending(supporter, draft, why):
    page = supporter.get(FIRST).text
    assert why.label in page and "Sam" not in page and draft.user.email not in page
    assert supporter.get("/meehelpen/stap/2/").status_code == 404
    for path in (step(draft.edition, 3), reverse("programmes:apply_help", kwargs={"key": draft.edition.key})):
        assert supporter.post(path).status_code == 302  # to signing in
    assert Application.objects.get().is_draft


def test_a_wrong_old_used_ended_and_sent_code_get_the_same_answer(supporter, code, draft, edition, browser, why):
    wrong = refused(Client(), "CDFHJ-KLMNP")
    assert refused(Client(), code) == wrong  # another browser has it
    SupporterCode.objects.update(ends_at=timezone.now() - timedelta(seconds=1), made_at=timezone.now() - timedelta(8))
    assert refused(Client(), code) == wrong
    assert supporter.get(FIRST).headers["Location"] == ENTER
    second = actions.make_code(draft, by=draft.user)
    actions.end_code(draft, by=draft.user)
    assert refused(Client(), second) == wrong
    third = actions.make_code(draft, by=draft.user)
    assert refused(Client(), second) == wrong
    browser.post(step(edition, 2), {field(why): "De bus"})
    browser.post(step(edition, 3))
    assert refused(Client(), third) == wrong
    assert refused(Client(), "\x00" * 5 + "\u202e" + "x" * 10_000) != b""


def test_seven_days_and_no_longer(code, draft):
    later = timezone.now() + timedelta(days=6, hours=23)
    assert actions.use_code(code, browser="een", at=later)
    assert actions.code_of("een", later) and not actions.code_of("een", later + timedelta(hours=2))


def test_the_same_browser_may_type_it_again(supporter, code):
    assert supporter.post(ENTER, {"code": code}).headers["Location"] == FIRST
    assert supporter.get(ENTER).headers["Location"] == FIRST


def test_who_helps_with_one_after_another_writes_in_the_last_one(supporter, draft, why):
    """At one desk, in one browser, without a press in between."""
    next_one = ApplicationFactory(edition=draft.edition, user=UserFactory(name="Noor"))
    assert supporter.post(ENTER, {"code": actions.make_code(next_one, by=next_one.user)}).headers["Location"] == FIRST
    fill(supporter, why, "De brug")
    assert Answer.objects.get().application == next_one


def test_it_opens_no_other_draft(supporter, draft, why):
    """Neither another of the same person nor somebody else's in the same edition."""
    other = QuestionFactory(edition=OpenEditionFactory(), label="Andere vraag")
    for application in (
        ApplicationFactory(edition=other.edition, user=draft.user),
        ApplicationFactory(edition=why.edition),
    ):
        Answer.objects.create(application=application, question=why, value="Van iemand anders")
    page = fill(supporter, why, "Een bankje", **{field(other): "ingebroken"})
    assert page.headers["Location"] == DONE and "Van iemand anders" not in supporter.get(FIRST).text
    assert Answer.objects.get(application=draft).value == "Een bankje"
    assert not Answer.objects.filter(question=other).exists()


def test_both_write_and_neither_loses_a_word(browser, edition, supporter, why):
    page = browser.get(step(edition, 2)).context["stamp"]
    theirs = supporter.get(FIRST).context["stamp"]
    fill(supporter, why, "Van de supporter")
    mine = browser.post(step(edition, 2), {field(why): "Van mij", "stempel": page})
    assert mine.status_code == 200 and "Van de supporter" in mine.text and "Van mij" in mine.text
    again = {field(why): "Van ons", "stempel": mine.context["stamp"]}
    assert browser.post(step(edition, 2), again).status_code == 302
    late = supporter.post(FIRST, {field(why): "Nog iets", "stempel": theirs})
    assert late.status_code == 200 and "Van ons" in late.text and "Nog iets" in late.text
    assert Answer.objects.get().value == "Van ons"
    assert supporter.post(FIRST, {field(why): "Nog iets", "stempel": late.context["stamp"]}).status_code == 302


def test_the_supporter_leaves_by_a_press_and_a_look_changes_nothing(supporter, code):
    assert "Klaar met helpen?" in supporter.get(DONE).text and SupporterCode.objects.exists()
    assert "Bedankt voor je hulp" in supporter.post(DONE).text
    assert not SupporterCode.objects.exists() and "helps_with" not in supporter.session
    assert supporter.get(FIRST).headers["Location"] == ENTER


def test_who_applies_ends_it_by_a_press(browser, edition, supporter, why):
    browser.post(reverse("programmes:apply_help", kwargs={"key": edition.key}), {"end": "1"})
    assert fill_blindly(supporter, why).headers["Location"] == ENTER
    assert not Answer.objects.exists()


def fill_blindly(supporter, why):
    return supporter.post(FIRST, {field(why): "Te laat", "stempel": "0"})


def test_nobody_else_makes_a_code(draft, edition):
    stranger = sign_in(Client(), UserFactory())
    assert stranger.post(reverse("programmes:apply_help", kwargs={"key": edition.key})).status_code == 404
    assert not SupporterCode.objects.exists() and not Consent.objects.exists()


def test_trying_codes_is_stopped(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"supporter_code": "2/h/ip"}
    got = [client.post(ENTER, {"code": "CDFHJ-KLMNP"}).status_code for _try in range(3)]
    assert got == [200, 200, 429]
