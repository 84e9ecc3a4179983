"""The first page of /cms/: what waits for whoever looks, gathered from the floors by name."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from people.desk_sections import DeskSection, Door

PAGE_ACTIONS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


def pages(request: HttpRequest) -> DeskSection | None:
    """The way to the pages, for who may edit any; what waits there Wagtail says itself, below."""
    if not page_permission_policy.user_has_any_permission(request.user, PAGE_ACTIONS):
        return None
    own = Door(_("Bekijk jouw pagina’s en wat beter kan"), reverse("page_checks"))
    return DeskSection(_("Pagina’s"), doors=(own, Door(_("Bewerk pagina’s"), reverse("wagtailadmin_explore_root"))))


class WaitingPanel(Component):
    """ "Wat wacht op mij": the sections that have tasks, or else what one can do."""

    name = "waiting"
    template_name = "portal/desk/waiting.html"
    order = 100

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        found = [import_string(path)(request) for path in settings.DESK_SECTIONS]
        sections = [section for section in found if section is not None]
        return {
            "sections": [section for section in sections if section.tasks],
            "doors": [door for section in sections for door in section.doors],
        }
