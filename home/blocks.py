"""The parts an editor builds a page from, under names an editor understands.

Each part has one template in templates/home/blocks/. A figure cannot be saved without date and source.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from home.drawings import DRAWINGS
from home.stations import Station
from home.topics import Reader, Topic
from people.privacy import in_words, keep_until_table

PROSE = ["bold", "ul", "ol", "link", "document-link"]


class LinkBlock(blocks.StructBlock):
    """A link to a page of the site (which follows when the page moves) or to an address."""

    label = blocks.CharBlock(label=_("tekst van de link"), max_length=100)
    page = blocks.PageChooserBlock(label=_("pagina"), required=False)
    address = blocks.CharBlock(
        label=_("of een adres"),
        required=False,
        max_length=300,
        help_text=_("Begin met / voor een adres op deze site, of met https://."),
    )

    class Meta:
        icon = "link"
        label = _("link")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        address = cleaned.get("address") or ""
        if not cleaned.get("page") and not address:
            raise StructBlockValidationError(non_block_errors=[_("Kies een pagina of vul een adres in.")])
        if address and not address.startswith(("/", "https://", "mailto:", "tel:")):
            raise StructBlockValidationError(block_errors={"address": ValidationError(_("Begin met / of https://."))})
        return cleaned


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("kop")
        template = "home/blocks/heading.html"
        help_text = _("Kort. Zeg wat de lezer hier vindt.")


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("tekst")
        template = "home/blocks/text.html"
        help_text = _("Zinnen van hoogstens 15 woorden. Spreek de lezer aan met je.")


class FigureBlock(blocks.StructBlock):
    """One number, never without when it was measured and by whom."""

    number = blocks.CharBlock(label=_("getal"), max_length=12)
    unit = blocks.CharBlock(label=_("eenheid"), required=False, max_length=12, help_text=_("Bijvoorbeeld %."))
    text = blocks.CharBlock(label=_("wat het getal zegt"), max_length=200)
    measured_on = blocks.CharBlock(label=_("wanneer gemeten"), max_length=100)
    source = blocks.CharBlock(label=_("bron"), max_length=200)

    class Meta:
        icon = "order"
        label = _("cijfer met bron")
        template = "home/blocks/figure.html"


class ActionBlock(blocks.StructBlock):
    """A card with the one thing to do next."""

    title = blocks.CharBlock(label=_("kop"), max_length=100)
    text = blocks.TextBlock(label=_("tekst"), required=False, max_length=400)
    link = LinkBlock()

    class Meta:
        icon = "pick"
        label = _("kaart met een knop")
        template = "home/blocks/action.html"
        help_text = _("Gebruik er hoogstens één op een pagina.")


class FactBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("woord"), max_length=100)
    value = blocks.TextBlock(label=_("uitleg"), max_length=600)

    class Meta:
        label = _("feit")


class MaterialBlock(blocks.StructBlock):
    """One thing to learn from. It also stands in the list of knowledge, where readers find it by topic and for whom."""

    title = blocks.CharBlock(label=_("naam"), max_length=120)
    text = blocks.TextBlock(label=_("wat het is"), max_length=400)
    reader = blocks.ChoiceBlock(label=_("voor wie"), choices=Reader.choices)
    by = blocks.CharBlock(label=_("van wie"), required=False, max_length=120)
    topic = blocks.ChoiceBlock(label=_("onderwerp"), choices=Topic.choices, required=False)
    station = blocks.ChoiceBlock(label=_("hoort bij stap"), choices=Station.choices, required=False)
    address = blocks.CharBlock(
        label=_("adres"), required=False, max_length=300, help_text=_("Begin met / of met https://.")
    )

    class Meta:
        icon = "openquote"
        label = _("leermateriaal")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if (cleaned.get("address") or "/").startswith(("/", "https://")):
            return cleaned
        raise StructBlockValidationError(block_errors={"address": ValidationError(_("Begin met / of https://."))})


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("vraag"), max_length=150)
    answer = blocks.RichTextBlock(label=_("antwoord"), features=PROSE)

    class Meta:
        icon = "help"
        label = _("vraag en antwoord")
        template = "home/blocks/question.html"


class NoticeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("soort"), choices=[("info", _("let op")), ("warning", _("waarschuwing"))], default="info"
    )
    title = blocks.CharBlock(label=_("kop"), max_length=100)
    text = blocks.TextBlock(label=_("tekst"), max_length=400)

    class Meta:
        icon = "info-circle"
        label = _("let op")
        template = "home/blocks/notice.html"


class KeepUntilBlock(blocks.StaticBlock):
    """How long we keep what, made of the rules that the daily purge follows: so the page cannot promise another."""

    class Meta:
        icon = "history"
        label = _("bewaartermijnen")
        template = "home/blocks/keep_until.html"
        admin_text = _("Hier komt de tabel met termijnen. Die maakt de site zelf, uit de regels voor het wissen.")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        rows = [[capfirst(str(keep.label)), in_words(keep.period)] for keep in keep_until_table()]
        columns = [{"label": _("Wat wij bewaren")}, {"label": _("Hoe lang"), "unbroken": True}]
        return {**super().get_context(value, parent_context), "columns": columns, "rows": rows}


class MatchingRulesBlock(blocks.StaticBlock):
    """What counts in matching and for how much, as the weights file says it: so the page cannot promise another."""

    class Meta:
        icon = "cog"
        label = _("regels voor koppelen")
        template = "home/blocks/matching_rules.html"
        admin_text = _("Hier komt de tabel met de regels. Die maakt de site zelf, uit het bestand met de gewichten.")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        tables = [import_string(path)() for path in settings.MATCHING_RULES]
        return {**super().get_context(value, parent_context), "tables": tables}


class MatchingFairnessBlock(blocks.StaticBlock):
    """How fairly mentors were found in a year, as it was published: the page itself counts nobody."""

    class Meta:
        icon = "group"
        label = _("eerlijk koppelen")
        template = "home/blocks/matching_fairness.html"
        admin_text = _("Hier komt het jaarlijkse overzicht. Die cijfers maakt de site zelf.")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        sheets = [import_string(path)() for path in settings.MATCHING_FAIRNESS]
        return {**super().get_context(value, parent_context), "sheets": sheets}


BODY = [
    ("heading", HeadingBlock()),
    ("text", TextBlock(features=PROSE)),
    ("figure", FigureBlock()),
    ("action", ActionBlock()),
    (
        "facts",
        blocks.ListBlock(FactBlock(), label=_("lijst met feiten"), icon="list-ul", template="home/blocks/facts.html"),
    ),
    (
        "materials",
        blocks.ListBlock(
            MaterialBlock(), label=_("lijst met leermateriaal"), icon="openquote", template="home/blocks/materials.html"
        ),
    ),
    (
        "links",
        blocks.ListBlock(LinkBlock(), label=_("lijst met links"), icon="link", template="home/blocks/links.html"),
    ),
    ("question", QuestionBlock()),
    ("notice", NoticeBlock()),
    (
        "drawing",
        blocks.ChoiceBlock(label=_("tekening"), choices=DRAWINGS, icon="image", template="home/blocks/drawing.html"),
    ),
    ("keep_until", KeepUntilBlock()),
    ("matching_rules", MatchingRulesBlock()),
    ("matching_fairness", MatchingFairnessBlock()),
]
