"""Applications at the desk: those of the own organisation, each look at a person noted."""

from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.journal import record
from people.access import needs
from people.models import Membership, Organisation, User
from people.roles import is_organiser
from people.seen import Role, What, note_view
from programmes import policies
from programmes.desk.views import AtTheDesk
from programmes.models import Application, Edition
from programmes.states import ApplicationState
from programmes.views.application_pages import answer_rows


def _own_editions(request: HttpRequest | None) -> QuerySet[Edition]:
    if request is None:
        return Edition.objects.none()
    return Edition.objects.visible_to(request.user).select_related("programme")


class ApplicationFilter(WagtailFilterSet):
    edition = django_filters.ModelChoiceFilter(label=_("Editie"), queryset=_own_editions)
    state = django_filters.ChoiceFilter(
        label=_("Stand"),
        choices=[choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT],
    )

    class Meta:
        model = Application
        fields: list[str] = []


class ApplicationIndexView(AtTheDesk, generic.IndexView):
    model = Application
    page_title = _("Aanmeldingen")
    header_icon = "form"
    index_url_name = "desk_applications:index"
    index_results_url_name = "desk_applications:index_results"
    filterset_class = ApplicationFilter
    paginate_by = 50
    default_ordering = "-submitted_at"
    show_export_buttons = False
    any_permission_required = None
    columns = [
        TitleColumn(
            "user",
            label=_("Naam"),
            accessor="user",
            get_url=lambda application: reverse("desk_applications:detail", args=[application.key]),
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("edition", label=_("Editie"), accessor="edition"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DateColumn("submitted_at", label=_("Verstuurd"), sort_key="submitted_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Application]:
        own = Application.objects.at_the_desk_of(self.request.user)
        return own.select_related("user", "edition__programme")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        _note_list(list(context["object_list"]), self.request.user)
        return context


def _note_list(applications: list[Application], by: User) -> None:
    """Names on a list are seen too: noted per organisation, in one statement each."""
    own = _organisations_of(by, {application.edition.programme_id for application in applications})
    for organisation in set(own.values()):
        persons = [found.user for found in applications if own.get(found.edition.programme_id) == organisation]
        note_view(persons, by=by, role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation)


def _organisations_of(user: User, programmes: set[int]) -> dict[int, Organisation]:
    """By programme: the organisation for which this person looks at it."""
    memberships = Membership.objects.filter(
        user=user, role=Membership.Role.ORGANISER, organisation__carries__programme__in=programmes
    ).select_related("organisation")
    pairs = memberships.values_list("organisation__carries__programme", "pk")
    by_pk = {membership.pk: membership.organisation for membership in memberships}
    return {programme: by_pk[pk] for programme, pk in pairs if programme in programmes}


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """One application with its answers; the look is journalled and told to the person."""
    own = Application.objects.at_the_desk_of(request.user).select_related("user", "edition__programme")
    application = get_object_or_404(own, key=key)
    policies.require(policies.can_read_application(request.user, application))
    programme = application.edition.programme
    organisation = _organisations_of(request.user, {programme.pk})[programme.pk]
    note_view(application.user, by=request.user, role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation)
    record(application, "view", by=request.user, scope=organisation.key, edition=application.edition.key)
    context = {
        "application": application,
        "rows": answer_rows(application),
        "breadcrumbs_items": [
            {"url": reverse("desk_applications:index"), "label": _now("Aanmeldingen")},
            {"url": "", "label": str(application.user)},
        ],
    }
    return render(request, "programmes/desk/application.html", context)


class _OrganisersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_organiser(request.user)


class ApplicationViewSet(ViewSet):
    name = "desk_applications"
    url_prefix = "aanmeldingen"
    menu_label = _("Aanmeldingen")
    icon = "form"
    menu_item_class = _OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ApplicationIndexView.as_view(), name="index"),
            path("results/", ApplicationIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", detail, name="detail"),
        ]
