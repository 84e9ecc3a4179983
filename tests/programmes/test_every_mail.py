"""Every named message, as the desk shows it: whole, in two languages, the text saying what the html says."""

import re
from copy import deepcopy
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from django.conf import settings as site_settings
from django.test import Client

from people.messages import MailClass, Message, Words, registered
from programmes.mailing.fixed import words_of
from tests.factories.people import AdministratorFactory
from tests.signing_in import sign_in

MISSING = "CanaryMissing"
EVERY = sorted(registered())
# The address of the site's own pages in the foot of each mail.
FOOT = ("/hulp/", "/mijn/gegevens/")
# What only one of the two has: the greeting under the text, and the words of the link in the html's foot.
FRAME = {"groeten", "kijk", "bij", "kind", "regards", "look", "at"}
LINK = re.compile(r"https?://\S+")


@cache
def said(name: str, language: str) -> Words:
    return words_of(registered()[name], language)


class Read(HTMLParser):
    """What a mail program shows of an html mail, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.hidden = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "title")
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words += _said(data)


def _said(text: str) -> list[str]:
    return re.findall(r"\w+(?:[’'.-]\w+)*", unescape(text).casefold())


def only_in_one(words: Words) -> set[str]:
    """Words that one of the two has and the other has not; a heading of the html may say what the subject says."""
    text, html = set(_said(LINK.sub("", words.text))), set(Read(words.html).words)
    return (text ^ html) - set(_said(words.subject)) - FRAME


def leads(links: list[str]) -> list[str]:
    """Where a mail leads, without the foot."""
    return sorted({link for link in links if not link.endswith(FOOT)})


@pytest.fixture
def canaries(settings) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = MISSING
    settings.TEMPLATES = templates


@pytest.mark.usefixtures("canaries")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_desk_has_an_example_for_each_value_that_a_mail_prints(language: str) -> None:
    """A message that prints something new: say in programmes.mailing.fixed.examples what stands there."""
    whole = {name: "".join(vars(words_of(registered()[name], language)).values()) for name in EVERY}
    assert [name for name, words in whole.items() if MISSING in words] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_text_of_a_mail_says_what_its_html_says(language: str) -> None:
    """A greeting under the text, the name above the html: the rest is in both."""
    apart = {name: only_in_one(said(name, language)) for name in EVERY}
    assert {name: words for name, words in apart.items() if words} == {}


def test_a_mail_leads_to_one_place_and_the_text_to_the_same() -> None:
    found = {}
    for name in EVERY:
        words = said(name, "nl")
        found[name] = (leads(Read(words.html).links), leads(LINK.findall(words.text)))
    assert {name: links for name, links in found.items() if links[0] != links[1]} == {}
    assert {name: links for name, (links, _same) in found.items() if len(links) > 1} == {}


def test_a_subject_is_one_short_line_and_the_text_no_html() -> None:
    words = {name: said(name, "nl") for name in EVERY}
    assert {name: one.subject for name, one in words.items() if not 5 < len(one.subject) < 90} == {}
    assert [name for name, one in words.items() if re.search(r"</?[a-z]+[ >]|&\w+;", one.subject + one.text)] == []
    assert all(one.html.lstrip().startswith("<!doctype html>") and "<h1>" in one.html for one in words.values())


def test_no_neutral_mail_prints_an_example_of_a_programme() -> None:
    """The invented programme and title stand ready: a neutral mail has no place for them."""
    invented = ("Voorbeeldprogramma", "Voorbeeldorganisatie", "Een avond in het gemeentehuis", "Voorbeeldstad")
    neutral = [name for name in EVERY if registered()[name].mail_class == MailClass.NEUTRAL]
    assert len(neutral) > 10
    for name in neutral:
        whole = "".join(vars(said(name, "nl")).values())
        assert not any(word in whole for word in invented), name


def test_the_rule_sees_a_text_that_says_less() -> None:
    words = said("programmes.place_offered", "nl")
    less = Words(
        words.subject, words.text.replace("Zeg je niets, dan gaat je plek naar iemand anders.", ""), words.html
    )
    assert {"anders", "gaat"} <= only_in_one(less) - only_in_one(words)


@pytest.mark.django_db
def test_the_desk_shows_each_of_them(client: Client) -> None:
    sign_in(client, AdministratorFactory())
    listed = client.get("/cms/berichten/vaste/").content.decode()
    assert [name for name in EVERY if f"/cms/berichten/vaste/{name}/" not in listed] == []
    one = client.get("/cms/berichten/vaste/programmes.place_offered/").content.decode()
    assert len(re.findall(r'<iframe sandbox="" srcdoc="\s*&lt;!doctype html&gt;', one)) == 4
    assert "There is a place for you" in one and "Zeg ja of nee" in one
    assert site_settings.SITE_ADDRESS in one
    assert client.get("/cms/berichten/vaste/programmes.gone/").status_code == 404


def test_there_are_messages_of_each_class() -> None:
    every: list[Message] = list(registered().values())
    assert {one.mail_class for one in every} >= {MailClass.NEUTRAL, MailClass.PRACTICAL}
