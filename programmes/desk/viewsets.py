from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from programmes.access.desk.screens import ACCESS_DESK_URLS
from programmes.agenda.desk import AGENDA_DESK_URLS, COMING, EventEditView, EventIndexView
from programmes.agenda.desk_forms import EventForm
from programmes.applying.complaints.desk import ComplaintViewSet
from programmes.desk import applications, call_backs, edition_overview, edition_state, panels, participations
from programmes.desk.forms import EditionForm, ProgrammeForm
from programmes.desk.lots import LOTS_DESK_URLS
from programmes.desk.permissions import DeskPolicy
from programmes.desk.programme import ProgrammeCreateView, ProgrammeEditView
from programmes.desk.reviewing import REVIEW_DESK_URLS
from programmes.desk.taking_off import PAGE_DESK_URLS
from programmes.desk.talks import TALK_DESK_URLS
from programmes.desk.views import OwnCreateView, OwnDeleteView, OwnEditView, OwnIndexView
from programmes.exporting.desk import EXPORT_DESK_URLS
from programmes.importing.desk import IMPORT_DESK_URLS
from programmes.mailing.desk import GroupMessageViewSet
from programmes.models import Edition, Event, Programme
from programmes.small_programme.desk import SmallProgrammeViewSet
from programmes.taking_part.desk_urls import GROUP_DESK_URLS


class DeskViewSet(ModelViewSet):
    """List, new, edit, delete, and no door more: each one asks whose the record is."""

    index_view_class = OwnIndexView
    add_view_class = OwnCreateView
    edit_view_class = OwnEditView
    delete_view_class = OwnDeleteView
    copy_view_enabled = False
    add_to_reference_index = False

    @property
    def permission_policy(self) -> DeskPolicy:
        return DeskPolicy(self.model)

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Any:
        """Without links to doors that are not there."""
        return super().construct_view(view_class, **{**kwargs, "history_url_name": None, "usage_url_name": None})

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = {"index", "index_results", "add", "edit", "delete"}
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]


class ProgrammeViewSet(DeskViewSet):
    model = Programme
    name = "desk_programmes"
    url_prefix = "programmas"
    menu_label = _("Programma’s")
    icon = "folder-open-inverse"
    add_view_class = ProgrammeCreateView
    edit_view_class = ProgrammeEditView
    list_display = ["name", "get_for_whom_display"]
    search_fields = ["name"]
    ordering = ["name"]
    edit_handler = ObjectList(panels.PROGRAMME, base_form_class=ProgrammeForm)


def _overview_url(edition: Edition) -> str:
    return reverse("desk_edition", args=[edition.key])


class EditionIndexView(OwnIndexView):
    """An edition's name leads to all that is done with it; its facts are one of the doors there."""

    related = ("programme",)

    def get_edit_url(self, instance: Edition) -> str:
        return _overview_url(instance)


def _state_url(edition: Edition) -> str:
    return reverse("desk_edition_state", args=[edition.key])


class EditionCreateView(OwnCreateView):
    """From a new edition on to what is needed to open it."""

    def get_success_url(self) -> str:
        return _state_url(self.object)


class EditionEditView(OwnEditView):
    @property
    def header_more_buttons(self) -> list[Button]:
        state = Button(gettext("Stand, openen en sluiten"), url=_state_url(self.object), icon_name="cog")
        return [*super().header_more_buttons, state]

    def get_success_url(self) -> str:
        return _state_url(self.object)


class EditionViewSet(DeskViewSet):
    model = Edition
    name = "desk_editions"
    url_prefix = "edities"
    menu_label = _("Edities")
    icon = "calendar-alt"
    index_view_class = EditionIndexView
    add_view_class = EditionCreateView
    edit_view_class = EditionEditView
    list_display = [
        "name",
        "programme",
        TitleColumn("get_state_display", label=_("Stand"), get_url=_state_url),
        "closes_at",
    ]
    search_fields = ["name", "programme__name"]
    edit_handler = ObjectList(panels.EDITION, base_form_class=EditionForm)


class EventViewSet(DeskViewSet):
    model = Event
    name = "desk_events"
    url_prefix = "bijeenkomsten"
    menu_label = _("Bijeenkomsten")
    icon = "date"
    index_view_class = EventIndexView
    edit_view_class = EventEditView
    list_display = ["title", "organisation", "starts_at", "town", COMING]
    search_fields = ["title", "town"]
    ordering = ["-starts_at"]
    edit_handler = ObjectList(panels.EVENT, base_form_class=EventForm)


class PeopleGroup(ViewSetGroup):
    """Who asks something of the organisation, or takes part."""

    menu_label = _("Mensen")
    menu_icon = "group"
    menu_order = 20
    items = (
        applications.ApplicationViewSet,
        participations.ParticipationViewSet,
        call_backs.CallBackViewSet,
        ComplaintViewSet,
        GroupMessageViewSet,
    )


class ProgrammesGroup(ViewSetGroup):
    menu_label = _("Programma’s")
    menu_icon = "list-ul"
    menu_order = 40
    items = (SmallProgrammeViewSet, ProgrammeViewSet, EditionViewSet, EventViewSet)


DESK_URLS = [
    path("edities/<uuid:key>/", edition_overview.edition_overview, name="desk_edition"),
    path("edities/<uuid:key>/stand/", edition_state.edition_state, name="desk_edition_state"),
    path("edities/<uuid:key>/stand/<slug:verb>/", edition_state.move_edition, name="desk_edition_move"),
    path("vragen/<int:pk>/vrijgeven/", edition_state.clear, name="desk_question_clear"),
    path("edities/<uuid:key>/laat-zien/", edition_state.allow, name="desk_edition_allow_reveals"),
    *REVIEW_DESK_URLS,
    *LOTS_DESK_URLS,
    *TALK_DESK_URLS,
    *AGENDA_DESK_URLS,
    *ACCESS_DESK_URLS,
    *GROUP_DESK_URLS,
    *IMPORT_DESK_URLS,
    *EXPORT_DESK_URLS,
    *PAGE_DESK_URLS,
]
