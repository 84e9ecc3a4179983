from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from portal.desk import WaitingPanel
from portal.desk_menu import order_reports, say_pages_as_we_do, way_back
from portal.set_up.keeping_up import FOREIGN, LAID

hooks.register("register_admin_menu_item", way_back)
hooks.register("construct_main_menu", say_pages_as_we_do)
hooks.register("construct_reports_menu", order_reports)


@hooks.register("register_log_actions")
def say_what_the_site_laid(actions: Any) -> None:
    actions.register_action(LAID, _("Onderdelen van de site"), _("Onderdelen die de site zelf maakt staan erin"))
    actions.register_action(FOREIGN, _("Eigen woorden"), _("Iemand schreef hier zelf: de site laat die woorden staan"))


@hooks.register("construct_homepage_panels")
def put_first_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("construct_help_menu")
def bring_no_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """A badge beside the menu is for what waits; a new version of Wagtail is no task of anybody here.

    Nor is its guide, which is in English and tells of a desk that is not ours.
    """
    items[:] = [item for item in items if not item.name.startswith(("whats-new-in-wagtail", "editor-guide"))]


@hooks.register("register_help_menu_item")
def help_at_hand() -> MenuItem:
    """As on every page of who is signed in."""
    return MenuItem(
        _("Hulp bij dreiging of zorgen"), reverse_lazy("people:help"), name="hulp", icon_name="help", order=1
    )


@hooks.register("insert_global_admin_css")
def look_like_the_site() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/desk.css"))


def keep_wagtails_mail_in() -> None:
    """It is sent beside our letters and says the title of a page, and so the name of a programme."""
    task_submitted.disconnect(sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
    for signal, event in (
        (workflow_submitted, "submitted"),
        (workflow_rejected, "rejected"),
        (workflow_approved, "approved"),
    ):
        signal.disconnect(sender=WorkflowState, dispatch_uid=f"workflow_state_{event}_email_notification")


keep_wagtails_mail_in()
