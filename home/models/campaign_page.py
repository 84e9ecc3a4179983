from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home import blocks
from home.campaigns.counting import count_visit
from home.chapters import Chapter, chapters
from home.drawings import DRAWINGS
from home.models.base_page import BasePage
from home.sections import home_sections
from people.sources import read_source

MOST_LISTED = 24


class CampaignPage(BasePage):
    """Where a poster, a flyer or a message leads to. Each opening is counted, by the last part of the address.

    Its links carry that word on (`?bron=`), to the form by which an account is made; nothing is kept of a visitor.
    """

    body = StreamField(blocks.BODY, verbose_name=_("inhoud"), blank=True)
    drawing = models.CharField(_("tekening"), max_length=40, default="stembiljet", choices=DRAWINGS)
    shows_open = models.BooleanField(
        _("toont wat nu open is"),
        default=True,
        help_text=_(
            "De programma’s die nu open zijn. Is er geen open? Dan wat iemand nu al kan doen, en ‘laat het me weten’."
        ),
    )
    is_example = models.BooleanField(_("voorbeeldinhoud"), default=False, editable=False)

    template = "home/campaign_page.html"
    parent_page_types = ["home.CampaignIndexPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, *(FieldPanel(name) for name in ("drawing", "body", "shows_open"))]

    class Meta:
        verbose_name = _("campagnepagina")
        verbose_name_plural = _("campagnepagina’s")

    def clean(self) -> None:
        super().clean()
        if self.slug and not read_source(self.slug):
            raise ValidationError({"slug": _("Gebruik hoogstens 60 kleine letters, cijfers en streepjes.")})

    @property
    def source(self) -> str:
        """The word by which this campaign is counted: the same for its page in each language."""
        return self.slug

    def chapters(self) -> list[Chapter]:
        return chapters(self.body)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Never from the cache (settings.PAGE_CACHE_NEVER). What a browser only fetches beforehand is no visit."""
        if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
            count_visit(self.source)
        response = super().serve(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        sections = home_sections(request) if self.shows_open else {}
        context = super().get_context(request, *args, **kwargs)
        return {**context, "carried_source": self.source, "now": sections.get("now")}

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """None: who comes by a search engine did not come by the campaign."""
        return []


class CampaignIndexPage(BasePage):
    """/campagne/: the campaigns that run, for who lost the end of an address."""

    template = "home/campaign_index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.CampaignPage"]
    max_count = 2  # one a language

    class Meta:
        verbose_name = _("overzicht van campagnes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pages = CampaignPage.objects.child_of(self).live().public().select_related("locale").defer_streamfields()
        rows = [{"title": page.title, "url": page.get_url(request), "text": page.intro} for page in pages[:MOST_LISTED]]
        return {**super().get_context(request, *args, **kwargs), "rows": rows}

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return []
