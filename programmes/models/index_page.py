from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import BasePage
from home.public_pages import for_everyone
from programmes.filters import ProgrammeFilter
from programmes.models.edition import Edition
from programmes.models.programme_page import ProgrammePage
from programmes.page_facts import badge_of, row_facts, shown_edition

PAGE_SIZE = 24
PAGE = "pagina"


class ProgrammeIndexPage(BasePage):
    """All programmes, with filters."""

    template = "programmes/programme_index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["programmes.ProgrammePage"]
    max_count = 2  # one a language

    class Meta:
        verbose_name = _("overzicht van programma’s")

    def programmes(self) -> QuerySet:
        """The pages to list with all that a row needs; those that are open come first."""
        editions = Edition.objects.announced().with_places_taken()
        open_now = Edition.objects.open(timezone.now()).filter(programme=OuterRef("programme"))
        return (
            for_everyone(ProgrammePage.objects.child_of(self).live())
            .select_related("programme")
            .prefetch_related(Prefetch("programme__editions", editions))
            .defer_streamfields()
            .order_by(Exists(open_now).desc(), "title")
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        found = ProgrammeFilter(request.GET, queryset=self.programmes())
        chips = found.chosen()
        page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get(PAGE))
        context.update(
            filter_form=found.form,
            chosen=len(chips),
            chips=[{"label": chip["label"], "url": _without(request.GET, chip)} for chip in chips],
            clear_url=self.get_url(request),
            rows=[as_row(programme_page, request) for programme_page in page],
            results=page,
        )
        return context


def as_row(page: ProgrammePage, request: HttpRequest) -> dict[str, Any]:
    edition = shown_edition(page.programme.editions.all())
    return {
        "title": page.title,
        "url": page.get_url(request),
        "text": page.intro,
        "facts": row_facts(page.programme),
        "badge": badge_of(page.programme, edition),
    }


def _without(query: QueryDict, chip: dict[str, Any]) -> str:
    """The list without one choice, from its first page."""
    kept = query.copy()
    kept.setlist(chip["name"], [value for value in query.getlist(chip["name"]) if value != chip["value"]])
    kept.pop(PAGE, None)
    return f"?{kept.urlencode()}"
