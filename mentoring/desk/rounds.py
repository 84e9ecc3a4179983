"""Matching rounds at the desk: begin, look, pin, take out, compute again, send; and how people answered."""

from collections import Counter
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn

from lifecycle.errors import Refused
from mentoring import policies
from mentoring.actions import rounds
from mentoring.computing.models import Stage
from mentoring.desk.beginning import LONGEST_TYPED, BeginForm
from mentoring.desk.buttons import Button, in_order
from mentoring.desk.looking import OrganisersList, name_of, note_matches, note_participants, own_matches
from mentoring.desk.own_rounds import own_round
from mentoring.desk.previewing import narrowed, preview
from mentoring.desk.tuning import LABELS as TUNED
from mentoring.desk.words import fit_in_words
from mentoring.matching import load_weights
from mentoring.models import Match, Round
from mentoring.pool import seekers
from mentoring.states import MatchState, RoundState
from mentoring.waiting import Why, at_the_desk
from people.access import needs
from people.desk_columns import DayColumn
from people.models import User
from people.pressing import press
from people.roles import is_organiser
from programmes.models import Edition, Participation, Programme

LABELS = {
    "compute": _("Bereken de koppels"),
    "send": _("Verstuur de voorstellen"),
    "close": _("Sluit de ronde af"),
    "drop": _("Laat de ronde vervallen"),
}
WARNINGS = {
    "drop": _("De koppels van deze ronde gaan weg. Niemand hoort ervan. Daarna kun je een nieuwe ronde beginnen."),
}
GO_ON = ("go_on", _("Zoek zelf verder na een nee"))
STOP_GOING_ON = ("stop_going_on", _("Zoek niet zelf verder"))
GOING_ON = {"go_on": True, "stop_going_on": False}
PAIR_VERBS = ("pin", "unpin", "forbid", "allow")
MOST_LEFT_OVER = 50


def _pairs_kept(round: Any) -> int | str:
    """Of a round of long ago the pairs went: then nothing is said, not that there were none."""
    return round.pairs if round.pairs or round.is_at_work else ""


class RoundIndexView(OrganisersList):
    model = Round
    page_title = _("Koppelrondes")
    header_icon = "group"
    index_url_name = "desk_rounds:index"
    index_results_url_name = "desk_rounds:index_results"
    when_empty = _("Er is nog geen koppelronde. Kies bij Koppelen een editie, en begin er een.")
    default_ordering = "-begun_at"
    columns = [
        TitleColumn(
            "edition", label=_("Editie"), get_url=lambda round: reverse("desk_rounds:detail", args=[round.key])
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        Column("pairs", label=_("Koppels"), accessor=_pairs_kept),
        DayColumn("begun_at", label=_("Begonnen"), sort_key="begun_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Round]:
        taken_out = Q(matches__state=MatchState.TAKEN_BACK, matches__proposed_at=None)
        at_the_desk = Match.objects.at_the_desk_of(self.request.user)
        standing = Count("matches", filter=Q(matches__in=at_the_desk) & ~taken_out)
        own = Round.objects.at_the_desk_of(self.request.user)
        return own.select_related("edition__programme").annotate(pairs=standing)


@needs(is_organiser)
@require_POST
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    """From the page of an edition; a second press, or a colleague's, leads to the round that there is."""
    own = Programme.objects.carried_by(request.user)
    edition = get_object_or_404(Edition.objects.filter(programme__in=own).select_related("programme"), key=key)
    form = BeginForm(request.POST)
    if not form.is_valid():
        typed = urlencode({"dagen": request.POST.get("answer_days", "")[:LONGEST_TYPED]})
        return redirect(f"{reverse('desk_pairing:edition', args=[key])}?{typed}#ronde")
    try:
        round = rounds.begin_round(edition, by=request.user, answer_days=form.cleaned_data["answer_days"])
        rounds.ask_to_compute(round, by=request.user)
    except rounds.AlreadyBegun as refused:
        messages.warning(request, refused.text)
        round = Round.objects.at_work().get(edition=edition)
    return redirect("desk_rounds:detail", key=round.key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """At work: a preview with the reasons of both sides. Sent: how each proposal stands."""
    round = own_round(request, key)
    seen = preview(round, request)
    note_matches(seen["page"], request.user)
    computing = rounds.computation_of(round)
    context = {
        "round": round,
        **seen,
        "computing": computing,
        "steps": len(Stage),
        "gave_up": not computing and round.computations.given_up().filter(asked_at__gte=_since(round)).exists(),
        "tuned": _tuned(round),
        "raising": _raising(round),
        "answers": _answers(round, request),
        **in_order(_buttons(round, request.user, computing=bool(computing))),
        "is_dropped": not (round.is_at_work or round.is_sent),
        "can_send": not computing and policies.shows_round_move(request.user, round, "send"),
        "can_tune": not computing and policies.shows_round_move(request.user, round, "compute"),
        "can_go_on": policies.shows_round_move(request.user, round, "close"),
        **(_beside(round, request) if round.is_at_work else {}),
        "breadcrumbs_items": [
            {"url": reverse("desk_rounds:index"), "label": gettext("Koppelrondes")},
            {"url": "", "label": round.edition.name},
        ],
    }
    return render(request, "mentoring/desk/round.html", context)


def _buttons(round: Round, user: User, *, computing: bool) -> list[Button]:
    """What can be done with it now; while it is computed, only to let it go."""
    shown = [
        verb for verb in LABELS if policies.shows_round_move(user, round, verb) and (verb in WARNINGS or not computing)
    ]
    labels: dict[str, Any] = {**LABELS, "compute": _("Bereken opnieuw") if round.computed_at else LABELS["compute"]}
    if "close" in shown:
        verb, label = STOP_GOING_ON if round.goes_on else GO_ON
        shown.append(verb)
        labels[verb] = label
    leads_on = "send" if "send" in shown else "compute"
    return [
        Button(
            labels[verb],
            reverse("desk_rounds:move", args=[round.key, verb]),
            leads_on=verb == leads_on,
            warning=WARNINGS.get(verb, ""),
        )
        for verb in shown
    ]


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    if verb not in LABELS and verb not in GOING_ON:
        raise Http404
    round = own_round(request, key)
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
    if verb in GOING_ON:
        rounds.let_go_on(round, by=request.user, goes_on=GOING_ON[verb])
        if GOING_ON[verb]:
            return gettext("Na een nee zoekt de ronde zelf verder.")
        return gettext("De ronde zoekt niet meer zelf verder.")
    if verb == "compute" and rounds.ask_to_compute(round, by=request.user):
        return gettext("De koppels worden berekend. Je kunt intussen iets anders doen.")
    if verb == "compute":
        return gettext("De ronde is nu: %(state)s.") % {"state": RoundState.READY.label}
    act = {"close": rounds.close_round, "drop": rounds.drop_round}[verb]
    round = act(round, by=request.user)
    return gettext("De ronde is nu: %(state)s.") % {"state": round.get_state_display()}


@needs(is_organiser)
@require_POST
def move_pair(request: HttpRequest, key: UUID, match: UUID, verb: str) -> HttpResponse:
    """Pin, let go, take out, or allow again. A pair that a colleague's press removed meanwhile is told as that."""
    if verb not in PAIR_VERBS:
        raise Http404
    round = own_round(request, key)
    found = own_matches(request.user).filter(round=round, key=match).select_related("round__edition").first()

    def act() -> str:
        if found is None:
            raise Refused(gettext("Dit koppel staat niet meer in de ronde. Kijk opnieuw."))
        return _changed(found, verb, request)

    press(request, act)
    return redirect(f"{reverse('desk_rounds:detail', args=[key])}{narrowed(request)}")


def _changed(match: Match, verb: str, request: HttpRequest) -> str:
    if verb == "forbid":
        rounds.forbid_pair(match, by=request.user)
        return gettext("Dit koppel is eruit. Bereken opnieuw om een ander te vinden.")
    if verb == "allow":
        rounds.allow_pair(match, by=request.user)
        return gettext("Dit koppel mag weer. Bereken opnieuw.")
    rounds.pin_match(match, by=request.user, pinned=verb == "pin")
    return gettext("Dit koppel staat vast.") if verb == "pin" else gettext("Dit koppel staat los.")


def _since(round: Round) -> datetime:
    return round.computed_at or round.begun_at


def _tuned(round: Round) -> list[str]:
    """What counts otherwise than usual in this round."""
    usual = load_weights().weight
    return [f"{TUNED[code].lower()} {number} ({usual[code]})" for code, number in round.tuned.items() if code in usual]


def _raising(round: Round) -> dict[str, Any] | None:
    """What it took to raise the worst-off, in words: people are not ranked by a number."""
    if not round.raising or not round.raises_worst_off:
        return None
    before, after = round.raising["before"], round.raising["after"]
    return {
        "before": fit_in_words(before),
        "after": fit_in_words(after),
        "is_raised": after > before,
        "in_words": fit_in_words(before) != fit_in_words(after),
        "cost": _cost(round),
    }


def _cost(round: Round) -> str:
    """Of the total that was possible, in hundredths. Nothing once the certificate, and so the total, is gone."""
    if not round.certificate:
        return ""
    total = round.certificate.get("total", 0) + round.raising["points"]
    if not round.raising["points"] or not total:
        return gettext("Dat kostte de anderen niets.")
    share = round.raising["points"] * 100 / total
    if share < 1:
        return gettext("Dat kostte alle koppels samen minder dan 1 procent.")
    return gettext("Dat kostte alle koppels samen ongeveer %(share)s procent.") % {"share": f"{share:.0f}"}


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
    whys = at_the_desk(people)
    out = list(own_matches(request.user).taken_out().filter(round=round).order_by("pk")[:MOST_LEFT_OVER])
    note_matches(out, request.user)
    return {
        "left_over": [{"user": one.user, "why": _why_left_over(whys.get(one.pk))} for one in people],
        "number_left_over": left_over.count(),
        "taken_out": [{"match": match, "name": name_of(match.participation)} for match in out],
    }


def _why_left_over(why: Why | None) -> str:
    return str(why.label) if why == Why.PROFILE else gettext("geen mentor met plek past")


def _named(participations: QuerySet[Participation]) -> QuerySet[Participation]:
    return participations.select_related("user__mentee_profile", "edition")
