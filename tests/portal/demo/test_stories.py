"""The demo's stories: invented and saying so, told with a yes, in plain words, to be taken back in one press."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from people import consent
from portal.demo.content.stories import STORIES, Told
from programmes.actions.stories import StoryWords
from programmes.models import Story, StoryPage
from programmes.models.story import STORY_CONSENT
from tests.home.test_words_are_plain import too_long
from tests.people.test_privacy import whole_database
from tests.signing_in import sign_in

pytestmark = pytest.mark.django_db
EXAMPLE = "Voorbeeldinhoud: deze verteller en dit verhaal zijn verzonnen."


def test_three_stories_in_both_languages_each_with_a_yes(demo: None, client: Client) -> None:
    assert Story.objects.count() == len(STORIES) == 3
    for story in Story.objects.all():
        assert consent.stands(story.user, STORY_CONSENT, story.key) and story.user.email.endswith("@example.org")
        assert {page.locale.language_code for page in story.pages.all()} == {"nl", "en"}
        page = story.pages.get(locale__language_code="nl")
        assert EXAMPLE in client.get(page.url).text
    for prefix in ("", "/en"):
        assert client.get(f"{prefix}/verhalen/").text.count('class="ol-persoon"') == 3


def test_the_newest_stands_on_the_home_page(demo: None, client: Client) -> None:
    assert "Lees het verhaal van Samira Verzonnen" in client.get("/").text
    assert "Samira has a say" in client.get("/en/verhalen/").text


def test_one_of_them_stands_on_the_page_of_its_programme(demo: None, client: Client) -> None:
    assert "Samira praat mee" in client.get("/programmas/mentornetwerk/").text


def said(told: Told) -> list[StoryWords]:
    return [told.nl, told.en]


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.email)
def test_its_words_are_plain(told: Told) -> None:
    for words in said(told):
        paragraphs = [strip_tags(part) for part in re.split(r"</?(?:p|h3)>", words.body) if part]
        texts = [words.title, words.intro, words.quote, words.about_teller, *paragraphs]
        assert not [long for text in texts for long in too_long(text)]
    assert not re.search(r"\b(u|uw)\b", told.nl.body)


def test_a_teller_of_the_demo_takes_hers_back(demo: None) -> None:
    story = StoryPage.objects.filter(teller="Samira Verzonnen").first().story
    teller = sign_in(Client(), story.user)
    teller.post(reverse("people:withdraw_consent"), {"purpose": STORY_CONSENT, "about": str(story.key)})
    left = whole_database()
    assert "avondbus" not in left and "Samira praat mee" not in left
    assert Story.objects.count() == 2
