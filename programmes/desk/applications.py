"""Applications at the desk: those of the own organisation, each look at a person noted."""

from typing import Any
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet

from lifecycle.journal import record
from people.access import needs
from people.models import Organisation, User
from people.roles import is_organiser
from people.seen import Role, What, note_view
from programmes import policies
from programmes.desk.views import AtTheDesk
from programmes.models import Application, Carrier, Edition
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


def _name(application: Application) -> str:
    """Nobody, until this person agrees to what the edition reveals by now."""
    return gettext("Wacht op toestemming") if application.awaits_consent else str(application.user)


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
            accessor=_name,
            get_url=lambda application: reverse("desk_applications:detail", args=[application.key]),
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("edition", label=_("Editie"), accessor="edition"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DateColumn("submitted_at", label=_("Verstuurd"), sort_key="submitted_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Application]:
        own = Application.objects.at_the_desk_of(self.request.user)
        return own.with_consent_asked().select_related("user", "edition__programme")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        _note_list(list(context["object_list"]), self.request.user)
        return context


def _note_list(applications: list[Application], by: User) -> None:
    """Names on a list are seen too: noted per organisation, in one statement each."""
    own = _looked_at_for([application for application in applications if not application.awaits_consent], by)
    for organisation in set(own.values()):
        persons = [application.user for application, theirs in own.items() if theirs == organisation]
        note_view(persons, by=by, role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation)


def _looked_at_for(applications: list[Application], by: User) -> dict[Application, Organisation]:
    """The organisation for which this person looks at each: one that carried the programme when it was sent."""
    programmes = {application.edition.programme_id for application in applications}
    carriers = list(Carrier.objects.organised_by(by).filter(programme__in=programmes).select_related("organisation"))
    return {
        application: carrier.organisation
        for application in applications
        for carrier in reversed(carriers)  # the first one stays
        if carrier.programme_id == application.edition.programme_id and carrier.since <= application.submitted_at
    }


@needs(is_organiser)
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """One application with its answers; the look is journalled and told to the person."""
    own = Application.objects.at_the_desk_of(request.user).with_consent_asked()
    application = get_object_or_404(own.select_related("user", "edition__programme"), key=key)
    policies.require(policies.can_read_application(request.user, application))
    if not application.awaits_consent:
        _note_look(application, request.user)
    context = {
        "application": application,
        "name": _name(application),
        "is_hidden": application.awaits_consent,
        "rows": [] if application.awaits_consent else answer_rows(application),
        "breadcrumbs_items": [
            {"url": reverse("desk_applications:index"), "label": gettext("Aanmeldingen")},
            {"url": "", "label": _name(application)},
        ],
    }
    return render(request, "programmes/desk/application.html", context)


def _note_look(application: Application, by: User) -> None:
    organisation = _looked_at_for([application], by)[application]
    note_view(application.user, by=by, role=Role.ORGANISER, what=What.APPLICATION, organisation=organisation)
    record(application, "view", by=by, scope=organisation.key, edition=application.edition.key)


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
