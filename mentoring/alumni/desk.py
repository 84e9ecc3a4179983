"""Barriers at the desk: what was told of the own programmes, to place as it is or to give back with a remark."""

from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.errors import IllegalMove
from mentoring.alumni import policies
from mentoring.alumni.actions import barriers
from mentoring.alumni.forms import SendBackForm
from mentoring.alumni.models import Barrier
from mentoring.alumni.states import BarrierState
from mentoring.desk.looking import OrganisersList
from people.access import needs
from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from people.models import User
from people.pressing import press
from people.roles import is_organiser
from people.seen import Role, What, note_view


class BarrierFilter(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("Stand"), choices=BarrierState.choices)

    class Meta:
        model = Barrier
        fields: list[str] = []


class BarrierIndexView(OrganisersList):
    model = Barrier
    page_title = _("Drempels")
    header_icon = "comment"
    index_url_name = "desk_barriers:index"
    index_results_url_name = "desk_barriers:index_results"
    filterset_class = BarrierFilter
    default_ordering = "told_at"  # who waits longest comes first
    columns = [
        TitleColumn(
            "title",
            label=_("Waar het over gaat"),
            accessor=lambda barrier: Truncator(barrier.title).chars(60),
            get_url=lambda barrier: reverse("desk_barriers:detail", args=[barrier.key]),
        ),
        Column("programme", label=_("Programma")),
        Column("station", label=_("Stap"), accessor="get_station_display"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DayColumn("told_at", label=_("Verteld"), sort_key="told_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Barrier]:
        return Barrier.objects.at_the_desk_of(self.request.user).select_related("programme")

    @cached_property
    def no_results_message(self) -> str:
        return gettext("Niemand deelde nog een drempel. Deelnemers doen dat op hun eigen pagina.")


def _own(request: HttpRequest, key: UUID) -> Barrier:
    own = Barrier.objects.at_the_desk_of(request.user).select_related("programme", "user")
    return get_object_or_404(own, key=key)


def _note(barrier: Barrier, by: User) -> None:
    note_view(barrier.user, by=by, role=Role.ORGANISER, what=What.ANSWERS)


@needs(is_organiser)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """The words, and two ways on: place them as they are, or give them back. A POST gives them back."""
    barrier = _own(request, key)
    if request.method == "POST" and not policies.can_moderate_barrier(request.user, barrier):
        raise Http404
    form = SendBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            barriers.send_back_barrier(barrier, remark=form.cleaned_data["remark"], by=request.user)
        except IllegalMove:
            form.add_error(None, gettext("Dat kan nu niet meer: de stand is intussen veranderd."))
        else:
            press(request, lambda: gettext("Teruggegeven. Deze persoon krijgt een mail en kan het wijzigen."))
            return redirect("desk_barriers:detail", key=key)
    _note(barrier, request.user)
    context = {
        "barrier": barrier,
        "form": form if policies.shows_barrier_move(request.user, barrier, "send_back") else None,
        "can_publish": policies.shows_barrier_move(request.user, barrier, "publish"),
        "breadcrumbs_items": [
            {"url": reverse("desk_barriers:index"), "label": gettext("Drempels")},
            {"url": "", "label": barrier.title},
        ],
    }
    return render(request, "mentoring/alumni/desk/barrier.html", context)


@needs(is_organiser)
@require_POST
def publish(request: HttpRequest, key: UUID) -> HttpResponse:
    barrier = _own(request, key)
    if not policies.can_moderate_barrier(request.user, barrier):
        raise Http404

    def act() -> str:
        barriers.publish_barrier(barrier, by=request.user)
        return gettext("Geplaatst. Het staat nu bij Kennis.")

    press(request, act)
    return redirect("desk_barriers:detail", key=key)


class BarrierViewSet(ViewSet):
    name = "desk_barriers"
    url_prefix = "drempels"
    menu_label = _("Drempels")
    icon = "comment"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", BarrierIndexView.as_view(), name="index"),
            path("results/", BarrierIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
            path("<uuid:key>/plaatsen/", publish, name="publish"),
        ]
