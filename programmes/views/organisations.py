"""Who carries programmes, and what each of them does."""

import re
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import Truncator

from people.access import public
from people.languages import said
from people.models import Organisation
from programmes.live_pages import Pages, live_pages
from programmes.models import Event, Programme

PER_PAGE = 24
EVENTS = 5
MOST_LETTERS = 150
MOST_WORDS = 40


@public
def organisations(request: HttpRequest) -> HttpResponse:
    page = Paginator(_public(), PER_PAGE).get_page(request.GET.get("pagina"))
    pages = _pages(page.object_list)
    rows = [_row(organisation, pages) for organisation in page]
    return render(request, "programmes/organisations.html", {"page": page, "rows": rows})


@public
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(_public(), slug=slug)
    pages = _pages([found])
    context = {
        "organisation": found,
        "about": said(found, "about"),
        "programmes": [pages[programme.pk] for programme in found.programmes.all() if programme.pk in pages],
        "events": [_event(event) for event in Event.objects.public().upcoming().filter(organisation=found)[:EVENTS]],
    }
    return render(request, "programmes/organisation.html", context)


def _public() -> QuerySet[Organisation]:
    programmes = Prefetch("programmes", Programme.objects.order_by("name"))
    return Organisation.objects.filter(is_public=True).order_by("name").prefetch_related(programmes)


def _pages(found: Iterable[Organisation]) -> Pages:
    return live_pages({programme for organisation in found for programme in organisation.programmes.all()})


def _row(found: Organisation, pages: Pages) -> dict[str, object]:
    return {
        "organisation": found,
        "about": _first_sentences(said(found, "about")),
        "programmes": [pages[programme.pk] for programme in found.programmes.all() if programme.pk in pages],
    }


def _first_sentences(text: str) -> str:
    """Whole sentences, as many as fit in two lines; the first one always."""
    shown, *more = re.split(r"(?<=[.!?])\s+", text.strip())
    for sentence in more:
        if len(shown) + len(sentence) >= MOST_LETTERS:
            break
        shown += f" {sentence}"
    return Truncator(shown).words(MOST_WORDS)


def _event(event: Event) -> dict[str, object]:
    return {"event": event, "title": said(event, "title")}
