"""An account by an e-mailed code: no password, nothing more than an address, nothing given away."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

SIGN_UP, CONFIRM = "/account/signup/", "/account/confirm-email/"


def the_code() -> str:
    found = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert found
    return found.group()


def test_code_opens_account(client: Client):
    response = client.post(SIGN_UP, {"email": "nieuw@example.org"})
    assert response["Location"] == CONFIRM
    response = client.post(CONFIRM, {"code": the_code()})
    assert response["Location"] == "/mijn/"
    user = User.objects.get(email="nieuw@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert EmailAddress.objects.get(user=user).verified
    assert not user.has_usable_password()


def test_only_address_is_asked(client: Client):
    form = client.get(SIGN_UP).context["form"]
    assert list(form.fields) == ["email"]


def test_posted_password_is_not_kept(client: Client):
    client.post(SIGN_UP, {"email": "nieuw@example.org", "password1": "geheim-123", "password": "geheim-123"})
    assert not User.objects.get(email="nieuw@example.org").has_usable_password()


def test_english_sign_up_is_answered_in_english(client: Client):
    client.post("/en" + SIGN_UP, {"email": "nieuw@example.org"})
    assert User.objects.get(email="nieuw@example.org").language == "en"
    assert "/en/account/code/" in mail.outbox[-1].body


def test_existing_account_looks_like_new_one(client: Client):
    """Who has an account is not to be found out here; only the owner of the mailbox hears it."""
    UserFactory(email="bestaand@example.org")
    answers = []
    for address in ("bestaand@example.org", "nieuw@example.org"):
        visitor = Client()
        response = visitor.post(SIGN_UP, {"email": address}, follow=True)
        page = response.content.decode().replace(address, "")
        answers.append((response.redirect_chain, re.sub(r'value="[^"]{64}"', "", page)))
    assert answers[0] == answers[1]
    assert User.objects.count() == 2
    first = next(message for message in mail.outbox if message.to == ["bestaand@example.org"])
    assert not re.search(r"\d{4}-\d{4}", first.body)


def test_sign_up_keeps_where_someone_was_going(client: Client):
    client.post(f"{SIGN_UP}?next=/hulp/", {"email": "nieuw@example.org", "next": "/hulp/"})
    assert client.post(CONFIRM, {"code": the_code()})["Location"] == "/hulp/"


def test_address_elsewhere_is_not_followed(client: Client):
    client.post(SIGN_UP, {"email": "nieuw@example.org", "next": "https://elders.example/"})
    assert client.post(CONFIRM, {"code": the_code()})["Location"] == "/mijn/"
