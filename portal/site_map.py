"""Every public page with the same page in the other languages, for search engines."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import override
from wagtail.models import Page, Site

from home.addresses import is_for_crawlers
from people.languages import in_language
from programmes.models import Story, StoryPage
from search.indexing import languages, offers

# Public pages that are made from facts, and stand in no list of their own.
FROM_FACTS = ["/agenda/", "/hulp/", "/makkelijke-taal/", "/organisaties/", "/programmawijzer/", "/verkiezingen/"]


@dataclass
class Place:
    """One thing: its path per language, and the day on which each changed."""

    paths: dict[str, str] = field(default_factory=dict)
    changed: dict[str, dt.date | None] = field(default_factory=dict)


def urls() -> Iterator[dict[str, Any]]:
    """As Django's sitemap.xml takes them."""
    places = [*written(), *from_facts(), *offered()]
    for place in places:
        others = _alternates(place)
        for language, path in place.paths.items():
            yield {
                "location": settings.SITE_ADDRESS + path,
                "lastmod": place.changed.get(language),
                "alternates": others,
            }


def _alternates(place: Place) -> list[dict[str, str]]:
    """Each language, this one included; nothing where there is but one."""
    if len(place.paths) < 2:
        return []
    named = {**place.paths}
    if settings.LANGUAGE_CODE in place.paths:
        named["x-default"] = place.paths[settings.LANGUAGE_CODE]
    return [{"lang_code": code, "location": settings.SITE_ADDRESS + path} for code, path in named.items()]


def written() -> list[Place]:
    """The live pages of every language: the home pages of other languages stand beside the site's own."""
    root = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    trees = Q()
    for top in root.get_translations(inclusive=True):
        trees |= Q(path__startswith=top.path)
    closed = StoryPage.objects.exclude(story__in=Story.objects.told())  # live, and yet nobody may read them now
    pages = Page.objects.filter(trees).live().public().exclude(pk__in=closed.order_by().values("pk"))
    pages = pages.order_by("path").select_related("locale")
    places: dict[Any, Place] = {}
    for page in pages.iterator():
        path = page.url
        if path and is_for_crawlers(path):
            place = places.setdefault(page.translation_key, Place())
            language = page.locale.language_code
            place.paths[language] = path
            place.changed[language] = localtime(page.last_published_at).date() if page.last_published_at else None
    return [*places.values()]


def from_facts() -> list[Place]:
    return [Place({code: in_language(path, code) for code in languages()}) for path in FROM_FACTS]


def offered() -> list[Place]:
    """What is no page of Wagtail and has an address of its own: organisations, events, bodies."""
    places: dict[tuple[str, int], Place] = {}
    for language in languages():
        with override(language):
            for name, offer in offers().items():
                for row in offer.shown(language) if offer.in_sitemap else ():
                    if told := offer.told(row):
                        places.setdefault((name, row.pk), Place()).paths[language] = told.url
    return [*places.values()]
