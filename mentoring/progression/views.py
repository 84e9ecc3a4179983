"""/mijn/op-de-lijst/: tell that you stand on a list, find yourself on it, take it back."""

from datetime import date, timedelta
from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from elections import lists
from elections.models import Body, BodyElection, Election, ListEntry
from elections.names.finding import find, named
from mentoring.models import Candidacy
from mentoring.progression import actions
from mentoring.progression.consent_purposes import CANDIDACY, CANDIDACY_ENTRY
from mentoring.progression.forms import ClaimForm, FindMyselfForm, FindPlaceForm, TellForm
from mentoring.progression.words import row_of, status_of
from people.access import signed_in
from people.models import ConsentText

LONGEST_AHEAD = timedelta(days=366)
"""Before this nobody can stand on a list."""
A_TERM = timedelta(days=4 * 366)
MOST_PLACES = 20


@signed_in
@never_cache
@require_safe
def candidacies(request: HttpRequest) -> HttpResponse:
    """One's own, and where to begin: the name of the body."""
    form = FindPlaceForm(request.GET if "q" in request.GET else None)
    places: list[Body] = []
    if form.is_valid():
        found = find(form.cleaned_data["q"], named(Body.objects.valid(timezone.localdate())))
        places = (found.matches or found.suggestions)[:MOST_PLACES]
    own = Candidacy.objects.of(request.user).select_related("election", "body")
    context = {"form": form, "places": places, "rows": [row_of(candidacy) for candidacy in own]}
    return render(request, "mentoring/candidacies.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    """For this body: which election, and a yes."""
    place = get_object_or_404(Body, slug=slug)
    elections = _elections(place, timezone.localdate())
    form = TellForm(request.POST if request.method == "POST" else None, elections=elections)
    if form.is_valid():
        candidacy = actions.tell_candidacy(form.cleaned_data["election"], place, by=request.user)
        messages.success(request, _("Mooi! Wij bewaren dat je op de lijst staat."))
        return redirect("mentoring:candidacy", key=candidacy.key)
    context = {"form": form, "place": place, "elections": elections, "consent_words": _words(CANDIDACY.name)}
    return render(request, "mentoring/candidacy_tell.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def candidacy(request: HttpRequest, key: UUID) -> HttpResponse:
    """How it stands; a POST looks for a name on the lists of this body, and changes nothing."""
    found = _own(request, key)
    form = FindMyselfForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, found, form)
    if not _may_search(request):
        form.add_error(None, _("Je zocht vaak achter elkaar. Wacht een uur en probeer het dan opnieuw."))
        return _page(request, found, form, status=429)
    words = form.cleaned_data["words"]
    entries = _search(found, words)
    claim = ClaimForm(initial={"words": words}, entries=_choices(entries)) if entries else None
    return _page(request, found, form, claim=claim, searched=True)


@signed_in
@never_cache
@require_POST
def claim(request: HttpRequest, key: UUID) -> HttpResponse:
    """ "Dit ben ik"."""
    found = _own(request, key)
    words = request.POST.get("words", "")
    search = FindMyselfForm({"words": words})
    if not _may_search(request):
        search.add_error(None, _("Je zocht vaak achter elkaar. Wacht een uur en probeer het dan opnieuw."))
        return _page(request, found, search, status=429)
    entries = _search(found, words)
    form = ClaimForm(request.POST, entries=_choices(entries))
    if not form.is_valid():
        return _page(request, found, search, claim=form, searched=True)
    entry = get_object_or_404(
        ListEntry.objects.select_related("candidate_list__body_election"), pk=form.cleaned_data["entry"]
    )
    try:
        actions.claim_entry(found, entry, words=words, by=request.user)
    except actions.NotYours as no:
        form.add_error("entry", no.text)
        return _page(request, found, search, claim=form, searched=True, status=409)
    messages.success(request, _("Gevonden. Deze plek is van jou."))
    return redirect("mentoring:candidacy", key=key)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def let_go(request: HttpRequest, key: UUID) -> HttpResponse:
    """The wrong entry; asked first, done by a press."""
    found = _own(request, key)
    if request.method == "POST":
        actions.let_entry_go(found, by=request.user)
        messages.success(request, _("Weg. Wij bewaren niet meer welke plek van jou was."))
        return redirect("mentoring:candidacy", key=key)
    return render(request, "mentoring/candidacy_let_go.html", {"candidacy": found})


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    found = _own(request, key)
    if request.method == "POST":
        actions.remove_candidacy(found, by=request.user)
        messages.success(request, _("Weg. Wij bewaren hier niets meer van."))
        return redirect("people:mine")
    return render(request, "mentoring/candidacy_remove.html", {"candidacy": found})


def _own(request: HttpRequest, key: UUID) -> Candidacy:
    return get_object_or_404(Candidacy.objects.of(request.user).select_related("election", "body", "user"), key=key)


def _page(
    request: HttpRequest,
    candidacy: Candidacy,
    form: FindMyselfForm,
    *,
    claim: ClaimForm | None = None,
    searched: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "candidacy": candidacy,
        "status": status_of(candidacy),
        "is_claimed": candidacy.is_claimed,
        "entry": lists.entry_of(candidacy.entry) if candidacy.entry else None,
        "has_lists": candidacy.is_claimed or _lists_of(candidacy) is not None,
        "form": form,
        "claim": claim,
        "searched": searched,
        "consent_words": _words(CANDIDACY_ENTRY.name) if claim else "",
    }
    return render(request, "mentoring/candidacy.html", context, status=status)


def _lists_of(candidacy: Candidacy) -> BodyElection | None:
    """The official lists of this body for this election, once they are read."""
    own = BodyElection.objects.with_lists().filter(election=candidacy.election, body=candidacy.body)
    return own.order_by("identifier").first()


def _may_search(request: HttpRequest) -> bool:
    """So many times an hour a person: the lists are there to find oneself, not to read."""
    return ratelimit.consume(request, action="search_lists")


def _search(candidacy: Candidacy, words: str) -> list[ListEntry]:
    place = _lists_of(candidacy)
    return lists.search(place, words) if place else []


def _choices(entries: list[ListEntry]) -> list[tuple[int, str]]:
    return [(entry.pk, _as_a_choice(entry)) for entry in entries]


def _as_a_choice(entry: ListEntry) -> str:
    where = f", {entry.locality}" if entry.locality else ""
    return _("%(name)s%(where)s. Lijst %(number)s, %(list)s, plek %(place)s") % {
        "name": entry.full_name,
        "where": where,
        "number": entry.candidate_list.number,
        "list": entry.candidate_list.title,
        "place": entry.number,
    }


def _elections(place: Body, today: date) -> QuerySet[Election]:
    """Those for which somebody can stand on a list by now or stood on one this term, and those whose lists we have."""
    lists_are_there = BodyElection.objects.with_lists().filter(election=OuterRef("pk"), body=place)
    this_term = Q(election_day__gte=today - A_TERM, election_day__lte=today + LONGEST_AHEAD)
    own = Election.objects.for_body(place).filter(this_term | Q(Exists(lists_are_there)))
    return own.order_by("-election_day")


def _words(purpose: str) -> str:
    text = ConsentText.objects.newest(purpose)
    return text.words if text else ""
