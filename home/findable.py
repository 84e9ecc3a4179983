"""The written pages of this floor, for search; and the plain text of any page."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search import index

from home.models import BasePage, HomePage, StandardPage
from people.findable import Findable, Kind, Offer

KNOWLEDGE = "kennis"
_SAID_APART = {"title", "intro"}
_ADDRESSES = ("/", "https://", "mailto:", "tel:")


def public_pages(model: type[BasePage]) -> Callable[[str], Any]:
    """language -> the pages of this kind that every visitor may read."""
    return lambda language: model.objects.live().public().filter(locale__language_code=language).defer(None)


def page_text(page: Page, without: Iterable[str] = (), names: Collection[str] = ()) -> str:
    """What the page says, as plain text: the fields that it gives to a search, but for title, lead and `without`.

    Addresses of links are no text, and neither are `names` that an editor chose from a list.
    """
    parts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name not in {*_SAID_APART, *without}:
            value = field.get_value(page)
            parts += value if isinstance(value, list) else [str(value or "")]
    return "\n".join(part for part in parts if part and part not in names and not part.startswith(_ADDRESSES))


def _home(page: HomePage) -> Findable:
    return Findable(Kind.SITE, page.title, page.url, page.intro, _("voorpagina home"))


def _standard(page: StandardPage) -> Findable:
    section = page.url_path.split("/")[2]  # "/home/kennis/rechtspositie/"
    kind = Kind.KNOWLEDGE if section == KNOWLEDGE else Kind.SITE
    return Findable(kind, page.title, page.url, page.intro, page_text(page))


HOME = Offer(HomePage, public_pages(HomePage), _home, in_sitemap=False)
STANDARD = Offer(StandardPage, public_pages(StandardPage), _standard, in_sitemap=False)
