"""Pairs and proposals at the desk: since when, and whether they speak. What they say stays between the two."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from mentoring import policies
from mentoring.actions.matches import end_match, take_back_match
from mentoring.desk.buttons import Button, in_order
from mentoring.desk.looking import OrganisersList, name_of, note_matches, own_matches
from mentoring.desk.pair_words import check_ins_in_words, days_in_words, nudges_in_words, wish_in_words
from mentoring.desk.words import fit_in_words, match_in_words, reasons_in_words
from mentoring.health import Health
from mentoring.models import Match
from mentoring.pace import policies as pace_policies
from mentoring.pace.actions.check_ins import respond_to_help
from mentoring.pace.actions.nudging import nudge_by_hand
from mentoring.pace.days import days_of, of_health, with_days
from mentoring.states import GOING_ON, UNANSWERED, MatchState
from people.access import needs
from people.desk_columns import DayColumn
from people.pressing import press
from people.roles import is_organiser
from programmes.models import Edition, Programme

VERBS = {
    "nudge": (
        nudge_by_hand,
        pace_policies.can_nudge_by_hand,
        pace_policies.shows_nudge_by_hand,
        _("Vraag of zij elkaar spraken"),
    ),
    "take_back": (take_back_match, policies.can_take_back, policies.shows_take_back, _("Trek het voorstel in")),
    "end": (end_match, policies.can_end_match, policies.shows_end, _("Sluit dit koppel af")),
}

WARNINGS = {
    "take_back": _("Beiden krijgen een mail dat het niet doorgaat. De deelnemer staat weer bij wie een mentor zoekt."),
    "end": _("Beiden krijgen een mail dat het is afgesloten. Hun gesprekken in het portaal stoppen."),
}


def _own_editions(request: HttpRequest | None) -> QuerySet[Edition]:
    if request is None:
        return Edition.objects.none()
    own = Programme.objects.carried_by(request.user)
    return Edition.objects.filter(programme__in=own).select_related("programme")


class PairFilter(WagtailFilterSet):
    edition = django_filters.ModelChoiceFilter(
        field_name="participation__edition", label=_("Editie"), queryset=_own_editions
    )
    state = django_filters.ChoiceFilter(
        label=_("Stand"), choices=[choice for choice in MatchState.choices if choice[0] != MatchState.PREPARED]
    )
    health = django_filters.ChoiceFilter(label=_("Hoe gaat het"), choices=Health.choices, method="filter_health")

    class Meta:
        model = Match
        fields: list[str] = []

    def filter_health(self, matches: QuerySet[Match], _name: str, health: str) -> QuerySet[Match]:
        return of_health(matches, health, timezone.localdate())


def health_in_words(match: Match) -> str:
    """Of a pair that goes on; a proposal has none yet."""
    return str(days_of(match).health(timezone.localdate()).label) if match.is_active else ""


def _asked_until(match: Match) -> datetime | date | None:
    """Only where somebody may still answer."""
    return match.last_day if match.state in UNANSWERED else None


class PairIndexView(OrganisersList):
    model = Match
    page_title = _("Koppels")
    header_icon = "link"
    index_url_name = "desk_pairs:index"
    index_results_url_name = "desk_pairs:index_results"
    filterset_class = PairFilter
    when_empty = _("Er is nog geen koppel. Begin bij Koppelen: met de hand, of met een ronde.")
    default_ordering = "-proposed_at"
    columns = [
        TitleColumn(
            "mentee",
            label=_("Deelnemer"),
            accessor=lambda match: name_of(match.participation),
            get_url=lambda match: reverse("desk_pairs:detail", args=[match.key]),
        ),
        Column("mentor", label=_("Mentor"), accessor="mentor.user"),
        Column("state", label=_("Stand"), accessor=match_in_words),
        Column("health", label=_("Hoe gaat het"), accessor=health_in_words),
        DayColumn("active_at", label=_("Koppel sinds"), sort_key="active_at"),
        DayColumn("last_day", label=_("Antwoord uiterlijk"), accessor=_asked_until, sort_key="answer_until"),
    ]

    def get_base_queryset(self) -> QuerySet[Match]:
        return with_days(own_matches(self.request.user).exclude(proposed_at=None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        note_matches(context["object_list"], self.request.user)
        return context


def _match(request: HttpRequest, key: UUID) -> Match:
    return get_object_or_404(with_days(own_matches(request.user).exclude(proposed_at=None)), key=key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    match = _match(request, key)
    note_matches([match], request.user)
    context = {
        "match": match,
        "name": name_of(match.participation),
        "stands": match_in_words(match),
        "health": health_in_words(match),
        "fit": fit_in_words(match.score),
        "sides": reasons_in_words(match),
        "days": days_in_words(match),
        "asked_until": _asked_until(match),
        "is_over": match.state not in GOING_ON,
        "wish": wish_in_words(match),
        "check_ins": check_ins_in_words(match, request.user),
        "nudges": nudges_in_words(match),
        **in_order(
            [
                Button(
                    label, reverse("desk_pairs:move", args=[match.key, verb]), verb == "nudge", WARNINGS.get(verb, "")
                )
                for verb, (_act, _may, shows, label) in VERBS.items()
                if shows(request.user, match)
            ]
        ),
        "breadcrumbs_items": [
            {"url": reverse("desk_pairs:index"), "label": gettext("Koppels")},
            {"url": "", "label": name_of(match.participation)},
        ],
    }
    return render(request, "mentoring/desk/pair.html", context)


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    match = _match(request, key)
    action, may, _shows, _label = VERBS[verb]
    if not may(request.user, match):
        raise Http404

    def act() -> str:
        done = action(match, by=request.user)
        if verb == "nudge":
            return gettext("Beiden krijgen een mail met één vraag. Daarin staat geen naam.")
        return gettext("De stand is nu: %(state)s.") % {"state": done.get_state_display()}

    press(request, act)
    return redirect("desk_pairs:detail", key=key)


@needs(is_organiser)
@require_POST
def respond(request: HttpRequest, key: UUID, check_in: UUID) -> HttpResponse:
    """ "Ik heb hierop gereageerd": it waits at nobody's desk any more."""
    match = _match(request, key)
    asked = get_object_or_404(match.check_ins.answered(), key=check_in)
    if not pace_policies.can_respond(request.user, asked):
        raise Http404

    def act() -> str:
        respond_to_help(asked, by=request.user)
        return gettext("Genoteerd. Deze vraag om hulp wacht niet meer.")

    press(request, act)
    return redirect("desk_pairs:detail", key=key)
