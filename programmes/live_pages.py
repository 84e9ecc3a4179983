"""The page by which a programme is known to the public, in the language of this page or else in Dutch."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.http import Http404
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


def public_programme(key: UUID) -> tuple[Programme, ProgrammePage]:
    """By its key, with that page; Http404 for one that is not public."""
    programme = Programme.objects.with_sensitivity().filter(key=key).first()
    page = live_pages([programme]).get(programme.pk) if programme else None
    if programme is None or page is None:
        raise Http404
    return programme, page
