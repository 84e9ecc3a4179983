"""Participants at the desk: exact and live, of the own programmes; each look at a person noted."""

from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet

from people.access import needs
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.pressing import press
from people.roles import is_organiser
from programmes import policies
from programmes.actions.participations import complete_participation, leave_participation
from programmes.desk import columns
from programmes.desk.applications import own_editions
from programmes.desk.looking import note_list, note_look, shown_name
from programmes.desk.participant_panels import panels
from programmes.desk.views import DeskList
from programmes.models import Application, Participation
from programmes.states import ParticipationState
from programmes.taking_part.choices import LeavingReason
from programmes.taking_part.desk_urls import PARTICIPANT_URLS

VERBS = {"complete": complete_participation, "leave": leave_participation}


class ParticipationFilter(WagtailFilterSet):
    edition = django_filters.ModelChoiceFilter(label=_("Editie"), queryset=own_editions)
    state = django_filters.ChoiceFilter(label=_("Stand"), choices=ParticipationState.choices)

    class Meta:
        model = Participation
        fields: list[str] = []


class ParticipationIndexView(DeskList):
    model = Participation
    page_title = _("Deelnemers")
    header_icon = "group"
    index_url_name = "desk_participations:index"
    index_results_url_name = "desk_participations:index_results"
    filterset_class = ParticipationFilter
    default_ordering = "-admitted_at"
    columns = [
        TitleColumn(
            "user",
            label=_("Naam"),
            accessor=shown_name,
            get_url=lambda participation: reverse("desk_participations:detail", args=[participation.key]),
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("edition", label=_("Editie"), accessor="edition"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DayColumn("admitted_at", label=_("Toegelaten"), sort_key="admitted_at"),
        *columns.as_columns(),
    ]

    def get_base_queryset(self) -> QuerySet[Participation]:
        own = Participation.objects.at_the_desk_of(self.request.user)
        return own.with_consent_asked().select_related("user", "edition__programme")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        columns.tell(context["object_list"])
        note_list(list(context["object_list"]), self.request.user)
        return context


def _own(request: HttpRequest, key: UUID) -> Participation:
    own = Participation.objects.at_the_desk_of(request.user).with_consent_asked()
    return get_object_or_404(own.select_related("user", "edition__programme"), key=key)


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    participation = _own(request, key)
    hidden = participation.awaits_consent
    if not hidden:
        note_look(participation, request.user)
    context = {
        "participation": participation,
        "name": shown_name(participation),
        "is_hidden": hidden,
        "facts": [] if hidden else columns.facts(participation),
        "panels": [] if hidden else panels(request, participation),
        "application": _application_of(request, participation),
        "leaving_reasons": LeavingReason.choices,
        "verbs": [verb for verb in VERBS if policies.shows_move(request.user, participation, verb)],
        "breadcrumbs_items": [
            {"url": reverse("desk_participations:index"), "label": gettext("Deelnemers")},
            {"url": "", "label": shown_name(participation)},
        ],
    }
    return render(request, "programmes/desk/participation.html", context)


def _application_of(request: HttpRequest, participation: Participation) -> Application | None:
    """Kept less long than the participation."""
    own = Application.objects.at_the_desk_of(request.user)
    return own.filter(edition=participation.edition, user=participation.user).first()


@needs(is_organiser)
@require_POST
def move(request: HttpRequest, key: UUID, verb: str) -> HttpResponse:
    participation = _own(request, key)
    if verb not in VERBS:
        raise Http404

    reason = request.POST.get("reason", "")
    facts = {"reason": reason} if verb == "leave" and reason in LeavingReason.values else {}

    def act() -> str:
        VERBS[verb](participation, by=request.user, **facts)
        return gettext("Bewaard.")

    press(request, act)
    return redirect("desk_participations:detail", key=key)


class ParticipationViewSet(ViewSet):
    name = "desk_participations"
    url_prefix = "deelnemers"
    menu_label = _("Deelnemers")
    icon = "group"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ParticipationIndexView.as_view(), name="index"),
            path("results/", ParticipationIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
            *PARTICIPANT_URLS,
            path("<uuid:key>/<slug:verb>/", move, name="move"),
        ]
