"""What a mail may give away: class A no person and no programme, shown for every message of the site."""

import re
from copy import deepcopy
from datetime import date

import pytest
from django.conf import settings as site_settings
from django.template.base import VariableNode
from django.template.loader import get_template
from django.urls import reverse

from people.messages import MailClass, Message, registered
from tests.factories.people import UserFactory
from tests.people.example_letters import chatty

# All that the templates of a neutral message may speak of: no text can come in by these.
NEUTRAL_NAMES = {"link", "until", "answer_by", "starts_on", "minutes", "count"}
CANARY = "CanaryName"


def names_in(template_name: str) -> set[str]:
    """The variables that a template prints, those of its frame and included parts too."""
    template = get_template(template_name).template
    nodes = template.nodelist.get_nodes_by_type(VariableNode)
    return {re.split(r"[.|]", node.filter_expression.token)[0] for node in nodes}


def gives_away(message: Message) -> list[str]:
    """What a message prints beyond the allowed names: every other variable comes out as a canary."""
    words = message.words(
        {
            "link": site_settings.SITE_ADDRESS + reverse("people:mine"),
            **dict.fromkeys(("until", "answer_by", "starts_on"), date(2026, 12, 12)),
            **dict.fromkeys(("minutes", "count"), 5),
        }
    )
    said = [part for part in (words.subject, words.text, words.html) if CANARY in part]
    printed = {name for path in message.templates.values() for name in names_in(path)}
    return [*said, *sorted(printed - NEUTRAL_NAMES)]


@pytest.fixture
def canaries(settings) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = CANARY
    settings.TEMPLATES = templates


def test_each_message_of_the_site_has_its_words() -> None:
    for message in registered().values():
        assert all(get_template(path) for path in message.templates.values())


@pytest.mark.usefixtures("canaries")
def test_no_neutral_message_has_a_place_for_a_name() -> None:
    neutral = [found for found in registered().values() if found.mail_class == MailClass.NEUTRAL]
    assert {message.name: gives_away(message) for message in neutral} == {message.name: [] for message in neutral}


@pytest.mark.usefixtures("example_letters", "canaries")
def test_the_rule_sees_a_message_that_prints_more() -> None:
    assert gives_away(registered()["tests.neutral"]) == []
    assert "place" in gives_away(registered()["tests.practical"])


@pytest.mark.usefixtures("example_letters")
@pytest.mark.django_db
@pytest.mark.parametrize("say", ["name", "slug", "query", "elsewhere"])
def test_a_neutral_message_that_tries_to_say_more_is_not_rendered(say: str) -> None:
    with pytest.raises(ValueError, match="may not say link"):
        chatty.render(UserFactory(name=CANARY), {"say": say})


@pytest.mark.usefixtures("example_letters")
@pytest.mark.django_db
def test_no_mail_calls_the_recipient_by_name(mailoutbox) -> None:
    """The name stands in the portal; a mail lies open on a phone."""
    user = UserFactory(name=CANARY)
    for name in ("tests.neutral", "tests.practical"):
        words = registered()[name].render(user, {"place": "3"} if name == "tests.practical" else {})
        assert words and CANARY not in words.subject + words.text + words.html


@pytest.mark.usefixtures("example_letters")
def test_a_mail_asks_nothing_of_any_server() -> None:
    page = registered()["tests.neutral"].words({"link": "http://localhost:8000/mijn/"}).html
    assert not re.search(r"<(img|link|script|iframe)|url\(|@import", page)
    assert set(re.findall(r'(?:href|src)="(https?://[^/"]+)', page)) == {site_settings.SITE_ADDRESS}
