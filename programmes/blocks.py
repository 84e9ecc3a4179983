"""The parts of a programme page, under names an editor understands."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

MOST_WORDS = 10  # in a sentence of easy language


MINI_DRAWINGS = [
    ("mini-formulier", _("formulier")),
    ("mini-gratis", _("gratis")),
    ("mini-hand", _("opgestoken hand")),
    ("mini-hulp", _("hulp")),
    ("mini-kalender", _("kalender")),
    ("mini-klok", _("klok")),
    ("mini-leren", _("leren")),
    ("mini-lijst", _("lijst")),
    ("mini-samen", _("samen")),
    ("mini-trein", _("trein")),
]


class EasyLineBlock(blocks.CharBlock):
    """One thought, in at most ten words."""

    def clean(self, value: str) -> str:
        value = super().clean(value)
        if len(value.split()) > MOST_WORDS:
            raise ValidationError(_("Maak de zin korter: hoogstens tien woorden."))
        return value


class EasyRowBlock(blocks.StructBlock):
    drawing = blocks.ChoiceBlock(choices=MINI_DRAWINGS, label=_("tekening"))
    lines = blocks.ListBlock(EasyLineBlock(max_length=90, label=_("regel")), min_num=1, max_num=4, label=_("regels"))

    class Meta:
        label = _("tekening met regels")
        icon = "image"


class EasyPartBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=60, label=_("kop"))
    rows = blocks.ListBlock(EasyRowBlock(), min_num=1, label=_("blokken"))

    class Meta:
        label = _("deel")
        icon = "list-ul"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=120, label=_("vraag"))
    answer = blocks.RichTextBlock(features=["bold", "ul", "ol", "link"], label=_("antwoord"))

    class Meta:
        label = _("vraag en antwoord")
        icon = "help"


WORDS = [
    ("text", blocks.RichTextBlock(features=["h3", "bold", "ul", "ol", "link"], label=_("tekst"), icon="pilcrow")),
]
QUESTIONS = [("question", QuestionBlock())]
EASY = [("part", EasyPartBlock())]
