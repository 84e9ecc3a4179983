"""Stories: published with the teller's consent alone, and gone from everywhere when it is taken back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin.models import FormState
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from home.page_cache import purge
from lifecycle.errors import Refused
from lifecycle.journal import record
from people import consent
from people.models import User
from programmes import policies
from programmes.models import Programme, Story, StoryIndexPage, StoryPage
from programmes.models.story import STORY_CONSENT

MOST_BY_ONE = 3


@dataclass(frozen=True)
class StoryWords:
    """A story in one language; `body` is the HTML of a rich text."""

    title: str
    intro: str
    teller: str
    about_teller: str
    quote: str
    body: str
    drawing: str = "twee-stoelen"


@transaction.atomic
def tell_story(
    words: StoryWords, *, by: User, programme: Programme | None, language: str, at: datetime | None = None
) -> Story:
    """The teller's own words and her yes, by one press. They wait unseen until somebody who may publishes them."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    policies.require(policies.can_tell_story(by, programme))
    if Story.objects.of(by).count() >= MOST_BY_ONE:
        raise Refused(_("Je vertelde al drie verhalen. Haal er eerst één weg, dan is er plek voor een nieuw."))
    story = Story.objects.create(user=by, programme=programme, told_at=at or timezone.now())
    consent.give(by, STORY_CONSENT, story.key, at=at)
    _lay_page(story, language, words)
    record(story, "tell", by=by, at=story.told_at, scope=programme.lead_key if programme else None)
    return story


@transaction.atomic
def publish_story(
    story: Story, words: Mapping[str, StoryWords] | None = None, *, by: User, at: datetime | None = None
) -> Story:
    """What waits, and `words` by language ("nl", "en"). Refused without a standing yes, and the second time."""
    story = _lock_story(story)
    policies.require(policies.can_publish_story(by, story))
    if not story.is_consented:
        raise Refused(_("De verteller heeft nog geen toestemming gegeven voor dit verhaal."))
    if story.pages.filter(live=True).exists():
        raise Refused(_("Dit verhaal staat al op de site."))
    story.told_at = at or timezone.now()
    story.save(update_fields=["told_at"])
    for language, said in (words or {}).items():
        _lay_page(story, language, said)
    for page in StoryPage.objects.filter(story=story):
        page.save_revision().publish()
    record(story, "publish", by=by, at=story.told_at, scope=story.programme.lead_key if story.programme else None)
    purge()
    return story


def forget_story(user: User, about: UUID | None) -> None:
    """The yes was taken back at /mijn/gegevens/ (people.consent locked the person)."""
    remove_stories(list(Story.objects.of(user).filter(key=about)))


def remove_stories(stories: list[Story]) -> None:
    """Pages with their versions and search entries, what the CMS wrote down about them, and the records."""
    if not stories:
        return
    for page in StoryPage.objects.filter(story__in=stories):
        page.delete()
    _forget_in_cms()
    Story.objects.filter(pk__in=[story.pk for story in stories]).delete()
    purge()


def _forget_in_cms() -> None:
    """Labels, drafts half typed and references of any story page that is no longer there, whoever deleted it."""
    kind = ContentType.objects.get_for_model(StoryPage)
    there = StoryPage.objects.values_list("pk", flat=True)
    PageLogEntry.objects.filter(content_type=kind).exclude(page_id__in=there).delete()
    keys = [str(pk) for pk in there]
    FormState.objects.filter(content_type=kind).exclude(object_id__in=keys).delete()
    of_pages = {"base_content_type": ContentType.objects.get_for_model(Page), "content_type": kind}
    ReferenceIndex.objects.filter(**of_pages).exclude(object_id__in=keys).delete()


def _lock_story(story: Story) -> Story:
    """The person first: a yes is given and taken back under the same lock. Story.DoesNotExist when it is gone."""
    User.objects.select_for_update(no_key=True).get(pk=story.user_id)
    return Story.objects.select_for_update(of=("self",)).select_related("user", "programme").get(pk=story.pk)


def _lay_page(story: Story, language: str, words: StoryWords) -> None:
    index = StoryIndexPage.objects.filter(locale__language_code=language).select_related("locale").first()
    if index is None:
        raise Refused(_("De pagina met verhalen is er nog niet in deze taal."))
    page = StoryPage(
        story=story,
        locale=index.locale,
        translation_key=story.key,
        slug=_free_slug(index, words.title),
        title=words.title,
        intro=words.intro,
        teller=words.teller,
        about_teller=words.about_teller,
        quote=words.quote,
        drawing=words.drawing,
        body=json.dumps([{"type": "text", "value": words.body}]),
        live=False,
    )
    index.add_child(instance=page)


def _free_slug(index: StoryIndexPage, title: str) -> str:
    wanted = slugify(title)[:60] or "verhaal"
    taken = set(StoryPage.objects.child_of(index).filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for slug in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)
