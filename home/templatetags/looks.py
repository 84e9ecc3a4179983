"""The tags that templates need for the look: drawings, addresses in the right language, the menus.

Every tag answers without a request too, so that error pages can use the same frame.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from home.addresses import by_language, feed_of, is_for_crawlers
from people.languages import in_language, without_language

register = template.Library()

_END_OF_SENTENCE = re.compile(r"(?<=\.) +(?!Dan |Daarom |Daarna |We then |That is why )")
SVG_DIR = Path(settings.BASE_DIR) / "static" / "svg"

# Addresses are fixed by contract, so the menus can be data and need no database.
MAIN_NAV: list[tuple[str, Promise]] = [
    ("/programmas/", _("Programma’s")),
    ("/agenda/", _("Agenda")),
    ("/verhalen/", _("Verhalen")),
    ("/verkiezingen/", _("Verkiezingen")),
    ("/vraag-iemand/", _("Vraag iemand")),
    ("/hulp/", _("Hulp")),
]
MINE_NAV: list[tuple[str, Promise]] = [
    ("/mijn/", _("Overzicht")),
    ("/agenda/", _("Agenda")),
    ("/mijn/gegevens/", _("Mijn gegevens")),
    ("/hulp/", _("Hulp")),
]
FOOTER_NAV: list[tuple[Promise, list[tuple[str, Promise]]]] = [
    (
        _("Meedoen"),
        [
            ("/programmas/", _("Programma’s")),
            ("/programmawijzer/", _("Programmawijzer")),
            ("/mentor-worden/", _("Mentor worden")),
            ("/organisaties/", _("Organisaties")),
            ("/voor-partijen/", _("Voor partijen")),
        ],
    ),
    (
        _("Hulp en contact"),
        [
            ("/hulp/", _("Hulp bij dreiging")),
            ("/contact/", _("Contact")),
            ("/kennis/", _("Kennis")),
            ("/woordenlijst/", _("Woordenlijst")),
        ],
    ),
    (
        _("Over deze site"),
        [
            ("/over-deze-site/", _("Over Op de lijst")),
            ("/toegankelijkheid/", _("Toegankelijkheid")),
            ("/privacy/", _("Privacy")),
            ("/cookies/", _("Cookies")),
            ("/algoritme/", _("Zo koppelen wij")),
            ("/kwetsbaarheid-melden/", _("Kwetsbaarheid melden")),
        ],
    ),
]


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"not the name of a drawing: {name!r}")
    return (SVG_DIR / f"{name}.svg").read_text(encoding="utf-8").strip()


@register.simple_tag
def drawing(name: str) -> SafeString:
    """The drawing static/svg/<name>.svg, inline: so it can follow the text colour and stand in a PDF."""
    return mark_safe(_svg(name))  # noqa: S308  our own files, by a name that cannot leave the folder


@register.simple_tag
def site_url(path: str) -> str:
    """`{% site_url "/programmas/" %}`: the address in the language of this page."""
    return in_language(path, get_language())


@register.simple_tag
def site_address(site: str | None = None, request: HttpRequest | None = None) -> str:
    """`https://…` without a path, for links in mail: the one given, else that of the request, else the setting."""
    if site:
        return str(site).rstrip("/")
    return f"{request.scheme}://{request.get_host()}" if request else settings.SITE_ADDRESS


def _request_of(context: Context) -> HttpRequest | None:
    return context.get("request")


def _menu(context: Context, entries: list[tuple[str, Promise]]) -> list[dict[str, Any]]:
    """Entries with `current`: "page" on the page itself, "true" on a page below it (the longest match wins)."""
    request = _request_of(context)
    here = without_language(request.path) if request else ""
    above = [path for path, _label in entries if here.startswith(path)]
    nearest = max(above, key=len, default=None)
    return [
        {
            "url": site_url(path),
            "label": label,
            "current": "page" if path == here else "true" if path == nearest else "",
        }
        for path, label in entries
    ]


@register.simple_tag(takes_context=True)
def main_nav(context: Context) -> list[dict[str, Any]]:
    return _menu(context, MAIN_NAV)


@register.simple_tag(takes_context=True)
def mine_nav(context: Context) -> list[dict[str, Any]]:
    return _menu(context, MINE_NAV)


@register.simple_tag(takes_context=True)
def help_nearby(context: Context) -> list[dict[str, str]]:
    """For components/help_card.html: what the page says itself (`help_people`), else who is there for this person."""
    if given := context.get("help_people"):
        return given
    request = context.get("request")
    if not hasattr(request, "user"):
        return []
    return [someone for path in settings.HELP_NEARBY for someone in import_string(path)(request)]


@register.simple_tag
def footer_nav() -> list[dict[str, Any]]:
    return [
        {"title": title, "links": [{"url": site_url(path), "label": label} for path, label in links]}
        for title, links in FOOTER_NAV
    ]


@register.simple_tag(takes_context=True)
def other_languages(context: Context, plain: bool | str = False) -> list[dict[str, str]]:
    """This page in the other languages; their home pages where it is not translated, and with `plain`."""
    request = None if plain else _request_of(context)
    paths = by_language(request, context.get("page")) if request else {}
    return [
        {"code": code, "url": paths.get(code) or in_language("/", code), "label": get_language_info(code)["name_local"]}
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]


@register.simple_tag(takes_context=True)
def found_at(context: Context) -> dict[str, Any] | None:
    """Absolute addresses for search engines: `canonical`, `alternates` and `feed`; None for what they must leave alone.

    Of the setting and not of the request, so that a page that is kept says the same under each name of the host.
    """
    request = _request_of(context)
    # A preview has the address that the page will get: nobody may find what is not published.
    if request is None or not is_for_crawlers(request.path) or getattr(request, "is_preview", False):
        return None
    paths = by_language(request, context.get("page"))
    alternates = [{"code": code, "url": settings.SITE_ADDRESS + path} for code, path in sorted(paths.items())]
    if settings.LANGUAGE_CODE in paths:
        alternates.append({"code": "x-default", "url": settings.SITE_ADDRESS + paths[settings.LANGUAGE_CODE]})
    return {
        "canonical": settings.SITE_ADDRESS + request.path,
        "alternates": alternates if len(paths) > 1 else [],
        "feed": feed_of(request.path),
    }


@register.simple_tag(takes_context=True)
def block_again(context: Context, name: str) -> str:
    """The text of a block a second time: the title of a page is also what a shared link says."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks and blocks.get_block(name)
    text = " ".join(block.render(context).split()).replace('"', "&quot;") if block else ""
    return mark_safe(text)  # noqa: S308  the block escaped it


@register.simple_tag(takes_context=True)
def query_without(context: Context, *names: str) -> str:
    """The query of this request without `names`, ready to be followed by one more pair: "" or "a=1&b=2&"."""
    request = _request_of(context)
    if request is None:
        return ""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    encoded = query.urlencode()
    return f"{encoded}&" if encoded else ""


@register.simple_tag
def page_numbers(page: Page) -> list[int | str]:
    """Page numbers around this one; "…" where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def beside(row: list[Any], columns: list[Any]) -> list[tuple[Any, Any]]:
    """Each cell of a row with its column."""
    return list(zip(row, columns, strict=True))


@register.filter
def for_long_words(title: str) -> str:
    """The class of a heading whose longest word does not fit on a phone at full size: " ol-kop-…", or ""."""
    longest = max(map(len, str(title).replace("-", " ").split()), default=0)
    if longest >= 21:
        return " ol-kop-lang"
    return " ol-kop-langer" if longest >= 17 else ""


@register.filter
def lines_of(text: str) -> list[str]:
    """A sentence a line; a question stays with its answer, and what follows from it with what it follows from."""
    return _END_OF_SENTENCE.split(str(text).strip())


@register.filter
def apart(said: str) -> tuple[str, str]:
    """What a sentence says first, its colon included, and what it then names; nothing where it has no colon."""
    first, colon, named = said.partition(": ")
    return (f"{first}:", named) if colon else (said, "")
