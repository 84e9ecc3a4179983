"""An address behind a button, opened by itself, leads on instead of showing nothing."""

import pytest
from django.test import Client

from tests.factories.people import UserFactory
from tests.signing_in import sign_in

BUTTON = "/mijn/gegevens/meenemen/"


@pytest.mark.django_db
@pytest.mark.parametrize(("prefix", "words"), [("", "Ga naar jouw overzicht"), ("/en", "Go to your overview")])
def test_a_button_s_address_opened_by_itself_says_what_to_do(client: Client, prefix: str, words: str) -> None:
    sign_in(client, UserFactory())
    answer = client.get(prefix + BUTTON)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert words in answer.content.decode()


@pytest.mark.django_db
def test_it_says_nothing_of_the_address_that_was_asked(client: Client) -> None:
    """So that somebody else's button and one that does not exist give the same bytes."""
    sign_in(client, UserFactory())
    page = client.get(BUTTON).content.decode()
    assert "<h1" in page
    assert BUTTON not in page
    assert "csrfmiddlewaretoken" not in page
