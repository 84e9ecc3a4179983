"""Keeps what can be found equal to what every visitor may see."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.translation import override
from wagtail.models import Page

from home.page_cache import generation
from people.findable import Findable, Offer
from search.models import IndexedText, IndexedWord
from search.moving import lead_on
from search.words import stem, words_of

IN_TITLE, ALL_OF_A_TITLE, IN_LEAD, MOST_IN_TEXT = 8, 12, 4, 3
LONGEST_TEXT = 100_000
AT_A_TIME = 500
SEEN = "search-seen"  # the generation of kept pages after which everything was looked at
A_DAY = 24 * 60 * 60


@cache
def offers() -> dict[str, Offer]:
    found: list[Offer] = [import_string(path) for path in settings.SEARCHABLE]
    return {offer.name: offer for offer in found}


def languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def look_again(things: Iterable[models.Model]) -> int:
    """These rows may have changed, or may be seen no more. How many texts changed."""
    changed = 0
    for offer in offers().values():
        rows = [thing.pk for thing in things if isinstance(thing, offer.model)]
        if rows:
            changed += sum(_renew(offer, language, rows) for language in languages())
    return changed


def forget(things: Iterable[models.Model]) -> None:
    """Gone, whatever the database still says of them."""
    for offer in offers().values():
        rows = [thing.pk for thing in things if isinstance(thing, offer.model)]
        if rows:
            IndexedText.objects.filter(offer=offer.name, row__in=rows).delete()


def rebuild() -> int:
    """Everything that is offered; what did not change is left alone. How many texts changed."""
    IndexedText.objects.exclude(offer__in=offers()).delete()
    return sum(_renew(offer, language) for offer in offers().values() for language in languages())


def keep_up() -> int:
    """What no page of Wagtail told us of: an event, an organisation. Only when the public saw something change."""
    now = generation()
    if caches["pages"].get(SEEN) == now:
        return 0
    changed = rebuild()
    caches["pages"].set(SEEN, now, timeout=A_DAY)
    return changed


@transaction.atomic
def _renew(offer: Offer, language: str, rows: list[int] | None = None) -> int:
    known = IndexedText.objects.filter(offer=offer.name, language=language)
    shown = offer.shown(language)
    if rows is not None:
        known, shown = known.filter(row__in=rows), shown.filter(pk__in=rows)
    before = {text.row: text for text in known.only("row", "digest", "url").select_for_update()}
    with override(language):
        told = {row.pk: _cut(offer.told(row)) for row in shown}
    found = {row: one for row, one in told.items() if one}
    gone = [text.pk for row, text in before.items() if row not in found]
    changed = {row: one for row, one in found.items() if row not in before or before[row].digest != _digest(one)}
    if not issubclass(offer.model, Page):  # Wagtail leads its own on, and forgets where they were once they are gone
        lead_on([(before[row].url, one.url) for row, one in changed.items() if row in before])
    IndexedText.objects.filter(pk__in=gone).delete()
    _learn(offer, language, changed)
    return len(gone) + len(changed)


def _learn(offer: Offer, language: str, changed: dict[int, Findable]) -> None:
    texts = [
        IndexedText(
            offer=offer.name,
            row=row,
            language=language,
            digest=_digest(one),
            **{name: getattr(one, name) for name in ("kind", "title", "url", "lead", "text", "until")},
        )
        for row, one in changed.items()
    ]
    IndexedText.objects.bulk_create(
        texts,
        AT_A_TIME,
        update_conflicts=True,
        unique_fields=["offer", "row", "language"],
        update_fields=["kind", "title", "url", "lead", "text", "until", "digest"],
    )
    learnt = list(IndexedText.objects.filter(offer=offer.name, language=language, row__in=list(changed)))
    IndexedWord.objects.filter(text__in=learnt).delete()
    words = [word for text in learnt for word in _words(text, changed[text.row].known_by)]
    IndexedWord.objects.bulk_create(words, AT_A_TIME, ignore_conflicts=True)


def _words(text: IndexedText, known_by: str) -> list[IndexedWord]:
    counted = {} if known_by else {word: min(n, MOST_IN_TEXT) for word, n in Counter(words_of(text.text)).items()}
    if not known_by:
        counted.update({word: counted.get(word, 0) + IN_LEAD for word in {*words_of(text.lead)}})
    title = {*words_of(known_by or text.title)}
    counted.update({word: counted.get(word, 0) + IN_TITLE + ALL_OF_A_TITLE // len(title) for word in title})
    make: Callable[..., IndexedWord] = IndexedWord
    return [
        make(text=text, language=text.language, word=word, stem=stem(word, text.language)[:40], weight=weight)
        for word, weight in counted.items()
    ]


def _cut(one: Findable | None) -> Findable | None:
    if one is None or not one.url:  # a page outside the site has no address
        return None
    fields: dict[str, Any] = {**vars(one), "text": one.text[:LONGEST_TEXT], "title": one.title[:255]}
    return Findable(**fields)


def _digest(one: Findable) -> str:
    return hashlib.sha256(repr(one).encode()).hexdigest()
