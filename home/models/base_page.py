from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from home.checking.panel import CheckPanel
from home.page_form import PlainPageForm
from home.serving import FoundWith

DEPTH_BELOW_HOME = 3  # root, home page, then the parts of the site


class BasePage(Page):
    """What every page has: a title and one sentence that says what it is for."""

    intro = models.TextField(
        _("inleiding"), blank=True, max_length=300, help_text=_("Eén of twee korte zinnen, groot bovenaan de pagina.")
    )

    base_form_class = PlainPageForm
    content_panels = [CheckPanel(heading=_("Wat kan beter")), *Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    # What home.serving found on the way to this page; None for a page that came another way.
    found_with: FoundWith | None = None

    def get_view_restrictions(self) -> models.QuerySet:
        """Of this page and all above it. A page on the way that stands for another is left to Wagtail."""
        if self.found_with is None or any(page.alias_of_id for page in self.found_with.line):
            return super().get_view_restrictions()
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=above)

    def crumbs(self) -> list[dict[str, str]]:
        """The pages above this one, without the home page: for components/breadcrumbs.html."""
        if self.depth <= DEPTH_BELOW_HOME:
            return []
        if self.found_with is not None:
            line = self.found_with.line[DEPTH_BELOW_HOME - 2 : -1]
            return [{"url": page.url, "label": page.title} for page in line]
        above = (
            self.get_ancestors()
            .filter(depth__gte=DEPTH_BELOW_HOME)
            .only("pk", "title", "url_path", "locale")
            .select_related("locale")
        )
        return [{"url": page.url, "label": page.title} for page in above]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "crumbs": self.crumbs()}
