"""Stories: there with the teller's yes alone, by whom it may, and where."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home import page_cache
from home.models import HomePage
from lifecycle.errors import Refused
from people import consent
from people.models import Consent, User
from programmes import policies
from programmes.actions.stories import publish_story
from programmes.choices import Reveals
from programmes.models import ProgrammeIndexPage, ProgrammePage, Story, StoryIndexPage, StoryPage
from programmes.models.story import STORY_CONSENT
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import (
    OpenEditionFactory,
    ProgrammeFactory,
    organiser_of,
    programme_page,
)
from tests.laid import laid
from tests.programmes.told import CANARY, page_of, published, story_with_a_yes, words

__all__ = ["laid"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("laid")]
# Publishing ---------------------------------------------------------------------------------------


def test_a_story_stands_in_both_languages_in_the_list_on_its_page_and_at_home(client: Client) -> None:
    story = published()
    for prefix, language in (("", "nl"), ("/en", "en")):
        page = page_of(story, language)
        assert page.url == f"{prefix}/verhalen/kanariezang-titel-1/"
        for address in (page.url, f"{prefix}/verhalen/", f"{prefix}/"):
            assert f"{CANARY} Geel" in client.get(address).text, address
        assert f'<p class="utrecht-paragraph">{CANARY} verhaal</p>' in client.get(page.url).text
    assert f'href="{page_of(story, "en").url}"' in client.get(page_of(story).url).text, "the switch leads to the other"


def test_it_can_be_found(client: Client) -> None:
    story = published()
    assert page_of(story).url in client.get("/zoeken/", {"q": CANARY}).text


def test_without_a_yes_nothing_is_published() -> None:
    story = Story.objects.create(user=UserFactory(), programme=ProgrammeFactory())
    with pytest.raises(Refused):
        publish_story(story, {"nl": words()}, by=organiser_of(story.programme))
    assert not StoryPage.objects.exists()


def test_a_yes_about_another_story_is_no_yes() -> None:
    teller = UserFactory()
    story_with_a_yes(user=teller)
    other = Story.objects.create(user=teller, programme=ProgrammeFactory())
    with pytest.raises(Refused):
        publish_story(other, {"nl": words()}, by=organiser_of(other.programme))
    mine = story_with_a_yes()
    with pytest.raises(Refused):
        consent.withdraw(mine.user, STORY_CONSENT, mine.key)
        publish_story(Story.objects.create(user=mine.user), {"nl": words()}, by=AdministratorFactory())


def test_it_is_published_once() -> None:
    story = published()
    with pytest.raises(Refused):
        publish_story(story, {"nl": words()}, by=organiser_of(story.programme))
    assert story.pages.count() == 2


def test_no_way_of_saving_puts_a_story_on_the_site_without_a_yes(client: Client) -> None:
    """An old draft of a page whose consent went by another road than the action."""
    story = published()
    page, url = page_of(story), page_of(story).url
    revision = page.save_revision()
    Consent.objects.filter(user=story.user).update(withdrawn_at=timezone.now())
    page_cache.purge()
    with pytest.raises(ValidationError):
        revision.publish()
    page.refresh_from_db()
    page.live = True
    with pytest.raises(ValidationError):
        page.save()
    assert client.get(url).status_code == 404
    for address in ("/verhalen/", "/"):
        assert CANARY not in client.get(address).text


def test_pages_of_stories_are_made_by_the_action_alone() -> None:
    index = StoryIndexPage.objects.get(locale__language_code="nl")
    assert not StoryPage.can_create_at(index)
    assert StoryPage.allowed_subpage_models() == []


def test_two_stories_with_one_title_have_two_addresses(client: Client) -> None:
    first, second = published(), published()
    assert page_of(first).url != page_of(second).url
    assert client.get(page_of(second).url).status_code == 200


# Who may ------------------------------------------------------------------------------------------


def role(name: str, story: Story) -> User:
    return {
        "teller": lambda: story.user,
        "organiser": lambda: organiser_of(story.programme or ProgrammeFactory()),
        "other organiser": lambda: organiser_of(ProgrammeFactory()),
        "administrator": AdministratorFactory,
        "somebody": UserFactory,
    }[name]()


PUBLISH = {"organiser": True, "administrator": True}
SEES = {**PUBLISH, "teller": True}
ROLES = ["teller", "organiser", "other organiser", "administrator", "somebody"]


@pytest.mark.parametrize("name", ROLES)
def test_who_may_publish(name: str) -> None:
    story = story_with_a_yes()
    assert policies.can_publish_story(role(name, story), story) is PUBLISH.get(name, False)


@pytest.mark.parametrize("name", ROLES)
def test_a_story_about_no_programme_is_placed_by_an_administrator(name: str) -> None:
    story = story_with_a_yes(programme=None)
    assert policies.can_publish_story(role(name, story), story) is (name == "administrator")


@pytest.mark.parametrize("name", ROLES)
def test_whose_records_one_sees(name: str) -> None:
    story = story_with_a_yes()
    assert Story.objects.visible_to(role(name, story)).exists() is SEES.get(name, False)


def test_who_may_not_is_refused() -> None:
    story = story_with_a_yes()
    with pytest.raises(PermissionDenied):
        publish_story(story, {"nl": words()}, by=story.user)
    assert Story.objects.filter(pk=story.pk).exists()


# Programme and lists ------------------------------------------------------------------------------


def with_page(programme) -> ProgrammePage:
    return programme_page(ProgrammeIndexPage.objects.get(locale__language_code="nl"), programme)


def test_a_story_and_its_programme_lead_to_each_other(client: Client) -> None:
    story = published()
    page = with_page(story.programme)
    assert page.url in client.get(page_of(story).url).text
    assert page_of(story).url in client.get(page.url).text


def test_where_taking_part_tells_of_health_the_story_names_no_programme(client: Client) -> None:
    story = published()
    page = with_page(story.programme)
    OpenEditionFactory(programme=story.programme, reveals=Reveals.HEALTH)
    page_cache.purge()
    text = client.get(page_of(story).url).text
    assert page.url not in text and story.programme.name not in text
    assert page_of(story).url not in client.get(page.url).text


def test_the_list_is_paged_and_its_queries_do_not_grow(client: Client) -> None:
    published(0)
    client.get("/verhalen/?pagina=7")
    counts = []
    for first, last in ((1, 3), (3, 15)):
        for number in range(first, last):
            published(number)
        page_cache.memory.clear()
        page_cache._purge_now()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get("/verhalen/")
        counts.append(len(queries))
    assert response.text.count(f"{CANARY} Geel") == 12
    assert client.get("/verhalen/?pagina=2").text.count(f"{CANARY} Geel") == 3
    assert counts[0] == counts[1] <= 12


def test_an_example_says_that_it_is_invented(client: Client) -> None:
    story = published(is_example=True)
    assert "deze verteller en dit verhaal zijn verzonnen" in client.get(page_of(story).url).text
    assert "verzonnen" not in client.get(page_of(published(2)).url).text


def test_a_site_that_was_laid_before_gets_the_new_kind_of_page_with_its_old_words() -> None:
    from home.models import StandardPage
    from portal.set_up import set_up

    old = StoryIndexPage.objects.get(locale__language_code="nl")
    key = old.translation_key
    old.delete()
    home = HomePage.objects.get(locale__language_code="nl")
    home.add_child(
        instance=StandardPage(
            title="Onze verhalen", slug="verhalen", intro="Zelf geschreven.", translation_key=key, locale=home.locale
        )
    )
    set_up()
    new = StoryIndexPage.objects.get(locale__language_code="nl")
    assert (new.title, new.intro, new.slug) == ("Onze verhalen", "Zelf geschreven.", "verhalen")
