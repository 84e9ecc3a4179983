from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.access import public
from people.findable import Kind
from search.finding import Found, Hit, find
from search.forms import SearchForm
from search.passages import Piece
from search.words import LONGEST


@public
def search(request: HttpRequest) -> HttpResponse:
    """A GET form without a token: what is found may be cached."""
    # One character more than allowed still says "too long", and a megabyte is not sent back.
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[: LONGEST + 1]
    form = SearchForm({"q": typed} if typed else None)
    context: dict[str, Any] = {"form": form, "typed": typed}
    if form.is_valid():
        kind = request.GET.get("soort", "")
        kind = kind if kind in Kind.values else ""
        language = get_language() or "nl"
        found = find(form.words, language, kind=kind, number=request.GET.get("pagina"), at=timezone.now())
        context |= {
            "found": found,
            "page": found.sheet,
            "rows": [_row(hit) for hit in found.hits],
            "kinds": _kinds(found, typed, kind),
            "guess_url": f"?{_query(q=found.guess)}" if found.guess else "",
            "query": f"{_query(q=typed, soort=kind)}&",
        }
    return render(request, "search/search.html", context)


def _row(hit: Hit) -> dict[str, Any]:
    """As components/ballot.html takes it."""
    return {
        "title": _with_marks(hit.title),
        "url": hit.url,
        "text": _with_marks(hit.passage),
        "facts": [Kind(hit.kind).label, *([hit.when] if hit.when else [])],
    }


def _with_marks(pieces: list[Piece]) -> SafeString:
    marks = [format_html("<mark>{}</mark>", piece) if hit else piece for piece, hit in pieces]
    return format_html_join("", "{}", ([one] for one in marks))


def _kinds(found: Found, typed: str, chosen: str) -> list[dict[str, Any]]:
    """Links that narrow down; none when there is nothing to choose."""
    kinds = [("", _("Alles"))] + [(kind.value, kind.label) for kind in found.kinds]
    if len(found.kinds) < 2 and not chosen:
        return []
    return [
        {"url": f"?{_query(q=typed, soort=kind)}", "label": label, "current": kind == chosen} for kind, label in kinds
    ]


def _query(**values: str) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in values.items() if value})
    return query.urlencode()
