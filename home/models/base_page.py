from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index


class BasePage(Page):
    """What every page has: a title and one sentence that says what it is for."""

    intro = models.TextField(
        _("inleiding"), blank=True, max_length=300, help_text=_("Eén of twee korte zinnen, groot bovenaan de pagina.")
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True
