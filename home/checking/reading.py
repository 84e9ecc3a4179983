"""Takes a page apart: its texts, its pictures without words, and where its links lead."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.documents.models import Document
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

from home.checking.findings import Finding, Kind
from home.checking.words import about_words, old_dates

Check = Callable[[Any], Iterable[Finding]]

CHECKED_FOR = timedelta(days=365)
_TAG = re.compile(r"<[^>]+>")
_BLOCK_END = re.compile(r"</(p|li|h\d)>|<br\s*/?>")
_LINK = re.compile(r'<a[^>]*linktype="(page|document)"[^>]*>|<a[^>]*>')
_ID = re.compile(r'\bid="(\d+)"')
# Where something stands as its source says it: names of reports, and dates that are meant to be old.
NOT_READ = {"source", "seo_title", "search_description", "slug", "url_path", "draft_title"}


@dataclass
class Parts:
    texts: list[str] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    papers: set[int] = field(default_factory=set)
    without_alt: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def parts_of(page: Any) -> Parts:
    """Everything that an editor wrote on this page."""
    parts = Parts()
    own = {one.name for one in Page._meta.get_fields()} - {"title"}
    for one in page._meta.get_fields():
        if getattr(one, "column", None) is None or one.name in own or one.name in NOT_READ:
            continue
        value = getattr(page, one.name, None)
        if isinstance(one, StreamField):
            _read(value, parts)
        elif isinstance(one, RichTextField):
            _read_html(str(value or ""), parts)
        elif isinstance(one, models.CharField | models.TextField) and not one.choices and value:
            parts.texts.append(str(value))
    return parts


def _read(value: Any, parts: Parts) -> None:
    if isinstance(value, StreamValue):
        for block in value:
            _read(block.value, parts)
    elif isinstance(value, ListValue | list | tuple):
        for one in value:
            _read(one, parts)
    elif isinstance(value, StructValue):
        for name, one in value.items():
            if not _is_choice(value, name):
                _read(one, parts)
    elif isinstance(value, RichText):
        _read_html(value.source, parts)
    elif isinstance(value, AbstractImage):
        if not _described(value):
            parts.without_alt.append(value.title)
    elif isinstance(value, Page):
        parts.pages.add(value.pk)
    elif isinstance(value, Document):
        parts.papers.add(value.pk)
    elif isinstance(value, str) and not value.startswith(("/", "https://", "mailto:", "tel:")):
        parts.texts.append(value)


def _is_choice(value: StructValue, name: str) -> bool:
    return hasattr(value.block.child_blocks[name], "_constructor_kwargs") and "choices" in (
        value.block.child_blocks[name]._constructor_kwargs
    )


def _described(image: AbstractImage) -> bool:
    """In this place, by itself, or said to be for decoration only."""
    return bool(
        getattr(image, "contextual_alt_text", None)
        or getattr(image, "decorative", False)
        or getattr(image, "description", "")
    )


def _read_html(html: str, parts: Parts) -> None:
    for link in _LINK.finditer(html):
        target = _ID.search(link[0])
        if link[1] and target:
            (parts.pages if link[1] == "page" else parts.papers).add(int(target[1]))
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))
    if text.strip():
        parts.texts.append(text)


class Checker:
    """Checks pages with few queries, however many they are: what links lead to is asked of all at once."""

    def __init__(self, pages: Iterable[Any], today: date | None = None) -> None:
        self.today = today or timezone.localdate()
        self.parts = {page.pk: parts_of(page) for page in pages}
        self.checks: list[Check] = [import_string(path) for path in settings.PAGE_CHECKS]
        asked = {pk for parts in self.parts.values() for pk in parts.pages}
        papers = {pk for parts in self.parts.values() for pk in parts.papers}
        self.readable = set(Page.objects.live().public().filter(pk__in=asked).values_list("pk", flat=True))
        self.there = set(Document.objects.filter(pk__in=papers).values_list("pk", flat=True))

    def findings(self, page: Any) -> list[Finding]:
        """What could be better about one of the pages, the worst first."""
        parts = self.parts[page.pk]
        dead = len(parts.pages - self.readable) + len(parts.papers - self.there)
        found = [Finding(Kind.DEAD_LINK)] * dead
        found += [Finding(Kind.NO_ALT_TEXT, title) for title in parts.without_alt]
        found += [one for check in self.checks for one in check(page)]
        found += self._age(page, parts)
        language = page.locale.language_code
        words = [one for text in parts.texts for one in about_words(text, language)]
        return found + list(dict.fromkeys(words))

    def _age(self, page: Any, parts: Parts) -> Iterator[Finding]:
        for text in parts.texts:
            yield from (Finding(Kind.OLD_DATE, day) for day in old_dates(text, self.today))
        checked_on = getattr(page, "checked_on", None)
        if checked_on and checked_on < self.today - CHECKED_FOR:
            yield Finding(Kind.NOT_CHECKED, str(checked_on))
