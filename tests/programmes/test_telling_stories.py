"""/mijn/verhaal/: a story is told with a yes, waits unseen, and is published by who may."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from lifecycle.errors import Refused
from people import consent
from people.models import User
from programmes import policies
from programmes.actions.stories import publish_story, tell_story
from programmes.choices import Reveals
from programmes.models import Participation, Story, StoryPage
from programmes.models.story import STORY_CONSENT
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import EditionFactory
from tests.laid import laid
from tests.programmes.told import CANARY, page_of, words
from tests.signing_in import sign_in

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
ADDRESS = "/mijn/verhaal/"
TYPED = {
    "title": f"{CANARY} titel",
    "teller": f"{CANARY} Geel",
    "about_teller": "",
    "quote": f"‘{CANARY} zin’",
    "text": f"Eerste.\n\n<b>{CANARY}</b> tweede.",
    "agree": "on",
}


@pytest.fixture
def teller() -> User:
    return UserFactory(name="Kanarie")


@pytest.fixture
def browser(client: Client, teller: User) -> Client:
    return sign_in(client, teller)


def took_part(teller: User, **edition: object) -> Participation:
    return Participation.objects.create(user=teller, edition=EditionFactory(**edition))


def test_one_form_with_one_yes_and_it_waits_unseen(browser: Client, teller: User) -> None:
    shown = browser.get(ADDRESS).text
    assert "met één druk op de knop" in shown, "the text of the consent stands beside the box"
    assert browser.post(ADDRESS, TYPED).status_code == 302
    story = Story.objects.get()
    page = page_of(story)
    assert story.user == teller and consent.stands(teller, STORY_CONSENT, story.key)
    assert (page.live, page.quote) == (False, f"{CANARY} zin")
    assert f"&lt;b&gt;{CANARY}&lt;/b&gt; tweede." in str(page.body[0].value)
    visitor = Client()
    for address in ("/verhalen/", "/", page.url):
        assert CANARY not in visitor.get(address).text, address
    assert "Wij lezen dit nog" in browser.get(ADDRESS).text


def test_without_a_yes_nothing_is_kept_and_nothing_typed_is_lost(browser: Client) -> None:
    answer = browser.post(ADDRESS, {**TYPED, "agree": ""})
    assert answer.status_code == 200 and not Story.objects.exists() and not StoryPage.objects.exists()
    assert "Zonder jouw ja plaatsen wij niets" in answer.text and f"{CANARY} titel" in answer.text
    assert "<title>Fout:" in answer.text


def test_what_is_not_seen_goes_and_what_is_too_long_is_named(browser: Client) -> None:
    answer = browser.post(ADDRESS, {**TYPED, "title": "x" * 91, "programme": "a"}).text
    assert "91 tekens" in answer and "Kies een antwoord uit de lijst" in answer and not Story.objects.exists()
    assert browser.post(ADDRESS, {**TYPED, "title": f"{CANARY}\x00 \u202etitel"}).status_code == 302
    assert page_of(Story.objects.get()).title == f"{CANARY} titel"


def test_who_may_puts_it_on_the_site(browser: Client, teller: User) -> None:
    browser.post(ADDRESS, TYPED)
    story = Story.objects.get()
    with pytest.raises(PermissionDenied):
        publish_story(story, by=teller)
    publish_story(story, by=AdministratorFactory())
    assert CANARY in Client().get("/verhalen/").text
    assert page_of(story).url in browser.get(ADDRESS).text


def test_an_administrator_finds_it_at_the_desk_and_publishes_the_page_there(browser: Client, client: Client) -> None:
    browser.post(ADDRESS, TYPED)
    page = StoryPage.objects.get()
    desk = sign_in(Client(), AdministratorFactory())
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    front = desk.get("/cms/").text
    assert "Verhalen die op plaatsing wachten" in front and edit in front
    assert desk.get(edit).status_code == 200
    other = sign_in(Client(), UserFactory())
    assert edit not in other.get("/cms/").text


def test_taken_back_while_it_waits_it_is_gone(browser: Client) -> None:
    browser.post(ADDRESS, TYPED)
    story = Story.objects.get()
    browser.post(reverse("people:withdraw_consent"), {"purpose": STORY_CONSENT, "about": str(story.key)})
    assert not Page.objects.filter(title__contains=CANARY).exists() and not Story.objects.exists()


def test_three_is_enough_for_one_person(browser: Client) -> None:
    for _number in range(3):
        browser.post(ADDRESS, TYPED)
    answer = browser.post(ADDRESS, TYPED)
    assert answer.status_code == 200 and "Je vertelde al drie verhalen" in answer.text
    assert Story.objects.count() == 3


def test_a_programme_is_named_by_who_took_part_unless_that_tells_of_health(browser: Client, teller: User) -> None:
    mine, foreign = took_part(teller).edition.programme, EditionFactory().programme
    sensitive = took_part(teller, reveals=Reveals.HEALTH).edition.programme
    shown = browser.get(ADDRESS).text
    assert mine.name in shown and foreign.name not in shown and sensitive.name not in shown
    for programme, may in ((mine, True), (foreign, False), (sensitive, False), (None, True)):
        assert policies.can_tell_story(teller, programme) is may
    assert browser.post(ADDRESS, {**TYPED, "programme": sensitive.pk}).status_code == 200
    with pytest.raises(PermissionDenied):
        tell_story(words(), by=teller, programme=foreign, language="nl")
    assert not Story.objects.exists()


def test_without_a_text_to_say_yes_to_nothing_is_told(teller: User) -> None:
    from people.models import ConsentText

    ConsentText.objects.filter(purpose=STORY_CONSENT).delete()
    with pytest.raises(Refused):
        tell_story(words(), by=teller, programme=None, language="nl")
    assert not Story.objects.exists()


def test_it_is_told_in_the_language_of_the_page(teller: User) -> None:
    browser = sign_in(Client(), teller)
    browser.post(f"/en{ADDRESS}", TYPED)
    assert StoryPage.objects.get().locale.language_code == "en"
