from wagtail import hooks

from elections.introductions.desk import IntroductionCountViewSet
from elections.parties import viewsets as parties
from elections.viewsets import SCREENS
from people.administration import AdministratorViewSet


@hooks.register("register_admin_viewset")
def register_screens() -> list[AdministratorViewSet]:
    return [screen() for screen in (*SCREENS, *parties.SCREENS, IntroductionCountViewSet)]
