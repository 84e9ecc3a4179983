"""A fixed page whose words describe what the site does goes along with them, as long as no editor wrote in it.

In a page that an editor wrote in nothing is changed; but what the site makes itself there, such as the figures on
matching, must be able to appear. Its part is put at the end, once: who takes it out finds it out. To a page with a
draft that waits nothing happens; the next set_up looks again.

What was there once, and that somebody wrote, stands in the log of the page as well: versions are thrown away by
purge_revisions, and lose their writer with the account.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from portal.content.parts import Part, Words, as_stream

MADE_BY_THE_SITE = frozenset({"keep_until", "matching_rules", "matching_fairness"})

LAID = "portal.lay_parts"
FOREIGN = "portal.keep_words"
WRITTEN = ("wagtail.edit", "wagtail.revert", FOREIGN)

Blocks = list[dict[str, Any]]


@transaction.atomic
def keep_up(page: Page, words: Words, language: str) -> bool:
    """Whether there was something to change. `page` is one of a model with a title, an intro and a body.

    It is locked and read again: what an editor published since it was read must not be written over.
    """
    page = type(page).objects.select_for_update().get(pk=page.pk)
    remember_parts(page)
    if not page.live or page.has_unpublished_changes:
        return False
    newest = as_stream(words.body, language)
    if nobody_wrote_in(page):
        if (page.title, page.intro, _bare(_blocks_of(page))) == (words.title, words.intro, _bare(newest)):
            return False
        page.title, page.intro, page.body = words.title, words.intro, newest
    else:
        _remember_foreign_words(page)
        missing = [part for part in sections(words.body) if _is_new_to(page, part)]
        if not missing:
            return False
        added = [block for section in missing for block in as_stream(section, language)]
        page.body = [*_blocks_of(page), *added]
    page.save_revision(clean=False).publish()
    remember_parts(page)
    return True


def remember_parts(page: Page) -> None:
    """Which parts that the site makes were ever in this page: noted once for each."""
    new = sorted(part for part in MADE_BY_THE_SITE - _noted(page) if _stood_in(page, part))
    if new:
        log(instance=page, action=LAID, data={"parts": new})


def _noted(page: Page) -> set[str]:
    entries = PageLogEntry.objects.filter(page=page.pk, action=LAID)
    return {part for entry in entries for part in entry.data.get("parts", [])}


def _remember_foreign_words(page: Page) -> None:
    """Noted once: when the site publishes a version with them, no version differs from what is live any more."""
    if not PageLogEntry.objects.filter(page=page.pk, action=FOREIGN).exists():
        log(instance=page, action=FOREIGN)


def nobody_wrote_in(page: Page) -> bool:
    """No version is anybody's, no change by hand was logged, and what is live is what the newest version says."""
    if PageLogEntry.objects.filter(page=page.pk, action__in=WRITTEN).exists():
        return False
    revisions = Revision.objects.for_instance(page)
    newest = page.latest_revision
    if newest is None or revisions.exclude(user=None).exists():
        return False
    said = newest.as_object()
    return (said.title, said.intro, _bare(_blocks_of(said))) == (page.title, page.intro, _bare(_blocks_of(page)))


def sections(body: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """From a heading up to the next, those that the site makes something of."""
    found: list[list[Part]] = []
    for part in body:
        if part.block == "heading" or not found:
            found.append([])
        found[-1].append(part)
    return (tuple(section) for section in found if any(part.block in MADE_BY_THE_SITE for part in section))


def _is_new_to(page: Page, section: tuple[Part, ...]) -> bool:
    """Never was there: neither now nor in what was saved before, nor as the log says."""
    made = {part.block for part in section} & MADE_BY_THE_SITE
    return not made & _noted(page) and not any(_stood_in(page, block) for block in made)


def _stood_in(page: Page, block: str) -> bool:
    before = Revision.objects.for_instance(page).values_list("content", flat=True)
    bodies = [json.dumps(_blocks_of(page)), *(str(content.get("body", "")) for content in before)]
    return any(f'"{block}"' in body for body in bodies)


def _blocks_of(page: Page) -> Blocks:
    return list(page.body.get_prep_value())


def _bare(value: Any) -> Any:
    """Without the ids that Wagtail gives to what it saves."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key != "id"}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return value
