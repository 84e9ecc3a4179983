"""Finds the page of an address in two queries, where Wagtail asks two for each level of the tree.

    site ── one query: the pages on the way down, each with its translations ──> the lowest one, as its own class

What is found stands on the page as `found_with`, so that breadcrumbs, the other languages and the doors of private
parts need not ask again. Whatever is unusual is left to Wagtail's own way, which answers the same.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.views import serve

from people.access import public

DEEPEST = 6  # parts of an address; a longer one is nobody's, or Wagtail finds it


@dataclass(frozen=True)
class FoundWith:
    """The pages from the home page down to this one, and the same page in the other languages."""

    line: list[Page]
    translations: list[Page]


@public
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view, which is told beforehand what it would look for."""
    try:
        found = _page_at(request, [part for part in path.split("/") if part])
        if found is not None:
            request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    except Http404:
        request._wagtail_route_for_request = None  # type: ignore[attr-defined]
    return serve(request, path)


def _page_at(request: HttpRequest, parts: list[str]):  # noqa: ANN202  what Page.route returns
    root = _root(request)
    if root is None or len(parts) > DEEPEST:
        return None
    paths = [root.root_path + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    here = Page.objects.filter(url_path__in=paths).values("translation_key")
    known = list(Page.objects.filter(translation_key__in=here).select_related("locale").order_by("path"))
    by_path = {one.url_path: one for one in known}
    line: list[Page] = []
    for address in paths:
        if address not in by_path or (line and _routes_itself(line[-1])):
            break
        line.append(by_path[address])
    return _own_class(line, known).route(request, parts[len(line) - 1 :]) if line else None


def _root(request: HttpRequest) -> SiteRootPath | None:
    """Of the site and language of this request; Wagtail keeps these in a cache."""
    site, language = Site.find_for_request(request), get_language()
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    return next((root for root in roots if root.language_code == language), None)


def _routes_itself(one: Page) -> bool:
    """A page that finds what is below it by a rule of its own."""
    return one.specific_class is not None and one.specific_class.route is not Page.route


def _own_class(line: list[Page], known: list[Page]) -> Page:
    lowest = line[-1]
    kind = lowest.specific_class
    if kind is None:
        return lowest
    found = kind._default_manager.select_related(*getattr(kind, "fetched_along", ())).get(pk=lowest.pk)
    others = [one for one in known if one.translation_key == lowest.translation_key and one.pk != lowest.pk]
    found.found_with = FoundWith(line, others)
    return found
