"""Text of an editor, in the classes of the design system."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText, expand_db_html

register = template.Library()

CLASSES = {
    "p": "utrecht-paragraph",
    "ul": "utrecht-unordered-list",
    "ol": "utrecht-ordered-list ol-genummerd",
    "h3": "utrecht-heading-3",
    "a": "utrecht-link utrecht-link--html-a",
}
_OPENING = re.compile(r"<(p|ul|ol|h3|a)(?=[\s>])")
_BULLETS = re.compile(r"<ul.*?</ul>", re.DOTALL)


@register.filter
def prose(value: RichText | str) -> SafeString:
    """`{{ text|prose }}`: rich text as Wagtail cleaned it at saving, with our classes on its tags."""
    html = expand_db_html(value.source if isinstance(value, RichText) else value or "")
    html = _BULLETS.sub(lambda found: found[0].replace("<li", '<li class="utrecht-unordered-list__item"'), html)
    return SafeString(_OPENING.sub(lambda tag: f'<{tag[1]} class="{CLASSES[tag[1]]}"', html))


@register.simple_tag
def link_url(link: Mapping[str, Any]) -> str:
    """Where a LinkBlock leads."""
    page = link.get("page")
    return page.url if page else link.get("address", "")
