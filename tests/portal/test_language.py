"""The address decides the language, never the browser."""

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.people import MembershipFactory
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wish", ["en", "en-GB,en;q=0.9", "de", ""])
def test_browser_has_no_say(client: Client, wish: str):
    response = client.get("/account/login/", headers={"accept-language": wish})
    assert response["Content-Language"] == "nl"
    assert '<html lang="nl"' in response.content.decode()


@pytest.mark.parametrize("path", ["/account/login/", "/en/account/login/", "/hulp/", "/bestaat-niet/", "/robots.txt"])
def test_answers_do_not_vary_by_it(client: Client, path: str):
    response = client.get(path)
    names = [name.strip().lower() for name in response["Vary"].split(",")] if response.has_header("Vary") else []
    assert "accept-language" not in names
    assert "" not in names


def test_english_has_its_own_address(client: Client):
    response = client.get("/en/account/login/", headers={"accept-language": "nl"})
    assert response["Content-Language"] == "en"
    assert '<html lang="en"' in response.content.decode()


def test_one_address_a_language(client: Client):
    assert client.get("/nl/account/login/").status_code == 404
    assert client.get("/de/account/login/").status_code == 404


def test_cookie_has_no_say(client: Client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert client.get("/account/login/")["Content-Language"] == "nl"


def test_language_does_not_stay_behind(client: Client):
    """A worker that answered in English answers the next one in Dutch."""
    client.get("/en/account/login/")
    assert client.get("/account/login/")["Content-Language"] == "nl"


def test_desk_speaks_dutch(client: Client):
    sign_in(client, MembershipFactory().user)
    with translation.override("en"):
        page = client.get("/cms/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="nl"' in page
