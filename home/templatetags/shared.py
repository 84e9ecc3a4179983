"""What a page says to who finds or shares it: its picture, and data for machines."""

import html
from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.utils.safestring import SafeString

from home.drawings import DRAWINGS
from home.structured import as_script, structured_data

register = template.Library()

# static/share/<drawing>.png, made by scripts/share_pictures.py: a shared link shows no SVG.
USUAL_PICTURE = "stembiljet"
WIDTH, HEIGHT = 1200, 630
LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def share_picture(context: Context) -> dict[str, Any]:
    """url, width, height and what it shows: the drawing of the page, or the usual one."""
    shows = dict(DRAWINGS)
    name = getattr(context.get("page"), "drawing", "")
    name = name if name in shows else USUAL_PICTURE
    url = settings.SITE_ADDRESS + static(f"share/{name}.png")
    return {"url": url, "width": WIDTH, "height": HEIGHT, "text": shows[name]}


@register.filter
def share_locale(language: str) -> str:
    return LOCALES.get(language, language)


@register.simple_tag(takes_context=True)
def data_for_machines(context: Context, found: Mapping[str, Any], title: str) -> SafeString:
    """`found` as found_at gives it; `title` as it stands in the head."""
    said: dict[str, Any] = {str(name): value for name, value in context.flatten().items()}
    return as_script(structured_data(said, found["canonical"], html.unescape(title)))
