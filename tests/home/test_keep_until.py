"""The privacy page promises what the purge does: its table is made of the same rules."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.text import capfirst

from people.privacy import in_words, keep_until_table
from tests.laid import laid

pytestmark = pytest.mark.django_db
__all__ = ["laid"]


def promised(client: Client, path: str) -> dict[str, str]:
    (table,) = re.findall(r"<tbody.*?</tbody>", client.get(path).text, re.DOTALL)
    cells = re.findall(r"<t[hd].*?</t[hd]>", table, re.DOTALL)
    texts = [strip_tags(cell).strip() for cell in cells]
    return dict(zip(texts[::2], texts[1::2], strict=True))


@pytest.mark.parametrize(("path", "language"), [("/privacy/", "nl"), ("/en/privacy/", "en")])
def test_every_period_stands_on_the_privacy_page(laid: None, client: Client, path: str, language: str) -> None:
    with translation.override(language):
        expected = {capfirst(str(keep.label)): in_words(keep.period) for keep in keep_until_table()}
    assert promised(client, path) == expected
    assert len(expected) >= 7


def test_a_shorter_period_shows(laid: None, client: Client, settings) -> None:
    settings.KEEP_UNTIL = {"journal": timedelta(days=30)}
    (told,) = [how_long for what, how_long in promised(client, "/privacy/").items() if "logboek" in what]
    assert told == "30 dagen"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 dag"), (14, "14 dagen"), (60, "60 dagen"), (90, "3 maanden"), (91, "3 maanden"), (100, "100 dagen"),
        (182, "6 maanden"), (365, "1 jaar"), (730, "2 jaar"), (0, "0 dagen"),
    ],
)  # fmt: skip
def test_a_period_is_said_as_people_say_it(days: int, words: str) -> None:
    assert in_words(timedelta(days=days)) == words
