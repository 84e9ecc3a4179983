"""The fixed pages. A page is known by a translation key made from its address, so that one which an editor renamed,
moved or rewrote is found again and left alone. Which of them goes along with newer words: portal.set_up.keeping_up."""

import json
import uuid
from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page

from home.models import HomePage
from portal.content.parts import FixedPage, Words, as_stream
from portal.content.tree import FIXED_PAGES, HOME
from portal.set_up.keeping_up import keep_up, remember_parts
from portal.set_up.report import Report

Homes = dict[str, HomePage]


def key_of(address: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"op-de-lijst:{address}")


def lay_homes(locales: dict[str, Locale], report: Report) -> Homes:
    """The home page in each language, directly under Wagtail's root."""
    root = Page.get_first_root_node()
    homes: Homes = {}
    for code, locale in locales.items():
        slug = HOME.slug if code == "nl" else f"{HOME.slug}-{code}"
        homes[code] = _lay(HOME, root, "/", locale, report, slug=slug)
    return homes


def lay_fixed_pages(homes: Homes, report: Report) -> None:
    for home in homes.values():
        _lay_below(FIXED_PAGES, home, "/", report)


def _lay_below(fixed: tuple[FixedPage, ...], parent: Page, address: str, report: Report) -> None:
    for page in fixed:
        below = f"{address}{page.slug}/"
        laid = _lay(page, parent, below, parent.locale, report)
        _lay_below(page.children, laid, below, report)


def _lay(fixed: FixedPage, parent: Page, address: str, locale: Locale, report: Report, slug: str = "") -> Any:
    model = apps.get_model(fixed.model)
    known = model.objects.filter(translation_key=key_of(address), locale=locale).first()
    words = fixed.words(locale.language_code)
    if known:
        if fixed.keeps_up and keep_up(known, words, locale.language_code):
            report.made("pages brought up to date")
        return known
    page = model(
        slug=slug or fixed.slug,
        locale=locale,
        translation_key=key_of(address),
        **{**_fields(fixed, words, locale.language_code), **_words_of_another_kind(address, locale)},
    )
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision(clean=False).publish()
    if fixed.keeps_up:
        remember_parts(page)
    report.made("pages")
    return page


def _words_of_another_kind(address: str, locale: Locale) -> dict[str, str]:
    """A fixed page became another kind of page: the old one makes room, and hands over what an editor wrote."""
    old = Page.objects.filter(translation_key=key_of(address), locale=locale).specific().first()
    if old is None:
        return {}
    kept = {"title": old.title, "intro": getattr(old, "intro", "")}
    old.delete()
    return kept


def _fields(fixed: FixedPage, words: Words, language: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"title": words.title, "intro": words.intro, **words.fields, **fixed.facts}
    if words.body:
        fields["body"] = json.dumps(as_stream(words.body, language))
    return fields
