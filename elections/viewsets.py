"""The administrator's screens for bodies and elections. What is saved here shows on /verkiezingen/ at once."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column

from elections import desk_views
from elections.desk_menu import ELECTIONS
from elections.models import Body, BodyElection, ElectedCandidate, Election, SeparateVote
from people.administration import AdministratorIndexView, AdministratorInspectView, AdministratorViewSet

MOST_FILES, MOST_UNCLEAR = 60, 100


class Shown(FieldPanel):
    """What the reference lists say: to read, not to change."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{**kwargs, "read_only": True})

    def format_value_for_display(self, value: Any) -> Any:
        return "–" if value in (None, "") else super().format_value_for_display(value)


class BodyViewSet(AdministratorViewSet):
    """The reference lists say which there are; an administrator only says how people call one."""

    model = Body
    name = "admin_bodies"
    url_prefix = "beheer/besturen"
    icon = "site"
    menu_order = 50
    menu_hook = ELECTIONS
    verbs = frozenset({"change"})
    list_display = ["name", "kind", "alias", "province", "code"]
    list_filter = ["kind", "province"]
    search_fields = ["name", "alias", "code"]
    ordering = ["name", "kind"]
    panels: list[Panel] = [
        FieldPanel("alias"),
        FieldRowPanel([Shown("name"), Shown("kind")]),
        FieldRowPanel([Shown("code"), Shown("domain")]),
        FieldRowPanel([Shown("province"), Shown("inhabitants")]),
        FieldRowPanel([Shown("valid_from"), Shown("valid_until")]),
        Shown("successor"),
    ]


EXPECTED = BooleanColumn("is_expected", label=_("Verwacht"))


class ElectionViewSet(AdministratorViewSet):
    """Never deleted: candidacies point at it."""

    model = Election
    name = "admin_elections"
    url_prefix = "beheer/verkiezingen"
    icon = "calendar-check"
    menu_order = 60
    menu_hook = ELECTIONS
    list_display = ["name", "identifier", "nomination_day", "election_day", EXPECTED]
    list_filter = ["kind"]
    search_fields = ["identifier"]
    ordering = ["-election_day", "identifier"]
    panels: list[Panel] = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("identifier")]),
        FieldRowPanel([FieldPanel("nomination_day"), FieldPanel("election_day")]),
        FieldPanel("registration_day"),
        FieldPanel("is_expected"),
    ]


class SeparateVoteIndexView(AdministratorIndexView):
    related = ("body", "election")


class SeparateVoteViewSet(AdministratorViewSet):
    model = SeparateVote
    name = "admin_separate_votes"
    url_prefix = "beheer/aparte-verkiezingen"
    icon = "resubmit"
    menu_order = 65
    menu_hook = ELECTIONS
    verbs = frozenset({"add", "change", "delete"})
    index_view_class = SeparateVoteIndexView
    list_display = ["body", "election", "season", "year"]
    list_filter = ["year"]
    search_fields = ["body__name", "body__alias"]
    ordering = ["-year", "body__name"]
    panels: list[Panel] = [
        FieldRowPanel([FieldPanel("body"), FieldPanel("election")]),
        FieldRowPanel([FieldPanel("season"), FieldPanel("year")]),
    ]


class OfficialListsIndexView(AdministratorIndexView):
    related = ("election",)
    page_title = _("Officiële lijsten")
    add_item_label = _("Lees bestanden in")

    def get_base_queryset(self) -> QuerySet[BodyElection]:
        return BodyElection.objects.counted().select_related(*self.related)


class OfficialListsInspectView(AdministratorInspectView):
    """What was read of one body, and who in the result is not recognised on its lists."""

    page_title = _("Officiële lijst")
    template_name = "elections/desk/body_election.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        elected = self.object.elected
        return {
            **super().get_context_data(**kwargs),
            "files": self.object.files.all()[:MOST_FILES],
            "unclear": elected.filter(joined__in=ElectedCandidate.UNCLEAR)[:MOST_UNCLEAR],
            "is_waiting": elected.filter(joined=ElectedCandidate.Joined.WAITING).exists(),
        }


def _remark(body_election: BodyElection) -> Any:
    return _("Onbekend bestuur") if body_election.is_marked else ""


class OfficialListsViewSet(AdministratorViewSet):
    """Read from the official files, never written by hand."""

    model = BodyElection
    name = "admin_official_lists"
    url_prefix = "beheer/officiele-lijsten"
    icon = "list-ul"
    menu_label = _("Officiële lijsten")
    menu_order = 68
    menu_hook = ELECTIONS
    verbs = frozenset({"add", "view"})
    index_view_class = OfficialListsIndexView
    inspect_view_class = OfficialListsInspectView
    inspect_view_fields = ["identifier"]
    list_display = [
        "name",
        "election_day",
        Column("lists_count", label=_("Lijsten"), accessor="lists_count"),
        Column("entries_count", label=_("Kandidaten"), accessor="entries_count"),
        Column("elected_count", label=_("Gekozen"), accessor="elected_count"),
        Column("unclear_count", label=_("Niet herkend"), accessor="unclear_count"),
        Column("remark", label=_("Let op"), accessor=_remark),
    ]
    list_filter = ["category", "is_marked"]
    search_fields = ["name", "identifier"]
    ordering = ["-election_day", "identifier"]
    form_fields: list[str] = []

    def get_urlpatterns(self) -> list[URLPattern]:
        """Nothing is added by hand: the door for that leads to the files."""
        others = [pattern for pattern in super().get_urlpatterns() if pattern.name != "add"]
        return [*others, path("inlezen/", desk_views.read_files, name="add")]


SCREENS = (BodyViewSet, ElectionViewSet, SeparateVoteViewSet, OfficialListsViewSet)
