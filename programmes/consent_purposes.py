"""What this floor asks consent for (settings.CONSENT_PURPOSES)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from people.consent import Purpose
from programmes.models import Edition, StoryPage
from programmes.models.application import CONSENT_PURPOSE
from programmes.models.participation import FOLLOW_UP_PURPOSE
from programmes.models.story import STORY_CONSENT

APPLICATION_REVEALS = Purpose(
    CONSENT_PURPOSE,
    _("Je aanmelden voor een programma dat iets laat zien over je gezondheid of afkomst"),
    on_withdraw="programmes.actions.applications.forget_application",
    call_abouts="programmes.consent_purposes.call_editions",
)

FOLLOW_UP = Purpose(
    FOLLOW_UP_PURPOSE,
    _("Je na de verkiezing één keer vragen hoe het ging"),
    on_withdraw="programmes.actions.participations.forget_followed_up",
    call_abouts="programmes.consent_purposes.call_editions",
)


def call_editions(keys: Iterable[UUID]) -> dict[UUID, str]:
    """To the person alone, behind sign-in: which programme a consent is about."""
    found = Edition.objects.filter(key__in=keys).select_related("programme")
    return {edition.key: edition.full_name for edition in found}


STORY_PUBLISHED = Purpose(
    STORY_CONSENT,
    _("Je verhaal op deze site"),
    on_withdraw="programmes.actions.stories.forget_story",
    call_abouts="programmes.consent_purposes.call_stories",
)


def call_stories(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Its title, as it stands on the site; one that is gone has no title any more."""
    pages = StoryPage.objects.filter(story__key__in=keys).order_by("-locale__language_code")
    return {page.story.key: page.title for page in pages.select_related("story").defer_streamfields()}
