from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageQuerySet
from wagtail.search import index

from home import blocks
from home.models.base_page import BasePage
from home.stations import Station


class StandardPage(BasePage):
    """A page of words: about, privacy, knowledge, what a mentor does. It can list the pages below it."""

    body = StreamField(blocks.BODY, verbose_name=_("inhoud"), blank=True)
    station = models.CharField(
        _("hoort bij stap"),
        max_length=10,
        choices=Station,
        blank=True,
        help_text=_("Waar op de weg helpt deze pagina?"),
    )
    source = models.TextField(
        _("bronnen"), blank=True, max_length=600, help_text=_("Waar staat dit, en van wanneer is dat?")
    )
    checked_on = models.DateField(_("nagekeken op"), null=True, blank=True)
    lists_children = models.BooleanField(_("toont de pagina’s eronder"), default=False)
    empty_title = models.CharField(_("kop als er nog niets onder staat"), max_length=100, blank=True)
    empty_text = models.TextField(_("tekst als er nog niets onder staat"), max_length=400, blank=True)

    template = "home/standard_page.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("station"), FieldPanel("source"), FieldPanel("checked_on")], heading=_("Herkomst")),
        MultiFieldPanel(
            [FieldPanel("lists_children"), FieldPanel("empty_title"), FieldPanel("empty_text")],
            heading=_("Pagina’s eronder"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina’s")

    def chapters(self) -> list[dict[str, Any]]:
        """The body cut at its headings: heading (None before the first one) with the blocks below it."""
        chapters: list[dict[str, Any]] = []
        for block in self.body:
            if block.block_type == "heading":
                chapters.append({"heading": block, "blocks": []})
            else:
                if not chapters:
                    chapters.append({"heading": None, "blocks": []})
                chapters[-1]["blocks"].append(block)
        return chapters

    def children_to_list(self) -> PageQuerySet:
        return StandardPage.objects.child_of(self).live().public().order_by("path")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        children = list(self.children_to_list()) if self.lists_children else []
        context["groups"] = by_station(children)
        return context

    def as_row(self) -> dict[str, Any]:
        """This page as a row of components/ballot.html."""
        return {"title": self.title, "url": self.url, "text": self.intro}


def by_station(pages: Iterable[StandardPage]) -> list[dict[str, Any]]:
    """Along the way into politics, what belongs to no step last; each group with rows for components/ballot.html."""
    found: dict[str, list[dict[str, Any]]] = {station: [] for station in [*Station, ""]}
    for page in pages:
        found[page.station].append(page.as_row())
    return [
        {"key": station or "anders", "label": _step(station), "rows": rows} for station, rows in found.items() if rows
    ]


def _step(station: str) -> str:
    return _("Stap: %(station)s") % {"station": Station(station).label.lower()} if station else str(_("En verder"))
