from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from home.drawings import DRAWINGS
from home.models import BasePage
from home.public_pages import for_everyone
from programmes.blocks import WORDS
from programmes.models.programme_page import ProgrammePage
from programmes.models.story import Story

PAGE_SIZE = 12


class StoryPageQuerySet(PageQuerySet):
    def told(self) -> Self:
        """What visitors may read, the newest first: live, with the yes of its teller, without a threat."""
        told = for_everyone(self.live()).filter(story__in=Story.objects.told())
        return told.select_related("story", "locale").defer_streamfields().order_by("-story__told_at", "-pk")


class StoryPage(BasePage):
    """The words of a story, one page a language, with a drawing: a portrait cannot be taken back from who copied it.

    Pages are made by an action alone, from a story whose teller said yes. None outlives that yes.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="pages", editable=False)
    teller = models.CharField(
        _("verteller"), max_length=60, help_text=_("Zoals de verteller wil heten. Een voornaam is genoeg.")
    )
    about_teller = models.CharField(_("over de verteller"), max_length=160, blank=True)
    quote = models.CharField(_("citaat"), max_length=200, help_text=_("Eén of twee zinnen, zonder aanhalingstekens."))
    drawing = models.CharField(_("tekening"), max_length=40, default="twee-stoelen", choices=DRAWINGS)
    body = StreamField(WORDS, verbose_name=_("het verhaal"), blank=True)

    objects = PageManager.from_queryset(StoryPageQuerySet)()

    template = "programmes/story_page.html"
    parent_page_types = ["programmes.StoryIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False

    content_panels = [
        *BasePage.content_panels,
        *(FieldPanel(name) for name in ("teller", "about_teller", "quote", "drawing", "body")),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("teller", "about_teller", "quote", "body")),
        index.FilterField("story"),
    ]

    class Meta:
        verbose_name = _("verhaal op de site")
        verbose_name_plural = _("verhalen op de site")

    def clean(self) -> None:
        """Held at every way of saving, also that of an old draft."""
        super().clean()
        if not self.story.is_consented:
            raise ValidationError(_("De verteller heeft geen toestemming gegeven, of nam haar terug."))
        if StoryPage.objects.filter(story=self.story_id, locale=self.locale_id).exclude(pk=self.pk).exists():
            raise ValidationError(_("Dit verhaal heeft al een pagina in deze taal."))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.story.is_told:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        others = StoryPage.objects.told().sibling_of(self, inclusive=False)[:2]
        return {
            **super().get_context(request, *args, **kwargs),
            "others": [other.as_row() for other in others],
            "programme": self.programme_page(),
        }

    def programme_page(self) -> ProgrammePage | None:
        """None where taking part tells something of health or origin: then the story names no programme."""
        programme = self.story.programme
        if programme is None or programme.is_sensitive:
            return None
        return ProgrammePage.objects.live().filter(programme=programme, locale=self.locale_id).first()

    def as_row(self) -> dict[str, Any]:
        """As components/ballot.html takes it."""
        facts = [fact for fact in (self.teller, self.about_teller) if fact]
        return {"title": self.title, "url": self.url, "text": self.intro, "facts": facts}


class StoryIndexPage(BasePage):
    """/verhalen/: the newest first."""

    template = "programmes/story_index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["programmes.StoryPage"]
    max_count = 2  # one a language

    class Meta:
        verbose_name = _("overzicht van verhalen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        told = StoryPage.objects.told().child_of(self)
        page = Paginator(told, PAGE_SIZE).get_page(request.GET.get("pagina"))
        return {**super().get_context(request, *args, **kwargs), "stories_page": page, "rows": list(page)}
