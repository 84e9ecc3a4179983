"""Making a passkey or an app, going on to where one was going, and keeping the last one."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.db import transaction
from django.test import Client

from people.models import User
from tests.factories.people import UserFactory
from tests.signing_in import just_proved, passkey_of, sign_in

pytestmark = pytest.mark.django_db
APP_OFF, APP_ON, CODES = "/account/2fa/totp/deactivate/", "/account/2fa/totp/activate/", "/account/2fa/recovery-codes/"


def remove(passkey: Authenticator) -> str:
    return f"/account/2fa/webauthn/keys/{passkey.pk}/remove/"


@pytest.fixture
def mink(client: Client) -> User:
    """Sees what others do not, so must prove more."""
    user = UserFactory(groups=["ministry"])
    just_proved(client, user)
    return user


def test_the_last_passkey_stays(client: Client, mink: User) -> None:
    passkey = passkey_of(mink)
    for page in (client.get(remove(passkey)), client.post(remove(passkey))):
        html = page.content.decode()
        assert page.status_code == 200
        assert "Maak eerst een andere passkey, of zet de app met codes aan" in html
        assert "<title>Deze passkey kan nog niet weg - Op de lijst</title>" in html
        assert "Daarom houd je altijd één passkey" in html and "Er gaat iets nog niet goed" not in html
        assert "Ja, verwijder de passkey" not in html
        assert 'href="/account/2fa/webauthn/add/"' in html and f'href="{APP_ON}"' in html
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_the_app_stays_when_there_is_nothing_else(client: Client, mink: User) -> None:
    TOTP.activate(mink, generate_totp_secret())
    for page in (client.get(APP_OFF), client.post(APP_OFF)):
        html = page.content.decode()
        assert "Maak eerst een passkey" in html and 'href="/account/2fa/webauthn/add/"' in html
        assert (
            "<title>De app kan nog niet uit - Op de lijst</title>" in html
            and "Daarom houd je altijd één passkey" in html
        )
        assert "Ja, zet de app uit" not in html
    assert Authenticator.objects.filter(user=mink, type="totp").exists()


def test_one_of_two_may_go(client: Client, mink: User) -> None:
    TOTP.activate(mink, generate_totp_secret())
    passkey = passkey_of(mink)
    assert "Ja, zet de app uit" in client.get(APP_OFF).content.decode()
    assert "Ja, verwijder de passkey" in client.get(remove(passkey)).content.decode()
    assert client.post(remove(passkey)).status_code == 302
    assert not Authenticator.objects.filter(pk=passkey.pk).exists()
    client.post(APP_OFF)
    assert Authenticator.objects.filter(user=mink, type="totp").exists()


def test_recovery_codes_are_no_second_one(client: Client, mink: User) -> None:
    passkey = passkey_of(mink)
    Authenticator.objects.create(user=mink, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.post(remove(passkey))
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_who_sees_nobody_may_let_the_last_one_go(client: Client) -> None:
    user = UserFactory()
    just_proved(client, user)
    passkey = passkey_of(user)
    client.post(remove(passkey))
    assert not Authenticator.objects.filter(pk=passkey.pk).exists()


def test_someone_elses_passkey_is_not_there(client: Client, mink: User) -> None:
    assert client.post(remove(passkey_of(UserFactory()))).status_code == 404


def test_the_key_of_the_app_can_be_read_and_copied(client: Client, mink: User) -> None:
    page = client.get(APP_ON)
    secret = page.context["form"].secret
    shown = re.search(r'<dd class="ol-code">([^<]+)</dd>', page.content.decode())
    assert shown and shown.group(1).replace(" ", "") == secret
    assert {len(part) for part in shown.group(1).split(" ")} == {4}


@pytest.fixture
def nour(client: Client, monkeypatch: pytest.MonkeyPatch) -> User:
    """On her way to the figures, asked for more, and then for her mailbox."""
    user = UserFactory(groups=["ministry"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    sign_in(client, user, proved=False)
    client.get("/cijfers/", follow=True)
    client.post("/account/reauthenticate/code/", {"recipient": user.email})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert code
    client.post("/account/reauthenticate/code/confirm/", {"code": code.group()})
    monkeypatch.setattr(transaction, "on_commit", lambda act: act())  # within the request, as outside of tests
    return user


def test_after_the_first_app_she_goes_on_to_where_she_was_going(client: Client, nour: User) -> None:
    secret = client.get(APP_ON).context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    page = client.post(APP_ON, {"code": code}, follow=True)
    assert page.redirect_chain[-1][0] == CODES
    onward = re.search(r'href="([^"]+)"[^>]*>\s*Verder\s*<', page.content.decode())
    assert onward
    assert client.get(onward.group(1).replace("&amp;", "&"))["Location"] == "/cijfers/"
    assert "Verder" not in client.get(CODES).content.decode(), "only on the way"


def test_recovery_codes_alone_lead_nowhere(client: Client, mink: User) -> None:
    TOTP.activate(mink, generate_totp_secret())
    client.post("/account/2fa/recovery-codes/generate/")
    assert ">Verder<" not in client.get(CODES).content.decode()
