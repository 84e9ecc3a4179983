from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home import blocks
from home.models.base_page import BasePage


class StandardPage(BasePage):
    """A page of words: about, privacy, knowledge, what a mentor does."""

    body = StreamField(blocks.BODY, verbose_name=_("inhoud"), blank=True)

    template = "home/standard_page.html"
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina’s")
