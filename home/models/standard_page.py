from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageQuerySet
from wagtail.search import index

from home import blocks
from home.chapters import Chapter, chapters
from home.knowledge import PAGE, Entry, by_station, find
from home.models.base_page import BasePage
from home.stations import Station
from home.topics import Reader, Topic

PAGE_SIZE = 48
KNOWLEDGE = "kennis"


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
    topic = models.CharField(
        _("onderwerp"),
        max_length=10,
        choices=Topic,
        blank=True,
        help_text=_("Zo vindt de lezer deze pagina bij kennis."),
    )
    reader = models.CharField(_("voor wie"), max_length=12, choices=Reader, blank=True)
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
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(name) for name in ("topic", "station", "reader")])],
            heading=_("Waar het bij hoort"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldPanel("checked_on", help_text=_("Op welke dag je de bronnen las. Na een jaar vragen wij erom.")),
            ],
            heading=_("Herkomst"),
        ),
        MultiFieldPanel(
            [FieldPanel("lists_children"), FieldPanel("empty_title"), FieldPanel("empty_text")],
            heading=_("Pagina’s eronder"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina’s")

    def chapters(self) -> list[Chapter]:
        return chapters(self.body)

    def children_to_list(self) -> PageQuerySet:
        return StandardPage.objects.child_of(self).live().public().select_related("locale").order_by("path")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if not self.lists_children:
            return context
        own = [entry for child in self.children_to_list() for entry in child.entries(request)]
        found = find([*own, *self._entries_of_other_floors()], request.GET)
        page = Paginator(found.pages, PAGE_SIZE).get_page(request.GET.get(PAGE))
        return {
            **context,
            "found": found,
            "listed": page,
            "groups": by_station(page),
            "materials": [entry.as_row() for entry in found.materials] if page.number == 1 else [],
            "clear_url": self.get_url(request),
        }

    def _entries_of_other_floors(self) -> list[Entry]:
        """Only among the pages of knowledge."""
        if self.slug != KNOWLEDGE:
            return []
        language = self.locale.language_code
        return [entry for path in settings.KNOWLEDGE_ENTRIES for entry in import_string(path)(language)]

    def entries(self, request: HttpRequest | None = None) -> list[Entry]:
        """This page and what one can learn from on it, as a list of knowledge shows them."""
        url = self.get_url(request) or ""
        page = Entry(self.title, self.intro, url, onderwerp=self.topic, stap=self.station, wie=self.reader)
        items = [item for block in self.body if block.block_type == "materials" for item in block.value]
        return [page, *(self._material(item, url) for item in items)]

    def _material(self, item: Any, url: str) -> Entry:
        """What does not say where it stands, stands on this page."""
        return Entry(
            item["title"],
            item["text"],
            item["address"] or url,
            onderwerp=item["topic"] or self.topic,
            stap=item["station"] or self.station,
            wie=item["reader"],
            by=item["by"],
            is_material=True,
        )
