"""Pages that may be cached: read only, the same for everyone, no form that posts."""

import datetime as dt

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from elections import advice
from elections.clock import Clock
from elections.forms import FindBodyForm
from elections.models import Body, Election
from elections.names.finding import LONGEST, Found, find, named
from elections.parties.showing import Closing, closing, latest_list, rows_of
from people.access import public

PER_PAGE = 24
# With one of these in the address someone is searching: then the results stand on top.
_LOOKING = {"q", "soort", "pagina"}


@public
def index(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    form = FindBodyForm(_shortened(request))
    found: Found[Body] = Found()
    bodies: list[Body] = []
    words = ""
    if form.is_valid():
        words = form.cleaned_data["q"].strip()
        bodies = _bodies(today, form.cleaned_data["soort"])
        if words:
            found = find(words, named(bodies))
            bodies = found.matches
    context = {
        "form": form,
        "words": words,
        "looking": bool(_LOOKING & request.GET.keys()),
        "page": Paginator(bodies, PER_PAGE).get_page(request.GET.get("pagina")),
        "suggestions": found.suggestions,
        "coming": [_with_clock(election, today) for election in Election.objects.coming(today)],
    }
    return render(request, "elections/index.html", context)


@public
def body(request: HttpRequest, slug: str) -> HttpResponse:
    place = Body.objects.select_related("successor").filter(slug=slug).first()
    if place is None:
        return _by_everyday_name(slug)
    today = timezone.localdate()
    elections = Election.objects.for_body(place)
    coming = elections.coming(today).first()
    listed = latest_list(place)
    rows = rows_of(listed) if listed else []
    context = {
        "crumbs": [{"url": reverse("elections:index"), "label": _("Verkiezingen")}],
        "place": place,
        "last": elections.past(today).first(),
        "separate": place.separate_votes.filter(election__election_day__lte=today).order_by("-year").first(),
        "next": _with_clock(coming, today, closing(rows, today)) if coming else None,
        "listed": listed,
        "parties": rows,
        "has_examples": any(row.party and row.party.is_example for row in rows),
        "rules": advice.rules_for(place.kind),
        "exceptions": advice.exceptions_for(place.kind),
    }
    return render(request, "elections/body.html", context)


def _shortened(request: HttpRequest) -> dict[str, str]:
    """What is typed comes back on the page, so a megabyte must not come back either."""
    return {name: request.GET.get(name, "")[: LONGEST + 1] for name in FindBodyForm.base_fields}


def _bodies(today: dt.date, kind: str) -> list[Body]:
    bodies = Body.objects.valid(today)
    return list(bodies.filter(kind=kind) if kind else bodies)


def _with_clock(election: Election, today: dt.date, closes: Closing | None = None) -> dict[str, object]:
    clock = Clock(today=today, nomination_day=election.nomination_day, election_day=election.election_day)
    return {
        "election": election,
        "clock": clock,
        "advice": advice.ADVICE[clock.moment],
        "stations": advice.stations(election, clock, closes),
    }


def _by_everyday_name(slug: str) -> HttpResponse:
    """/verkiezingen/den-haag/ leads to s-gravenhage."""
    for place in Body.objects.exclude(alias=""):
        if slugify(place.alias) == slug:
            return redirect(place, permanent=True)
    raise Http404
