"""Taking everything along and erasing everything ask again who one is, when signing in was a while ago."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.utils import timezone

from people.models import User
from tests.factories.people import UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
TAKE_OUT, ERASE = "/mijn/gegevens/meenemen/", "/mijn/gegevens/wissen/"
ASK, CONFIRM = "/account/reauthenticate/code/", "/account/reauthenticate/code/confirm/"


@pytest.fixture
def yara(client: Client) -> User:
    user = UserFactory(email="yara@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    sign_in(client, user, proved=False)
    return user


@pytest.fixture
def later(yara: User) -> Iterator[None]:
    """Sixteen minutes after signing in."""
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        yield


def prove(client: Client, asked: str):
    """Type the mailed code where the portal asked for it; what it then answers."""
    path, _question, query = asked.partition("?")
    assert path == ASK
    sent = client.post(asked, {"recipient": "yara@example.org", **dict([query.split("=")] if query else [])})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert sent["Location"].startswith(CONFIRM) and code
    return client.post(sent["Location"], {"code": code.group()})


@pytest.mark.parametrize("minutes", [0, 14])
def test_soon_after_signing_in_nothing_is_asked(client: Client, yara: User, minutes: int) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert client.post(TAKE_OUT)["Content-Type"] == "application/zip"
        assert client.get(ERASE).status_code == 200


def test_who_just_signed_up_is_not_asked_again(client: Client) -> None:
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)
    assert code
    client.post("/account/confirm-email/", {"code": code.group()})
    assert client.get(ERASE).status_code == 200


def test_later_the_file_waits_for_a_code_and_then_for_its_button(client: Client, later: None) -> None:
    asked = client.post(TAKE_OUT)
    answer = prove(client, asked["Location"])
    assert answer["Location"] == "/mijn/gegevens/#meenemen"
    assert "Druk nog één keer op ‘Download mijn gegevens’" in client.get("/mijn/gegevens/").content.decode()
    assert client.post(TAKE_OUT)["Content-Type"] == "application/zip"


def test_later_erasing_asks_before_the_word_is_typed(client: Client, yara: User, later: None) -> None:
    asked = client.get(ERASE)
    assert asked["Location"] == f"{ASK}?next={ERASE.replace('/', '%2F')}"
    assert prove(client, f"{ASK}?next={ERASE}")["Location"] == ERASE
    assert client.get(ERASE).status_code == 200


def test_a_word_typed_too_late_is_not_lost(client: Client, yara: User, later: None) -> None:
    asked = client.post(ERASE, {"word": "wissen"})
    assert asked.status_code == 302 and User.objects.filter(pk=yara.pk).exists()
    answer = prove(client, f"{ASK}?next={ERASE}")
    assert "Je gegevens zijn gewist" in answer.content.decode()
    assert not User.objects.filter(pk=yara.pk).exists()
    assert "_auth_user_id" not in client.session


def test_what_was_proved_once_wears_off_too(client: Client, yara: User, later: None) -> None:
    prove(client, f"{ASK}?next={ERASE}")
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert client.get(ERASE).status_code == 302


def test_who_has_an_app_is_asked_for_the_app(client: Client, yara: User, later: None) -> None:
    TOTP.activate(yara, generate_totp_secret())
    assert client.get(ERASE)["Location"].startswith("/account/2fa/reauthenticate/")
    assert client.post(TAKE_OUT)["Location"].startswith("/account/2fa/reauthenticate/")


def test_a_mailbox_is_no_fresh_proof_once_there_is_an_app(client: Client, yara: User, later: None) -> None:
    prove(client, f"{ASK}?next={ERASE}")
    TOTP.activate(yara, generate_totp_secret())
    assert client.get(ERASE).status_code == 302


def test_someone_elses_session_makes_nothing_fresh(client: Client, later: None) -> None:
    sign_in(Client(), User.objects.get(), proved=False)
    assert client.get(ERASE).status_code == 302


@pytest.mark.urls("tests.portal.demo_addresses")
def test_a_person_of_the_demo_stays_fresh() -> None:
    """Nobody reads the mail of who does not exist."""
    client = Client()
    client.post("/demo/", {"role": "newcomer"})
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert client.get(ERASE).status_code == 200
