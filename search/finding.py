"""Public pages in one language that hold what someone looks for, the best ones first."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from wagtail.models import Locale, Page

PER_PAGE = 20
HOME_DEPTH, SECTION_DEPTH = 2, 3
_SECTION_PATH = SECTION_DEPTH * Page.steplen


@dataclass(frozen=True)
class Hit:
    title: str
    url: str
    text: str
    kind: str  # the part of the site it belongs to; empty for a part itself


def find_pages(words: list[str], locale: Locale, number: str | None) -> tuple[Sheet, list[Hit]]:
    """One sheet of results. The number of queries does not grow with the number of pages found."""
    pages = Page.objects.live().public().filter(locale=locale, depth__gte=HOME_DEPTH).specific()
    sheet = Paginator(pages.search(" ".join(words), operator="or"), PER_PAGE).get_page(number)
    sections = dict(Page.objects.filter(depth=SECTION_DEPTH, locale=locale).values_list("path", "title"))
    return sheet, [_hit(page, sections) for page in sheet]


def _hit(page: Any, sections: dict[str, str]) -> Hit:
    kind = sections.get(page.path[:_SECTION_PATH], "") if page.depth > SECTION_DEPTH else ""
    return Hit(page.title, page.url, getattr(page, "intro", ""), kind)
