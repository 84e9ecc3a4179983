"""Applications at the desk: those of the own organisation, each look at a person noted."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton

from people.desk_columns import DayColumn
from people.desk_menu import OrganisersItem
from programmes.desk.application import decide, detail
from programmes.desk.looking import note_list, shown_name
from programmes.desk.reviewing import assign
from programmes.desk.talking import talk
from programmes.desk.together import together
from programmes.desk.views import DeskList
from programmes.models import Application, Edition
from programmes.states import ApplicationState


def own_editions(request: HttpRequest | None) -> QuerySet[Edition]:
    if request is None:
        return Edition.objects.none()
    return Edition.objects.visible_to(request.user).select_related("programme")


class ApplicationFilter(WagtailFilterSet):
    edition = django_filters.ModelChoiceFilter(label=_("Editie"), queryset=own_editions)
    state = django_filters.ChoiceFilter(
        label=_("Stand"),
        choices=[choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT],
    )

    class Meta:
        model = Application
        fields: list[str] = []


class ApplicationIndexView(DeskList):
    model = Application
    page_title = _("Aanmeldingen")
    header_icon = "form"
    index_url_name = "desk_applications:index"
    index_results_url_name = "desk_applications:index_results"
    filterset_class = ApplicationFilter
    default_ordering = "submitted_at"  # as they came in: where admission goes by order, that is the order
    columns = [
        TitleColumn(
            "user",
            label=_("Naam"),
            accessor=shown_name,
            get_url=lambda application: reverse("desk_applications:detail", args=[application.key]),
        ),
        Column("programme", label=_("Programma"), accessor="edition.programme"),
        Column("edition", label=_("Editie"), accessor="edition"),
        Column("state", label=_("Stand"), accessor="get_state_display"),
        DayColumn("submitted_at", label=_("Verstuurd"), sort_key="submitted_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Application]:
        own = Application.objects.at_the_desk_of(self.request.user)
        return own.with_consent_asked().select_related("user", "edition__programme")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return [HeaderButton(gettext("Samen beslissen"), url=reverse("desk_applications:together"), icon_name="tick")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        note_list(list(context["object_list"]), self.request.user)
        return context


class ApplicationViewSet(ViewSet):
    name = "desk_applications"
    url_prefix = "aanmeldingen"
    menu_label = _("Aanmeldingen")
    icon = "form"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ApplicationIndexView.as_view(), name="index"),
            path("results/", ApplicationIndexView.as_view(results_only=True), name="index_results"),
            path("samen/", together, name="together"),
            path("<uuid:key>/", detail, name="detail"),
            path("<uuid:key>/besluit/", decide, name="decide"),
            path("<uuid:key>/gesprek/<slug:verb>/", talk, name="talk"),
            path("<uuid:key>/lezer/", assign, name="assign"),
        ]
