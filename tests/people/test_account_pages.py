"""The pages of accounts: our frame, our words, and nothing that a strict policy would block."""

import re
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.template.loader import get_template
from django.test import Client

from people.models import User
from tests.factories.people import UserFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db

FOR_EVERYONE = ["/account/login/", "/account/login/code/", "/account/signup/", "/account/signup/passkey/"]
SIGNED_IN = [
    "/account/2fa/",
    "/account/2fa/webauthn/",
    "/account/2fa/webauthn/add/",
    "/account/2fa/totp/activate/",
    "/account/email/",
    "/account/logout/",
    "/account/sessions/",
]


class Page(HTMLParser):
    """What is looked at on a page: its headings, title, landmarks, own styles and own scripts."""

    VOID: ClassVar[set[str]] = {"meta", "link", "input", "br", "img", "path", "circle", "rect"}

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._in: list[str] = []
        self.own_script = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._in.append(tag)

    def handle_endtag(self, tag):
        while self._in and self._in.pop() != tag:
            pass

    def handle_data(self, data):
        if self._in and self._in[-1] == "title" and "svg" not in self._in:
            self.title += data
        if self._in and self._in[-1] == "script" and self.tags[-1][1].get("type") != "application/json":
            self.own_script += data.strip()

    def count(self, tag: str) -> int:
        return sum(1 for name, _attrs in self.tags if name == tag)


def look_at(client: Client, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code, response.get("Location"))
    return Page(response.content.decode())


@pytest.fixture
def yara(client: Client) -> User:
    """Signed in, and has just shown again that it is her."""
    user = UserFactory()
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    session = sign_in(client, user).session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {**method, "reauthenticated": True} for method in session[AUTHENTICATION_METHODS_SESSION_KEY]
    ]
    session.save()
    return user


def _is_sound(page: Page) -> None:
    assert page.count("h1") == page.count("main") == 1
    assert page.own_script == ""
    assert page.count("style") == 0
    assert not [attrs for _tag, attrs in page.tags if "style" in attrs]
    assert not [name for _tag, attrs in page.tags for name in attrs if name.startswith("on")]


@pytest.mark.parametrize("path", FOR_EVERYONE)
def test_a_page_before_signing_in_stands_in_our_frame(client: Client, path: str):
    _is_sound(look_at(client, path))


@pytest.mark.parametrize("path", SIGNED_IN)
def test_a_page_of_an_account_stands_in_our_frame(client: Client, yara: User, path: str):
    page = look_at(client, path)
    _is_sound(page)
    assert "ol-weg__snel" in str(page.tags)


def test_every_page_has_a_title_of_its_own(client: Client, yara: User):
    titles = [look_at(Client(), path).title for path in FOR_EVERYONE] + [
        look_at(client, path).title for path in SIGNED_IN
    ]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(" - Op de lijst") for title in titles)


def test_logging_in_is_never_called_applying(client: Client):
    """In Dutch "aanmelden" is what one does for a programme."""
    for path in FOR_EVERYONE:
        main = client.get(path).content.decode().partition("<main")[2].partition("</main>")[0]
        assert "anmeld" not in main


def test_login_says_how_it_goes_and_offers_a_passkey(client: Client):
    html = client.get("/account/login/").content.decode()
    assert "Je krijgt een code per e-mail" in html
    assert re.search(r'<button[^>]* id="passkey_login" data-needs-script hidden>', html)


def test_script_of_passkeys_comes_from_files_of_our_own(client: Client):
    sources = [
        attrs["src"] for tag, attrs in look_at(client, "/account/login/").tags if tag == "script" and "src" in attrs
    ]
    assert sources == [
        "/static/mfa/js/webauthn-json.js",
        "/static/mfa/js/webauthn.js",
        "/static/account/js/onload.js",
        "/static/js/passkey.js",
    ]


def test_an_address_that_is_wrong_is_named_above_and_at_its_field(client: Client):
    html = client.post("/account/login/", {"login": "geen adres"}).content.decode()
    assert "<title>Fout: Inloggen - Op de lijst</title>" in html
    assert 'href="#id_login"' in html
    assert 'value="geen adres"' in html
    assert html.index('id="id_login_error"') < html.index('id="id_login"')


def test_the_mail_with_a_code_holds_the_code_and_a_link_in_text_and_in_html(client: Client):
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    (letter,) = mail.outbox
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    (code,) = re.findall(r"^(\d{4}-\d{4})$", letter.body, re.MULTILINE)
    link = f"http://testserver/account/code/?code={code}"
    assert link in letter.body
    assert f'href="{link}"' in html
    assert f">{code}<" in html
    assert "src=" not in html  # no picture, so nobody is told that it was read


def test_the_link_only_fills_in_the_code(client: Client):
    client.post("/account/signup/", {"email": "nieuw@example.org"})
    code = re.findall(r"^(\d{4}-\d{4})$", mail.outbox[0].body, re.MULTILINE)[0]
    html = client.get(f"/account/code/?code={code}", follow=True).content.decode()
    assert f'value="{code}"' in html
    assert "_auth_user_id" not in client.session


def test_a_link_opened_elsewhere_shows_the_code_to_copy(client: Client):
    html = client.get("/account/code/?code=1234-5678").content.decode()
    assert "Typ deze code over" in html
    assert "1234-5678" in html


def test_passkeys_are_listed_by_the_name_one_gave(client: Client, yara: User):
    Authenticator.objects.create(
        user=yara,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Mijn telefoon", "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}},
    )
    html = client.get("/account/2fa/webauthn/").content.decode()
    assert "Mijn telefoon" in html
    assert "Maak nog een passkey" in html


@pytest.mark.parametrize(
    "name",
    ["email_changed", "email_confirm", "email_deleted", "unknown_account", "account_already_exists", "login_code"],
)
def test_mail_of_accounts_has_a_subject_a_text_and_a_page(name: str, rf):
    context = {"request": rf.get("/"), "code": "1234-5678", "link": "http://testserver/account/code/?code=1234-5678"}
    subject = get_template(f"account/email/{name}_subject.txt").render(context).strip()
    text = get_template(f"account/email/{name}_message.txt").render(context)
    html = get_template(f"account/email/{name}_message.html").render(context)
    assert subject
    assert f"<h1>{subject}</h1>" in html
    assert "http://testserver/hulp/" in text
    assert "\n\n\n\n" not in text
