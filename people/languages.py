"""Dutch without a prefix, English under /en/; what is kept in both languages is shown in that of the page."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language


def said(thing: Any, field: str) -> str:
    """The text of `field` in the language of this page; what is not translated yet is shown in Dutch."""
    if get_language() == "en":
        translated = getattr(thing, f"{field}_en", "")
        if translated:
            return str(translated)
    return str(getattr(thing, field))


def in_language(path: str, language: str | None) -> str:
    """The address `path` (as it is in Dutch) in another language: Dutch has no prefix."""
    if not language or language == settings.LANGUAGE_CODE:
        return path
    return f"/{language}{path}"


def without_language(path: str) -> str:
    """The same address in Dutch."""
    for code, _name in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and (path == f"/{code}" or path.startswith(f"/{code}/")):
            return path[len(code) + 1 :] or "/"
    return path
