"""Facts are kept in Dutch, with English beside them; what is not translated yet is shown in Dutch."""

from typing import Any

from django.utils.translation import get_language


def said(thing: Any, field: str) -> str:
    """The text of `field` in the language of this page."""
    if get_language() == "en":
        translated = getattr(thing, f"{field}_en", "")
        if translated:
            return str(translated)
    return str(getattr(thing, field))
