"""The parts of a programme page, under names an editor understands."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from programmes.easy_language import Fault, FaultKind, faults

MINI_DRAWINGS = [
    ("mini-formulier", _("formulier")),
    ("mini-gratis", _("gratis")),
    ("mini-hand", _("opgestoken hand")),
    ("mini-hulp", _("hulp")),
    ("mini-kalender", _("kalender")),
    ("mini-klok", _("klok")),
    ("mini-leren", _("leren")),
    ("mini-lijst", _("lijst")),
    ("mini-praten", _("praten")),
    ("mini-samen", _("samen")),
    ("mini-scherm", _("beeldscherm")),
    ("mini-stadhuis", _("stadhuis")),
    ("mini-toegankelijk", _("rolstoel")),
    ("mini-trein", _("trein")),
]


class EasyLineBlock(blocks.CharBlock):
    """One thought, in at most ten words. A draft may still be too long: what is published may not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.widget.attrs["aria-label"] = self.label  # a row of a list has a heading, and no label of its own

    def clean(self, value: str) -> str:
        value = super().clean(value)
        found = [] if self.is_deferred_validation else faults(value)
        if found:
            raise ValidationError([_said(fault) for fault in found])
        return value


def _said(fault: Fault) -> str:
    """Which sentence it is, and what to do about it."""
    if fault.kind is FaultKind.LONG:
        return gettext(
            "Deze zin heeft %(words)s woorden, hoogstens tien mag: ‘%(sentence)s’ Maak er twee regels van."
        ) % {
            "words": fault.words,
            "sentence": fault.sentence,
        }
    return gettext("Zet één zin op een regel. Dit hoort op de volgende: ‘%(sentence)s’") % {"sentence": fault.sentence}


class EasyRowBlock(blocks.StructBlock):
    """A picture, drawn by us or uploaded, with at most four lines beside it."""

    drawing = blocks.ChoiceBlock(
        choices=MINI_DRAWINGS, required=False, label=_("tekening"), help_text=_("Kies een tekening, of een eigen foto.")
    )
    picture = ImageBlock(required=False, label=_("eigen foto of plaatje"))
    lines = blocks.ListBlock(
        EasyLineBlock(max_length=90, label=_("regel")),
        min_num=1,
        max_num=4,
        label=_("regels"),
        help_text=_("Eén gedachte op een regel. Hoogstens tien woorden."),
    )

    class Meta:
        label = _("tekening met regels")
        icon = "image"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        drawn, shown = bool(cleaned.get("drawing")), bool(cleaned.get("picture"))
        if drawn == shown and not self.is_deferred_validation:
            more = _("Kies één van de twee: een tekening of een eigen foto.")
            missing = _("Kies een tekening of een eigen foto. Elk blok heeft er een.")
            raise StructBlockValidationError(block_errors={"drawing": ValidationError(more if drawn else missing)})
        return cleaned


class EasyPartBlock(blocks.StructBlock):
    title = EasyLineBlock(max_length=60, label=_("kop"))
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
