from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale

from people.access import public
from search.finding import Hit, find_pages
from search.forms import SearchForm
from search.words import LONGEST


@public
def search(request: HttpRequest) -> HttpResponse:
    """A GET form without a token: what is found may be cached."""
    # One character more than allowed still says "too long", and a megabyte is not sent back.
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[: LONGEST + 1]
    form = SearchForm({"q": typed} if typed else None)
    context: dict[str, Any] = {"form": form, "typed": typed}
    if form.is_valid():
        sheet, hits = find_pages(form.words, Locale.get_active(), request.GET.get("pagina"))
        context |= {"page": sheet, "rows": [_row(hit) for hit in hits]}
    return render(request, "search/search.html", context)


def _row(hit: Hit) -> dict[str, Any]:
    """As components/ballot.html takes it."""
    return {"title": hit.title, "url": hit.url, "text": hit.text, "facts": [hit.kind] if hit.kind else []}
