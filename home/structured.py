"""What a page says to machines: schema.org data, made of the same facts that stand on it.

Floors above name functions(context of the page) -> things in settings.STRUCTURED_DATA. Each thing is a dictionary as
schema.org describes it, without "@context". Addresses are whole: `address()`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.languages import in_language

Thing = dict[str, Any]
# So that no text can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
EXAMPLE = "disambiguatingDescription"


def address(path: str) -> str:
    """A path on this site, whole."""
    return f"{settings.SITE_ADDRESS}{path}"


def example(thing: Thing, is_example: bool) -> Thing:
    """What is invented says so to machines too."""
    return thing | {EXAMPLE: _("Voorbeeldinhoud: data, vragen en contact zijn verzonnen.")} if is_example else thing


def structured_data(context: Mapping[str, Any], canonical: str, title: str) -> Iterator[Thing]:
    """Everything that a page has to say; the trail to it stands on every page but the first."""
    home = address(in_language("/", get_language()))
    if canonical == home:
        yield {"@type": "WebSite", "name": settings.WAGTAIL_SITE_NAME, "url": home, "inLanguage": get_language()}
    else:
        yield _trail(context.get("crumbs") or [], home, canonical, title)
    for path in settings.STRUCTURED_DATA:
        yield from import_string(path)(context)


def _trail(crumbs: Iterable[Mapping[str, Any]], home: str, canonical: str, title: str) -> Thing:
    above = [(address(crumb["url"]), str(crumb["label"])) for crumb in crumbs if crumb.get("url")]
    steps = [(home, _("Home")), *above, (canonical, title)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (url, name) in enumerate(steps, 1)
        ],
    }


def as_script(things: Iterable[Thing]) -> SafeString:
    """A block of data: no browser runs it, so the policy for scripts lets it be."""
    graph = [without_gaps(thing) for thing in things]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, default=_plain)
    # Every sign that could end the element was taken out.
    return mark_safe(f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>')  # noqa: S308


def without_gaps(thing: Thing) -> Thing:
    """Without what nobody filled in."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}


def _plain(value: Any) -> str:
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"not data: {type(value).__name__}")
