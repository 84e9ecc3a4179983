"""What the pages of accounts say when a field is empty or wrong, and how often they say that it went well."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client

from people.models import User
from tests.factories.people import UserFactory
from tests.signing_in import just_proved, passkey_of, sign_in

pytestmark = pytest.mark.django_db
DJANGOS = "verplicht veld"
FILL_IN = "Vul je e-mailadres in."
LOOKS_LIKE = "Een e-mailadres ziet eruit als naam@voorbeeld.nl"
FOR_ADDRESSES = {
    "/account/login/": "login",
    "/account/login/code/": "email",
    "/account/signup/": "email",
    "/account/signup/passkey/": "email",
}


def errors(response) -> str:
    assert response.status_code == 200, response.get("Location")
    html = response.content.decode()
    assert DJANGOS not in html and "<title>Fout:" in html
    return html


@pytest.fixture
def yara(client: Client) -> User:
    user = UserFactory()
    just_proved(client, user)
    return user


@pytest.mark.parametrize(("path", "field"), FOR_ADDRESSES.items())
def test_no_address_is_said_in_our_words(client: Client, path: str, field: str) -> None:
    assert errors(client.post(path, {field: ""})).count(FILL_IN) == 2  # above the form and at the field


@pytest.mark.parametrize(("path", "field"), FOR_ADDRESSES.items())
def test_what_is_no_address_hears_what_one_looks_like(client: Client, path: str, field: str) -> None:
    html = errors(client.post(path, {field: "yara-at-example"}))
    assert LOOKS_LIKE in html and 'value="yara-at-example"' in html


def test_changing_the_address_says_so_too(client: Client, yara: User) -> None:
    for typed, said in (("", "Vul je nieuwe e-mailadres in."), ("yara", LOOKS_LIKE)):
        assert said in errors(client.post("/account/email/", {"email": typed, "action_add": ""}))


def test_no_code_at_login_names_the_mail(client: Client) -> None:
    client.post("/account/login/", {"login": UserFactory().email})
    assert "Vul de code uit de mail in." in errors(client.post("/account/login/code/confirm/", {"code": ""}))


def test_no_code_at_sign_up_names_the_mail(client: Client) -> None:
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    assert "Vul de code uit de mail in." in errors(client.post("/account/confirm-email/", {"code": ""}))


def test_no_code_when_asked_again_names_the_mail(client: Client) -> None:
    user = UserFactory()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    sign_in(client, user, proved=False)
    client.post("/account/reauthenticate/code/", {"recipient": user.email})
    page = client.post("/account/reauthenticate/code/confirm/", {"code": ""})
    assert "Vul de code uit de mail in." in errors(page)


def test_no_code_of_the_app_names_the_app(client: Client, yara: User) -> None:
    assert "Vul de code uit de app in." in errors(client.post("/account/2fa/totp/activate/", {"code": ""}))
    TOTP.activate(yara, generate_totp_secret())
    again = errors(client.post("/account/2fa/reauthenticate/", {"code": ""}))
    assert "Vul de code uit je app in, of een reservecode." in again


def test_no_code_at_the_second_step_names_the_app(client: Client) -> None:
    user = UserFactory()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    TOTP.activate(user, generate_totp_secret())
    client.post("/account/login/", {"login": user.email})
    code = next(line for line in mail.outbox[-1].body.splitlines() if len(line) == 9 and line[4] == "-")
    client.post("/account/login/code/confirm/", {"code": code})
    html = errors(client.post("/account/2fa/authenticate/", {"code": ""}))
    assert "Vul de code uit je app in, of een reservecode." in html


@pytest.mark.parametrize("sent", ["", "{"])
def test_a_passkey_that_was_not_made_is_said(client: Client, yara: User, sent: str) -> None:
    html = errors(client.post("/account/2fa/webauthn/add/", {"name": "Telefoon", "credential": sent}))
    assert "De passkey is nog niet gemaakt. Druk op ‘Maak de passkey’." in html


def test_a_passkey_without_a_name_is_asked_for_one(client: Client, yara: User) -> None:
    page = client.post(f"/account/2fa/webauthn/keys/{passkey_of(yara).pk}/edit/", {"name": ""})
    assert "Vul een naam voor de passkey in." in errors(page)


def test_english_forms_speak_english(client: Client) -> None:
    html = client.post("/en/account/login/", {"login": ""}).content.decode()
    assert "Vul" not in html.partition("<main")[2].partition("</main>")[0]


def test_signing_up_is_confirmed_once(client: Client) -> None:
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    code = next(line for line in mail.outbox[-1].body.splitlines() if len(line) == 9 and line[4] == "-")
    html = client.post("/account/confirm-email/", {"code": code}, follow=True).content.decode()
    assert "Je e-mailadres is bevestigd." in html
    assert "Je bent ingelogd." not in html
