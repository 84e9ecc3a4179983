from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.desk import WaitingPanel


@hooks.register("construct_homepage_panels")
def put_first_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("construct_help_menu")
def bring_no_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """A badge beside the menu is for what waits; a new version of Wagtail is no task of anybody here."""
    items[:] = [item for item in items if not item.name.startswith("whats-new-in-wagtail")]
