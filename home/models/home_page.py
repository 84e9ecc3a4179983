from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home.models.base_page import BasePage
from home.sections import home_sections
from home.stations import Station


def _sentence(name: Any) -> models.CharField:
    return models.CharField(name, max_length=200, blank=True)


class HomePage(BasePage):
    """The front door: what this is, and what someone can do now.

    Words are the editor's; what is open, figures and events come from the floors above by settings.HOME_SECTIONS.
    """

    hero_note = _sentence(_("regel onder de knoppen"))
    want = _sentence(_("willen"))
    may = _sentence(_("mogen"))
    can = _sentence(_("kunnen"))
    go = _sentence(_("gaan"))
    ask_title = _sentence(_("kop van de kaart"))
    ask_text = models.TextField(_("tekst van de kaart"), max_length=300, blank=True)
    mentor_title = _sentence(_("kop van de kaart"))
    mentor_text = models.TextField(_("tekst van de kaart"), max_length=300, blank=True)

    template = "home/home_page.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("hero_note", help_text=_("Eén korte zin: wat het kost en hoe lang het duurt.")),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("want", "may", "can", "go")],
            heading=_("De weg in vier stappen"),
            help_text=_("Bij elke stap één zin: wat doet iemand daar?"),
        ),
        MultiFieldPanel([FieldPanel("ask_title"), FieldPanel("ask_text")], heading=_("Vraag iemand")),
        MultiFieldPanel([FieldPanel("mentor_title"), FieldPanel("mentor_text")], heading=_("Mentor worden")),
    ]

    max_count = 2  # one a language

    class Meta:
        verbose_name = _("voorpagina")

    def stations(self) -> list[dict[str, Any]]:
        """The path, as components/path.html takes it; the last station is the goal."""
        texts = {Station.WANT: self.want, Station.MAY: self.may, Station.CAN: self.can, Station.GO: self.go}
        return [
            {"title": station.label, "text": text, "state": "goal" if station == Station.GO else ""}
            for station, text in texts.items()
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "sections": home_sections(request), "stations": self.stations()}
