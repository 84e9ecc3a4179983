"""Codes that fit, do not fit, come too late, or are followed as a link."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

LOG_IN, CONFIRM = "/account/login/", "/account/login/code/confirm/"


@pytest.fixture
def code(client: Client) -> str:
    """A code that this browser asked for."""
    UserFactory(email="iemand@example.org")
    assert client.post(LOG_IN, {"email": "iemand@example.org", "login": "iemand@example.org"}).status_code == 302
    found = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert found
    return found.group()


def wrong(code: str) -> str:
    return ("1" if code[0] != "1" else "2") + code[1:]


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def link_in_mail() -> str:
    return re.search(r"http://testserver(/\S+)", mail.outbox[-1].body).group(1)


def test_right_code_logs_in(client: Client, code: str):
    assert client.post(CONFIRM, {"code": code})["Location"] == "/mijn/"
    assert is_signed_in(client)


def test_who_came_in_english_stays_in_english(client: Client):
    UserFactory(email="iemand@example.org")
    client.post(f"/en{LOG_IN}", {"login": "iemand@example.org"})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert client.post(f"/en{CONFIRM}", {"code": code.group()})["Location"] == "/en/mijn/"
    assert client.post("/en/account/logout/")["Location"] == "/en/"


@pytest.mark.parametrize("spelling", [lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_spelling_of_code_is_forgiven(client: Client, code: str, spelling):
    client.post(CONFIRM, {"code": spelling(code)})
    assert is_signed_in(client)


def test_code_works_once(client: Client, code: str):
    client.post(CONFIRM, {"code": code})
    client.post("/account/logout/")
    client.post(CONFIRM, {"code": code})
    assert not is_signed_in(client)


def test_wrong_code_says_what_helps(client: Client, code: str):
    response = client.post(CONFIRM, {"code": wrong(code)})
    assert response.status_code == 200
    assert "Deze code klopt niet" in response.content.decode()
    assert not is_signed_in(client)


def test_third_wrong_code_ends_the_attempt(client: Client, code: str):
    for _attempt in range(2):
        client.post(CONFIRM, {"code": wrong(code)})
    response = client.post(CONFIRM, {"code": wrong(code)}, follow=True)
    assert "Dat ging te vaak mis" in response.content.decode()
    client.post(CONFIRM, {"code": code})
    assert not is_signed_in(client)


@pytest.mark.parametrize("method", ["get", "post"])
def test_late_code_is_called_late(client: Client, code: str, method: str):
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=5), tick=False):
        response = getattr(client, method)(CONFIRM, {"code": code}, follow=True)
        assert "Deze code werkt niet meer" in response.content.decode()
        assert "Vraag een nieuwe code aan" in response.content.decode()
        assert not is_signed_in(client)


def test_code_works_for_fifteen_minutes(client: Client, code: str):
    with time_machine.travel(timezone.now() + timedelta(minutes=14, seconds=50), tick=False):
        client.post(CONFIRM, {"code": code})
        assert is_signed_in(client)


def test_late_code_of_sign_up_is_called_late(client: Client):
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body).group()
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=5), tick=False):
        response = client.post("/account/confirm-email/", {"code": code}, follow=True)
        assert "Deze code werkt niet meer" in response.content.decode()
        assert not is_signed_in(client)


def test_link_fills_code_in_and_changes_nothing(client: Client, code: str):
    response = client.get(link_in_mail(), follow=True)
    assert response.redirect_chain[-1][0].startswith(CONFIRM)
    assert f'value="{code}"' in response.content.decode()
    assert not is_signed_in(client)


def test_link_of_sign_up_leads_to_its_own_page(client: Client):
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    response = client.get(link_in_mail(), follow=True)
    assert response.redirect_chain[-1][0].startswith("/account/confirm-email/?code=")
    assert not is_signed_in(client)


def test_link_in_another_browser_says_what_to_do(code: str):
    response = Client().get(link_in_mail())
    assert response.status_code == 200
    assert code in response.content.decode()
    assert "browser waarin je hem aanvroeg" in response.content.decode()


def test_link_shows_nothing_but_a_code(client: Client):
    response = client.get("/account/code/?code=<b>Bel+0900</b>")
    assert response.status_code == 404
    assert "0900" not in response.content.decode()


def test_code_of_one_browser_is_worth_nothing_in_another(code: str):
    other = Client()
    other.post(CONFIRM, {"code": code})
    assert not is_signed_in(other)


def test_next_goes_along_but_not_in_the_mail(client: Client):
    """A path can name a programme, and a mail must not."""
    UserFactory(email="iemand@example.org")
    client.post(LOG_IN, {"login": "iemand@example.org", "next": "/hulp/"})
    assert "hulp" not in link_in_mail()
    page = client.get(link_in_mail(), follow=True)
    assert page.context["redirect_field_value"] == "/hulp/"


def test_unknown_address_looks_like_known_one():
    UserFactory(email="iemand@example.org")
    answers = [Client().post(LOG_IN, {"login": address}) for address in ("iemand@example.org", "niemand@example.org")]
    assert answers[0]["Location"] == answers[1]["Location"] == CONFIRM


def test_asking_codes_is_limited(client: Client, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    UserFactory(email="iemand@example.org")
    for _turn in range(3):
        Client().post(LOG_IN, {"login": "iemand@example.org"})
    before = len(mail.outbox)
    response = Client().post(LOG_IN, {"login": "iemand@example.org"})
    assert response.status_code == 200
    assert "Dat ging te vaak mis" in response.content.decode()
    assert len(mail.outbox) == before
