"""What could be better about this page, above its fields."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from home.checking.reading import Checker
from home.checking.told import advice

MOST = 12  # more at once is no help


class CheckPanel(Panel):
    """Reads the version that was saved last; nothing here keeps anybody from saving or publishing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/desk/check_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and not self.form.is_bound

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            found = Checker([self.instance]).findings(self.instance)
            return {
                **context,
                "advice": [advice(finding) for finding in found[:MOST]],
                "more": max(0, len(found) - MOST),
                "report_url": reverse("page_checks"),
            }
