"""The shapes in which the words of the fixed pages are written down, and how they become a page's body.

Words are plain strings. `[label](/adres/)` is a link, `**woord**` is bold, `{mail}` our own address. Addresses are
written as in Dutch and get their /en/ when the page is English. Sentences have at most 15 words, which tests hold.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from people.languages import in_language

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


@dataclass(frozen=True)
class Part:
    """One block of a page. `value` holds plain strings, in the shape of the block of that name in home/blocks.py."""

    block: str
    value: Any


@dataclass(frozen=True)
class Words:
    """What a page says in one language. `fields` are other fields of the page's model, by name."""

    title: str
    intro: str = ""
    body: tuple[Part, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FixedPage:
    """A page that must be there, in both languages at the same address; `facts` are fields without words.

    `keeps_up`: its words say what the site does, and go along with it until an editor writes in it.
    """

    slug: str
    nl: Words
    en: Words
    model: str = "home.StandardPage"
    facts: dict[str, Any] = field(default_factory=dict)
    children: tuple["FixedPage", ...] = ()
    keeps_up: bool = False

    def words(self, language: str) -> Words:
        return self.en if language == "en" else self.nl


def heading(text: str) -> Part:
    return Part("heading", text)


def text(*paragraphs: str) -> Part:
    return Part("text", [("p", list(paragraphs))])


def bullets(*items: str, lead: str = "") -> Part:
    before = [("p", [lead])] if lead else []
    return Part("text", [*before, ("ul", list(items))])


def steps(*items: str, lead: str = "") -> Part:
    before = [("p", [lead])] if lead else []
    return Part("text", [*before, ("ol", list(items))])


def figure(number: str, unit: str, text: str, *, measured_on: str, source: str) -> Part:
    return Part("figure", {"number": number, "unit": unit, "text": text, "measured_on": measured_on, "source": source})


def action(title: str, text: str, *, label: str, address: str) -> Part:
    return Part("action", {"title": title, "text": text, "link": {"label": label, "address": address}})


def facts(*pairs: tuple[str, str]) -> Part:
    return Part("facts", [{"label": label, "value": value} for label, value in pairs])


def materials(*items: dict[str, str]) -> Part:
    """Things to learn from: `title`, `text` and `reader`, and what else home.blocks.MaterialBlock knows."""
    return Part("materials", [{"by": "", "topic": "", "station": "", "address": "", **item} for item in items])


def links(*pairs: tuple[str, str]) -> Part:
    return Part("links", [{"label": label, "address": address} for label, address in pairs])


def question(question: str, *answer: str) -> Part:
    return Part("question", {"question": question, "answer": [("p", list(answer))]})


def notice(title: str, text: str, *, kind: str = "info") -> Part:
    return Part("notice", {"kind": kind, "title": title, "text": text})


def drawing(name: str) -> Part:
    return Part("drawing", name)


def keep_until() -> Part:
    """The table of how long we keep what, which the site makes itself."""
    return Part("keep_until", None)


def matching_rules() -> Part:
    """The table of what counts in matching, which the site makes of the weights file."""
    return Part("matching_rules", None)


def matching_fairness() -> Part:
    """How fairly mentors were found, which the site makes of what was published."""
    return Part("matching_fairness", None)


def sourced(day: dt.date, station: str = "", *, topic: str = "", reader: str = "") -> dict[str, Any]:
    """The facts of a knowledge page: when we last looked, where on the way it helps, about what and for whom."""
    return {"checked_on": day, "station": station, "topic": topic, "reader": reader}


# From words to a body -------------------------------------------------------------------------


def _led(address: str, language: str) -> str:
    """An address of ours in the language of the page; another site's stays as it is."""
    return in_language(address, language) if address.startswith("/") else address


def our_address() -> str:
    """Where mail to us goes: the address we send from, known only where the site runs."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def as_html(chunks: list[tuple[str, list[str]]], language: str) -> str:
    return "".join(_chunk(tag, items, language) for tag, items in chunks)


def _chunk(tag: str, items: list[str], language: str) -> str:
    if tag == "p":
        return "".join(f"<p>{_inline(item, language)}</p>" for item in items)
    return f"<{tag}>" + "".join(f"<li>{_inline(item, language)}</li>" for item in items) + f"</{tag}>"


def _inline(source: str, language: str) -> str:
    escaped = html.escape(source.replace("{mail}", our_address()), quote=False)
    linked = _LINK.sub(lambda m: f'<a href="{_led(m[2], language)}">{m[1]}</a>', escaped)
    return _BOLD.sub(r"<b>\1</b>", linked)


def as_stream(body: tuple[Part, ...], language: str) -> list[dict[str, Any]]:
    """The body as Wagtail stores a StreamField."""
    return [{"type": part.block, "value": _stored(part.value, language)} for part in body]


def _stored(value: Any, language: str) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        return as_html(value, language)
    if isinstance(value, list):
        # Without an id Wagtail takes an item for one of its old format, and every field of it is empty.
        return [
            {"type": "item", "id": str(uuid5(NAMESPACE_URL, repr(item))), "value": _stored(item, language)}
            for item in value
        ]
    if isinstance(value, dict):
        return {
            key: _led(item, language) if key == "address" else _stored(item, language) for key, item in value.items()
        }
    return value


def strings(value: Any) -> Iterator[str]:
    """Every piece of text a reader sees, for tests on language."""
    if isinstance(value, Part):
        if value.block != "drawing":
            yield from strings(value.value)
    elif isinstance(value, Words):
        yield from (value.title, value.intro, *value.fields.values())
        for part in value.body:
            yield from strings(part)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"address", "kind", "reader", "topic", "station"}:
                yield from strings(item)
    elif isinstance(value, tuple) and len(value) == 2 and value[0] in {"p", "ul", "ol"}:
        yield from value[1]
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value
