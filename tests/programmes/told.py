"""Stories that are told, every word of them recognisable."""

from people import consent
from programmes.actions.stories import StoryWords, publish_story
from programmes.models import Story, StoryPage
from programmes.models.story import STORY_CONSENT
from tests.factories.people import AdministratorFactory, UserFactory
from tests.factories.programmes import ProgrammeFactory, organiser_of

CANARY = "Kanariezang"


def words(number: int = 1, **changed: str) -> StoryWords:
    said = {
        "title": f"{CANARY} titel {number}",
        "intro": f"{CANARY} inleiding",
        "teller": f"{CANARY} Geel",
        "about_teller": f"{CANARY} bakker",
        "quote": f"{CANARY} citaat {number}",
        "body": f"<p>{CANARY} verhaal</p>",
    }
    return StoryWords(**{**said, **changed})


def story_with_a_yes(**facts: object) -> Story:
    story = Story.objects.create(**{"user": UserFactory(), "programme": ProgrammeFactory(), **facts})
    consent.give(story.user, STORY_CONSENT, story.key)
    return story


def published(number: int = 1, **facts: object) -> Story:
    story = story_with_a_yes(**facts)
    by = organiser_of(story.programme) if story.programme else AdministratorFactory()
    return publish_story(story, {"nl": words(number), "en": words(number)}, by=by)


def page_of(story: Story, language: str = "nl") -> StoryPage:
    return story.pages.get(locale__language_code=language)
