"""The administrator's screens for bodies and elections. What is saved here shows on /verkiezingen/ at once."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel

from elections.models import Body, Election, SeparateVote
from people.administration import AdministratorIndexView, AdministratorViewSet


class BodyViewSet(AdministratorViewSet):
    """The reference lists say which there are; an administrator only says how people call one."""

    model = Body
    name = "bodies"
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
        FieldRowPanel([FieldPanel("name", read_only=True), FieldPanel("kind", read_only=True)]),
        FieldRowPanel([FieldPanel("code", read_only=True), FieldPanel("domain", read_only=True)]),
        FieldRowPanel([FieldPanel("province", read_only=True), FieldPanel("inhabitants", read_only=True)]),
        FieldRowPanel([FieldPanel("valid_from", read_only=True), FieldPanel("valid_until", read_only=True)]),
        FieldPanel("successor", read_only=True),
    ]


class ElectionViewSet(AdministratorViewSet):
    """Never deleted: candidacies point at it."""

    model = Election
    name = "desk_elections"
    url_prefix = "beheer/verkiezingen"
    icon = "calendar-check"
    menu_order = 60
    list_display = ["name", "identifier", "nomination_day", "election_day", "is_expected"]
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
    name = "separate_votes"
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
