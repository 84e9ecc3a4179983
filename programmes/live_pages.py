"""The page by which a programme is known to the public, in the language of this page or else in Dutch."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language

from programmes.models import Programme, ProgrammePage

Pages = dict[int, ProgrammePage]


def live_pages(programmes: Iterable[Programme]) -> Pages:
    """By programme id, in one query. A programme without a live page is not there: it is not public yet."""
    languages = [settings.LANGUAGE_CODE, get_language() or settings.LANGUAGE_CODE]
    pages = (
        ProgrammePage.objects.live()
        .filter(programme__in=[programme.pk for programme in programmes], locale__language_code__in=languages)
        .select_related("locale")
        .defer("body", "questions", "easy")
    )
    found: Pages = {}
    for page in sorted(pages, key=lambda page: languages.index(page.locale.language_code)):
        found[page.programme_id] = page
    return found
