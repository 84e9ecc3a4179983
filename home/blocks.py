"""The parts an editor builds a page from, under names an editor understands."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

BODY = [
    ("heading", blocks.CharBlock(label=_("kop"), template="home/blocks/heading.html", icon="title")),
    (
        "text",
        blocks.RichTextBlock(
            label=_("tekst"), features=["bold", "ul", "ol", "link", "document-link"], template="home/blocks/text.html"
        ),
    ),
]
