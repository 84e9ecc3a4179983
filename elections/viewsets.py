"""The administrator's screens for bodies and elections. What is saved here shows on /verkiezingen/ at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.admin.ui.tables import BooleanColumn

from elections.models import Body, Election, SeparateVote
from people.administration import AdministratorIndexView, AdministratorViewSet


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
    list_display = ["name", "identifier", "nomination_day", "election_day", EXPECTED]
    list_filter = ["kind"]
    search_fields = ["identifier"]
    ordering = ["-election_day", "identifier"]
    panels: list[Panel] = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("identifier")]),
        FieldRowPanel([FieldPanel("nomination_day"), FieldPanel("election_day")]),
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


SCREENS = (BodyViewSet, ElectionViewSet, SeparateVoteViewSet)
