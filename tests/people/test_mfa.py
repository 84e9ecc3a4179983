"""Who sees data of others proves more than a mailbox, before any page."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from people.mfa import must_prove_more
from tests.factories.people import MembershipFactory, UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

ROLES = {
    "organiser": lambda: MembershipFactory(role="organiser").user,
    "publisher": lambda: MembershipFactory(role="publisher").user,
    "ministry": lambda: UserFactory(groups=["ministry"]),
    "administrator": lambda: UserFactory(groups=["administrator"]),
}
PAGES = ["/", "/mijn/", "/mijn/gegevens/", "/cms/", "/cms/pages/", "/cijfers/", "/bestaat-niet/"]


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", ROLES)
def test_mailbox_alone_opens_no_page(client: Client, role: str, path: str):
    sign_in(client, ROLES[role](), proved=False)
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/account/extra-stap/?next=")


@pytest.mark.parametrize("role", ROLES)
def test_posting_opens_nothing_either(client: Client, role: str):
    sign_in(client, ROLES[role](), proved=False)
    response = client.post("/mijn/gegevens/intrekken/", {})
    assert response["Location"] == "/account/extra-stap/?next=%2Fmijn%2F"


def test_posting_in_english_leads_on_in_english(client: Client):
    sign_in(client, ROLES["organiser"](), proved=False)
    response = client.post("/en/mijn/gegevens/intrekken/", {})
    assert response["Location"] == "/en/account/extra-stap/?next=%2Fen%2Fmijn%2F"


def test_english_page_leads_to_english_step(client: Client):
    sign_in(client, ROLES["ministry"](), proved=False)
    assert client.get("/en/mijn/")["Location"] == "/en/account/extra-stap/?next=%2Fen%2Fmijn%2F"


def test_help_is_never_held_back(client: Client):
    """The page that asks for more links to it, and so does every other page."""
    sign_in(client, ROLES["organiser"](), proved=False)
    assert client.get("/hulp/").status_code == 200
    assert client.get("/en/hulp/").status_code == 200


def test_who_sees_nobody_needs_no_more(client: Client):
    sign_in(client, UserFactory(), proved=False)
    assert client.get("/mijn/").status_code == 200


def test_new_role_counts_at_once(client: Client):
    user = UserFactory()
    sign_in(client, user, proved=False)
    MembershipFactory(user=user)
    assert client.get("/mijn/")["Location"].startswith("/account/extra-stap/")


@pytest.mark.parametrize("role", ROLES)
def test_proof_opens_pages(client: Client, role: str):
    sign_in(client, ROLES[role]())
    assert client.get("/mijn/").status_code == 200


def test_proof_of_someone_else_counts_for_nothing(client: Client):
    """A session that changes hands does not carry the proof along."""
    sign_in(client, UserFactory(groups=["ministry"]))
    session = client.session
    session["account_authentication_methods_user"] = str(UserFactory().pk)
    session.save()
    assert client.get("/mijn/").status_code == 302


def test_page_says_why_and_what(client: Client):
    sign_in(client, UserFactory(groups=["ministry"]), proved=False)
    page = client.get("/cijfers/", follow=True).content.decode()
    assert "/account/2fa/totp/activate/" in page
    assert "/account/2fa/webauthn/add/" in page


def test_with_an_app_the_app_is_asked_and_not_the_mailbox(client: Client):
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    TOTP.activate(user, generate_totp_secret())
    sign_in(client, user, proved=False)
    response = client.get("/cijfers/")
    assert response["Location"] == "/account/2fa/reauthenticate/?next=%2Fcijfers%2F"
    assert "/account/reauthenticate/code/" not in client.get(response["Location"]).content.decode()


def test_code_of_app_opens_the_page(client: Client):
    user = UserFactory(groups=["ministry"])
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    sign_in(client, user, proved=False)
    response = client.post("/account/2fa/reauthenticate/?next=/cijfers/", {"code": app_code(secret)})
    assert response["Location"] == "/cijfers/"
    assert client.get("/mijn/").status_code == 200


def test_logging_in_with_code_asks_for_app_too(client: Client):
    """The whole way of who has an app: mailbox, then app, then in."""
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client.post("/account/login/", {"login": user.email})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body).group()
    response = client.post("/account/login/code/confirm/", {"code": code})
    assert response["Location"] == "/account/2fa/authenticate/"
    assert "_auth_user_id" not in client.session
    client.post("/account/2fa/authenticate/", {"code": app_code(secret)})
    assert client.get("/mijn/").status_code == 200


def test_recovery_code_counts(client: Client):
    user = UserFactory(groups=["ministry"])
    TOTP.activate(user, generate_totp_secret())
    codes = RecoveryCodes.activate(user)
    sign_in(client, user, proved=False)
    client.post("/account/2fa/reauthenticate/", {"code": codes.get_unused_codes()[0]})
    assert client.get("/mijn/").status_code == 200


def test_making_the_first_app_counts_as_using_it(client: Client, monkeypatch: pytest.MonkeyPatch):
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    sign_in(client, user, proved=False)
    client.post("/account/reauthenticate/code/", {"recipient": user.email})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body).group()
    client.post("/account/reauthenticate/code/confirm/", {"code": code})
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    monkeypatch.setattr(transaction, "on_commit", lambda act: act())  # within the request, as outside of tests
    client.post("/account/2fa/totp/activate/", {"code": app_code(secret)})
    assert Authenticator.objects.filter(user=user, type="totp").exists()
    assert client.get("/mijn/").status_code == 200


def test_making_an_app_asks_for_the_mailbox_first(client: Client):
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    sign_in(client, user, proved=False)
    assert client.get("/account/2fa/totp/activate/")["Location"].startswith("/account/reauthenticate/code/")


def test_second_key_needs_the_first(client: Client):
    """With the mailbox alone nobody adds a key of her own to an account that has one."""
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    TOTP.activate(user, generate_totp_secret())
    sign_in(client, user, proved=False)
    assert client.get("/account/2fa/webauthn/add/")["Location"].startswith("/account/2fa/reauthenticate/")
    assert client.get("/account/reauthenticate/code/")["Location"].startswith("/account/2fa/reauthenticate/")


def test_secret_of_app_is_encrypted_at_rest():
    user, secret = UserFactory(), generate_totp_secret()
    TOTP.activate(user, secret)
    assert secret not in str(Authenticator.objects.get(user=user).data)


def test_whoever_enters_the_desk_sees_others():
    assert set(settings.DESK_DOORS) <= set(settings.SEES_OTHERS)
    assert all(callable(import_string(path)) for path in settings.SEES_OTHERS)


def test_superuser_is_no_role():
    assert not must_prove_more(UserFactory(is_superuser=True))


def test_proof_stays_for_the_session(client: Client):
    sign_in(client, UserFactory(groups=["ministry"]))
    with time_machine.travel(timezone.now() + timedelta(hours=8), tick=False):
        assert client.get("/mijn/").status_code == 200
