from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from elections.desk_menu import ELECTIONS
from elections.introductions.desk import IntroductionCountViewSet
from elections.parties import viewsets as parties
from elections.viewsets import SCREENS
from people.administration import AdministrationMenu, AdministratorViewSet


@hooks.register("register_admin_viewset")
def register_screens() -> list[AdministratorViewSet]:
    return [screen() for screen in (*SCREENS, *parties.SCREENS, IntroductionCountViewSet)]


@hooks.register("register_admin_menu_item")
def register_elections() -> AdministrationMenu:
    return AdministrationMenu(_("Verkiezingen"), ELECTIONS, name="verkiezingen", icon_name="date", order=600)
