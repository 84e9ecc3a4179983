"""One party: its card, what to ask, and the card to take along. The page holds one button, so it is not kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from elections.introductions.actions import take_along
from elections.introductions.questions import QUESTIONS
from elections.models import Body
from elections.parties.showing import latest_list, rows_of
from people.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
def introduction(request: HttpRequest, slug: str, which: str) -> HttpResponse:
    context = _context(slug, which)
    if request.method == "POST":
        take_along(context["place"])
        return redirect("elections:introduction_card", slug=slug, which=which)
    return render(request, "elections/introduction.html", context)


@public
@require_safe
def card(request: HttpRequest, slug: str, which: str) -> HttpResponse:
    """The card by itself, to print or to show on a phone."""
    return render(request, "elections/introduction_card.html", _context(slug, which))


def _context(slug: str, which: str) -> dict[str, Any]:
    place = get_object_or_404(Body, slug=slug)
    listed = latest_list(place)
    rows = rows_of(listed) if listed else []
    row = next((one for one in rows if one.which == which), None)
    if row is None:
        raise Http404
    return {
        "crumbs": [
            {"url": reverse("elections:index"), "label": _("Verkiezingen")},
            {"url": place.get_absolute_url(), "label": place.title},
        ],
        "place": place,
        "listed": listed,
        "row": row,
        "questions": QUESTIONS,
        "is_example": bool(row.party and row.party.is_example),
    }
