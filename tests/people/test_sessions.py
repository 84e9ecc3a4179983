"""Where someone is signed in, and ending that; and where logging in leads."""

import re

import pytest
from django.core import mail
from django.test import Client

from people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return UserFactory(email="iemand@example.org")


def log_in(client: Client, following: str = "") -> str:
    """By the code from the mail; where that leads."""
    page = client.post("/account/login/", {"login": "iemand@example.org", "next": following})["Location"]
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body).group()
    return client.post(page, {"code": code})["Location"]


def test_other_browsers_are_shown_and_signed_out(client: Client, user: User):
    elsewhere = Client()
    log_in(elsewhere)
    log_in(client)
    assert len(client.get("/account/sessions/").context["sessions"]) == 2
    client.post("/account/sessions/")
    assert elsewhere.get("/mijn/").status_code == 302
    assert client.get("/mijn/").status_code == 200


def test_logging_in_leads_to_where_someone_was_going(client: Client, user: User):
    assert log_in(client, "/mijn/gegevens/?a=1") == "/mijn/gegevens/?a=1"


@pytest.mark.parametrize("elsewhere", ["https://elders.example/", "//elders.example/", "javascript:alert(1)"])
def test_logging_in_leads_nowhere_else(client: Client, user: User, elsewhere: str):
    assert log_in(client, elsewhere) == "/mijn/"


def test_logging_out_needs_a_press(client: Client, user: User):
    log_in(client)
    client.get("/account/logout/")
    assert client.get("/mijn/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/mijn/").status_code == 302


def test_account_that_is_off_does_not_open(client: Client, user: User):
    User.objects.filter(pk=user.pk).update(is_active=False)
    client.post("/account/login/", {"login": "iemand@example.org"})
    assert not re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
