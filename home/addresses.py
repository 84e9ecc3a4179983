"""The one address under which a page is to be found, and the same page in the other languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from people.languages import in_language, without_language

# What is nobody's but one's own, or grows without end under a crawler.
NOT_FOR_CRAWLERS = [
    "/account/",
    "/aanmelden/",
    "/campagne/",
    "/cijfers/",
    "/cms/",
    "/demo/",
    "/health/",
    "/mijn/",
    "/zoeken/",
]

# Lists that one can follow with a reader of feeds.
WITH_FEED = ["/agenda/", "/programmas/", "/verhalen/"]
FEED = "rss.xml"


def feed_of(path: str) -> str:
    """The whole address of the feed of this list; empty when it has none."""
    return f"{settings.SITE_ADDRESS}{path}{FEED}" if without_language(path) in WITH_FEED else ""


def is_for_crawlers(path: str) -> bool:
    return not without_language(path).startswith(tuple(NOT_FOR_CRAWLERS))


def by_language(request: HttpRequest, page: Any = None) -> dict[str, str]:
    """This page's path per language, this one included. A written page has only the translations that are live.

    The query stays behind: it is not part of what is cached. Looked up once a request.
    """
    kept = getattr(request, "paths_by_language", None)
    if kept is None:
        kept = _written(request.path, page) if isinstance(page, Page) else None
        kept = kept or {code: in_language(without_language(request.path), code) for code, _name in settings.LANGUAGES}
        request.paths_by_language = kept  # type: ignore[attr-defined]
    return kept


def _written(path: str, page: Page) -> dict[str, str] | None:
    """None when the page only lends its words to another address (the form to apply)."""
    here = _path(page)
    if not here or not path.startswith(here):
        return None
    below = path[len(here) :]
    found_with = getattr(page, "found_with", None)
    if found_with is not None:
        others = [other for other in found_with.translations if other.live]
    else:
        same = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).live()
        others = list(same.only("pk", "url_path", "locale").select_related("locale"))
    found = {other.locale.language_code: _path(other) for other in others}
    return {get_language() or settings.LANGUAGE_CODE: path, **{code: up + below for code, up in found.items() if up}}


def _path(page: Page) -> str:
    parts = page.get_url_parts()
    return parts[2] or "" if parts else ""
