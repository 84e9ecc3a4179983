from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from home.drawings import DRAWINGS
from home.models import BasePage
from programmes import page_facts
from programmes.blocks import EASY, QUESTIONS, WORDS
from programmes.easy_pictures import fetch_renditions
from programmes.models.edition import Edition
from programmes.models.phase import Phase
from programmes.models.programme import Carrier, Programme
from programmes.page_panels import ProgrammePageForm, RecordsPanel
from programmes.page_sections import page_sections
from programmes.pilot import pilot_told

MOST_STORIES = 2
CARRIERS = Prefetch("carriers", Carrier.objects.select_related("organisation"))


class ProgrammePage(RoutablePageMixin, BasePage):
    """The words and pictures of a programme, one page a language. Facts stand on the Programme.

    Editions are no children of the page: an old draft that is published changes words, never an
    edition that is open, nor anyone's application.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="pages", verbose_name=_("programma"))
    drawing = models.CharField(_("tekening"), max_length=40, default="twee-stoelen", choices=DRAWINGS)
    body = StreamField(WORDS, verbose_name=_("wat je gaat doen"), blank=True)
    for_whom_text = models.TextField(_("voor wie"), max_length=600, blank=True)
    admission_text = models.TextField(_("hoe wij kiezen"), max_length=600, blank=True)
    pilot_text = models.TextField(_("over de proef en de evaluatie"), max_length=600, blank=True)
    certificate_text = models.TextField(_("wat je aan het eind krijgt"), max_length=300, blank=True)
    questions = StreamField(QUESTIONS, verbose_name=_("vragen en antwoorden"), blank=True)
    easy = StreamField(EASY, verbose_name=_("makkelijke taal"), blank=True)
    checked_by = models.CharField(
        _("nagekeken door"), max_length=120, blank=True, help_text=_("Een groep of organisatie, geen persoon.")
    )
    checked_on = models.DateField(_("nagekeken op"), null=True, blank=True)

    template = "programmes/programme_page.html"
    parent_page_types = ["programmes.ProgrammeIndexPage"]
    subpage_types: list[str] = []
    fetched_along = ("programme",)  # by home.serving

    base_form_class = ProgrammePageForm
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("programme"),
        RecordsPanel(heading=_("Feiten van het programma")),
        FieldPanel("drawing"),
        FieldPanel("body", help_text=_("Wat doet iemand op een dag, en wat heeft zij er daarna aan?")),
        FieldPanel("for_whom_text", help_text=_("Voor wie is het? Ook: wat hoef je niet te kunnen of te hebben.")),
        FieldPanel("admission_text", help_text=_("Waar let je op, en wanneer hoort iemand iets?")),
        FieldPanel("pilot_text", help_text=_("Alleen bij een proef: wat zoek je uit, en wat leerde je?")),
        FieldPanel("certificate_text"),
        FieldPanel("questions", help_text=_("Wat mensen jullie echt vragen, met een kort antwoord.")),
        MultiFieldPanel(
            [
                FieldPanel("easy", help_text=_("Vertel hetzelfde in korte regels, met bij elk blok een plaatje.")),
                FieldPanel("checked_by"),
                FieldPanel("checked_on", help_text=_("Leeg: op de pagina staat dat niemand haar nog heeft nagekeken.")),
            ],
            heading=_("Makkelijke taal"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("for_whom_text"),
        index.SearchField("questions"),
        index.SearchField("easy"),
        index.FilterField("programme"),
    ]

    class Meta:
        verbose_name = _("programmapagina")
        verbose_name_plural = _("programmapagina’s")

    def clean(self) -> None:
        super().clean()
        if self.programme_id and self._others().exists():
            raise ValidationError({"programme": _("Dit programma heeft al een pagina in deze taal.")})

    def _others(self) -> models.QuerySet:
        same = ProgrammePage.objects.filter(programme=self.programme_id, locale=self.locale_id)
        return same.exclude(pk=self.pk)

    def get_route_paths(self) -> list[str]:
        """Where it can be found: each leads on when the page gets another address."""
        return ["/", "/makkelijke-taal/"]

    @path("")
    def whole(self, request: HttpRequest) -> TemplateResponse:
        return self.render(request, context_overrides=self._all_facts())

    @path("makkelijke-taal/", name="easy")
    def in_easy_language(self, request: HttpRequest) -> TemplateResponse:
        fetch_renditions(self.easy)
        template = "programmes/programme_easy.html"
        return self.render(request, context_overrides=self._easy_facts(), template=template)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        here = self.get_url(request)
        context = super().get_context(request, *args, **kwargs)
        return context | {"full_url": here, "easy_url": f"{here}makkelijke-taal/"}

    def _all_facts(self) -> dict[str, Any]:
        """As they are now, in a fixed number of queries."""
        programme, editions = self._programme_with_editions("criteria", "safeguarding_contacts", CARRIERS)
        edition = page_facts.shown_edition(editions)
        stations = page_facts.stations(Phase.objects.on_the_page(programme, edition))
        return {
            "programme": programme,
            "editions": editions,
            "badge": page_facts.badge_of(programme, edition),
            "term": page_facts.term(edition) | page_facts.booking(programme, edition),
            "several": page_facts.several_to_come(editions),
            "facts": page_facts.page_facts(programme, edition, editions),
            "stations": stations,
            "is_funnel": any(station["entry"] or station["outcome"] for station in stations),
            "criteria": page_facts.criteria(programme),
            "admission": page_facts.how_admission_works(edition) if edition else "",
            "pilot": pilot_told(programme),
            "organisations": page_facts.organisations(programme),
            "sections": page_sections(programme),
            "contacts": page_facts.contacts(programme),
            "for_whom": page_facts.for_whom(programme),
            "stories": self.stories(programme),
        }

    def _easy_facts(self) -> dict[str, Any]:
        programme, editions = self._programme_with_editions("safeguarding_contacts")
        edition = page_facts.shown_edition(editions)
        return {
            "programme": programme,
            "term": page_facts.term(edition) | page_facts.booking(programme, edition),
            "contacts": page_facts.contacts(programme),
        }

    def _programme_with_editions(self, *along: str | Prefetch) -> tuple[Programme, list[Edition]]:
        """The programme with what is asked along, and the editions that the public may know of.

        All of its editions are read, since one in preparation makes it as sensitive as any.
        """
        programme = self.programme
        models.prefetch_related_objects([programme], *along)
        editions = list(Edition.objects.filter(programme=programme).with_places_taken())
        programme.has_sensitive_edition = any(edition.is_sensitive for edition in editions)
        return programme, [edition for edition in editions if edition.is_announced]

    def stories(self, programme: Programme) -> list[dict[str, Any]]:
        """Who took part and tells of it; nobody where taking part tells something of health or origin."""
        from programmes.models.story_page import StoryPage

        if programme.is_sensitive:
            return []
        told = StoryPage.objects.told().filter(story__programme=programme, locale=self.locale_id)
        return [page.as_row() for page in told[:MOST_STORIES]]
