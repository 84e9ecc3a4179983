from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from home.page_form import PlainPageForm

DEPTH_BELOW_HOME = 3  # root, home page, then the parts of the site


class BasePage(Page):
    """What every page has: a title and one sentence that says what it is for."""

    intro = models.TextField(
        _("inleiding"), blank=True, max_length=300, help_text=_("Eén of twee korte zinnen, groot bovenaan de pagina.")
    )

    base_form_class = PlainPageForm
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    def crumbs(self) -> list[dict[str, str]]:
        """The pages above this one, without the home page: for components/breadcrumbs.html."""
        if self.depth <= DEPTH_BELOW_HOME:
            return []
        above = (
            self.get_ancestors()
            .filter(depth__gte=DEPTH_BELOW_HOME)
            .only("pk", "title", "url_path", "locale")
            .select_related("locale")
        )
        return [{"url": page.url, "label": page.title} for page in above]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "crumbs": self.crumbs()}
