"""Matching rounds at the desk: begin, look, pin, take out, compute again, send; and how people answered."""

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import rounds
from mentoring.desk.looking import PAGE, ForOrganisers, name_of, note_matches, note_participants, own_matches
from mentoring.desk.words import fit_in_words, match_in_words, reasons_in_words
from mentoring.models import Match, Round
from mentoring.pool import seekers
from mentoring.states import MatchState
from people.access import needs
from people.desk_columns import DayColumn
from people.pressing import press
from people.roles import is_organiser
from programmes.models import Edition, Participation, Programme

LABELS = {
    "compute": _("Bereken de koppels"),
    "send": _("Verstuur de voorstellen"),
    "close": _("Sluit de ronde af"),
    "drop": _("Laat de ronde vervallen"),
}
PAIR_VERBS = ("pin", "unpin", "forbid", "allow")
MOST_LEFT_OVER = 50


class RoundIndexView(ForOrganisers, generic.IndexView):
    model = Round
    page_title = _("Koppelrondes")
    header_icon = "group"
    index_url_name = "desk_rounds:index"
    index_results_url_name = "desk_rounds:index_results"
    paginate_by = PAGE
    default_ordering = "-begun_at"
    show_export_buttons = False
    any_permission_required = None
    is_searchable = False
    columns = [
        TitleColumn(
            "edition", label=_("Editie"), get_url=lambda round: reverse("desk_rounds:detail", args=[round.key])
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        Column("pairs", label=_("Koppels")),
        DayColumn("begun_at", label=_("Begonnen"), sort_key="begun_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Round]:
        taken_out = Q(matches__state=MatchState.TAKEN_BACK, matches__proposed_at=None)
        at_the_desk = Match.objects.at_the_desk_of(self.request.user)
        standing = Count("matches", filter=Q(matches__in=at_the_desk) & ~taken_out)
        own = Round.objects.at_the_desk_of(self.request.user)
        return own.select_related("edition__programme").annotate(pairs=standing)

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []


class BeginForm(forms.ModelForm):
    class Meta:
        model = Round
        fields = ["answer_days"]


@needs(is_organiser)
@require_POST
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    """From the page of an edition; a second press, or a colleague's, leads to the round that there is."""
    own = Programme.objects.carried_by(request.user)
    edition = get_object_or_404(Edition.objects.filter(programme__in=own).select_related("programme"), key=key)
    form = BeginForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Kies 2 tot 60 dagen om te antwoorden."))
        return redirect("desk_pairing:edition", key=key)
    try:
        round = rounds.begin_round(edition, by=request.user, answer_days=form.cleaned_data["answer_days"])
        rounds.compute_round(round, by=request.user)
    except rounds.AlreadyBegun as refused:
        messages.warning(request, refused.text)
        round = Round.objects.at_work().get(edition=edition)
    return redirect("desk_rounds:detail", key=round.key)


def _round(request: HttpRequest, key: UUID) -> Round:
    own = Round.objects.at_the_desk_of(request.user).select_related("edition__programme")
    return get_object_or_404(own, key=key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """At work: a preview with the reasons of both sides. Sent: how each proposal stands."""
    round = _round(request, key)
    standing = own_matches(request.user).filter(round=round).exclude(pk__in=Match.objects.taken_out())
    page = Paginator(standing.order_by("participation__admitted_at", "pk"), PAGE).get_page(request.GET.get("p"))
    note_matches(page, request.user)
    context = {
        "round": round,
        "page": page,
        "rows": [_row(match) for match in page],
        "answers": _answers(round, request),
        "buttons": [
            {"verb": verb, "label": label}
            for verb, label in LABELS.items()
            if policies.shows_round_move(request.user, round, verb)
        ],
        **(_beside(round, request) if round.is_at_work else {}),
        "breadcrumbs_items": [
            {"url": reverse("desk_rounds:index"), "label": gettext("Koppelrondes")},
            {"url": "", "label": round.edition.name},
        ],
    }
    return render(request, "mentoring/desk/round.html", context)


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    if verb not in LABELS:
        raise Http404
    round = _round(request, key)
    press(request, lambda: _done(round, verb, request))
    return redirect("desk_rounds:detail", key=key)


def _done(round: Round, verb: str, request: HttpRequest) -> str:
    """Does it, and says what came of it."""
    if verb == "send":
        sent = rounds.send_round(round, by=request.user)
        out = ngettext("%(count)s voorstel is verstuurd.", "%(count)s voorstellen zijn verstuurd.", sent.proposed)
        said = out % {"count": sent.proposed}
        if not sent.left_out:
            return said
        fell = ngettext("%(count)s koppel kon niet meer.", "%(count)s koppels konden niet meer.", sent.left_out)
        return f"{said} {fell % {'count': sent.left_out}}"
    act = {"compute": rounds.compute_round, "close": rounds.close_round, "drop": rounds.drop_round}[verb]
    round = act(round, by=request.user)
    return gettext("De ronde is nu: %(state)s.") % {"state": round.get_state_display()}


@needs(is_organiser)
@require_POST
def move_pair(request: HttpRequest, key: UUID, match: UUID, verb: str) -> HttpResponse:
    """Pin, let go, take out, or allow again. A pair that a colleague's press removed meanwhile is told as that."""
    if verb not in PAIR_VERBS:
        raise Http404
    round = _round(request, key)
    found = own_matches(request.user).filter(round=round, key=match).select_related("round__edition").first()

    def act() -> str:
        if found is None:
            raise Refused(gettext("Dit koppel staat niet meer in de ronde. Kijk opnieuw."))
        return _changed(found, verb, request)

    press(request, act)
    return redirect("desk_rounds:detail", key=key)


def _changed(match: Match, verb: str, request: HttpRequest) -> str:
    if verb == "forbid":
        rounds.forbid_pair(match, by=request.user)
        return gettext("Dit koppel is eruit. Bereken opnieuw om een ander te vinden.")
    if verb == "allow":
        rounds.allow_pair(match, by=request.user)
        return gettext("Dit koppel mag weer. Bereken opnieuw.")
    rounds.pin_match(match, by=request.user, pinned=verb == "pin")
    return gettext("Dit koppel staat vast.") if verb == "pin" else gettext("Dit koppel staat los.")


def _row(match: Match) -> dict[str, Any]:
    return {
        "match": match,
        "name": name_of(match.participation),
        "fit": fit_in_words(match.score),
        "sides": reasons_in_words(match),
        "stands": match_in_words(match),
    }


def _answers(round: Round, request: HttpRequest) -> list[dict[str, Any]]:
    """How many proposals stand how, once they are sent; of the people whom this organiser sees."""
    if not round.is_sent:
        return []
    labels = dict(MatchState.choices)
    states = Match.objects.at_the_desk_of(request.user).filter(round=round).order_by().values_list("state", flat=True)
    numbers = Counter(states)
    return [{"label": labels[state], "number": numbers[state]} for state in labels if numbers[state]]


def _beside(round: Round, request: HttpRequest) -> dict[str, Any]:
    """Who has nobody in this preview, and what was taken out of it."""
    laid = Match.objects.prepared().filter(round=round).values("participation")
    left_over = seekers(round.edition, by=request.user).exclude(pk__in=laid)
    people = list(_named(left_over)[:MOST_LEFT_OVER])
    note_participants(people, request.user)
    out = list(own_matches(request.user).taken_out().filter(round=round).order_by("pk")[:MOST_LEFT_OVER])
    note_matches(out, request.user)
    return {
        "left_over": people,
        "number_left_over": left_over.count(),
        "taken_out": [{"match": match, "name": name_of(match.participation)} for match in out],
    }


def _named(participations: QuerySet[Participation]) -> QuerySet[Participation]:
    return participations.select_related("user__mentee_profile", "edition")
