from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from people.administration import COUNTS, MENU, AdministrationMenu, AdministratorViewSet
from people.colleagues.desk import ColleagueViewSet
from people.colleagues.desk_portal_roles import PortalRoleViewSet
from people.journal.desk import JournalViewSet
from people.viewsets import SCREENS


class OwnOrganisationGroup(ViewSetGroup):
    """Who works there, and what was done."""

    menu_label = _("Organisatie")
    menu_icon = "group"
    menu_order = 60
    items = (ColleagueViewSet, JournalViewSet)


@hooks.register("register_admin_menu_item")
def register_administration() -> AdministrationMenu:
    return AdministrationMenu(_("Beheer"), MENU, name="beheer", icon_name="cogs", order=620)


@hooks.register("register_admin_menu_item")
def register_counts() -> AdministrationMenu:
    return AdministrationMenu(_("Tellingen"), COUNTS, name="tellingen", icon_name="table", order=610)


@hooks.register("register_admin_viewset")
def register_screens() -> list[AdministratorViewSet]:
    return [screen() for screen in SCREENS]


@hooks.register("register_admin_viewset")
def register_colleagues() -> list[ViewSet | ViewSetGroup]:
    return [OwnOrganisationGroup(), PortalRoleViewSet()]
