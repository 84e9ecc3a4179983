"""/cms/reports/nakijken/: the own pages, with what could be better about each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from home.checking.reading import Checker
from home.checking.told import summed


class PageChecksView(ReportView):
    """Only what one may edit: the title of others' drafts is not for here. Read as it was saved last."""

    page_title = _("Pagina’s nakijken")
    header_icon = "glasses"
    index_url_name = "page_checks"
    index_results_url_name = "page_checks_results"
    results_template_name = "home/desk/page_checks.html"
    any_permission_required = None
    show_export_buttons = False
    FORMATS = ()  # no list becomes a file by an address: what leaves the desk has its own door
    list_export: list[str] = []
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Page]:
        own = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return own.filter(depth__gt=1).order_by("-live", "title", "pk")

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        drafts = _as_saved_last(object_list)
        checker = Checker(drafts)
        return [{"page": page, "found": summed(checker.findings(page))} for page in drafts]


def _as_saved_last(pages: Iterable[Page]) -> list[Any]:
    """Whole pages, fetched by kind; only of those with changes that wait, the version is read."""
    listed = list(pages)
    whole = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in listed]).specific()}
    return [
        whole[page.pk].get_latest_revision_as_object() if page.has_unpublished_changes else whole[page.pk]
        for page in listed
    ]
