"""By which campaign somebody came: a word in the address, carried from page to page and kept nowhere else.

No cookie and no session: whoever types an address herself came by nothing. What does not look like such a word is
never shown nor passed on. What is done with it is said by settings.AFTER_SIGN_UP.
"""

import re
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

SOURCE = "bron"
LOOKS_LIKE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def read_source(value: object) -> str:
    """The word, or "" for what is none."""
    return value if isinstance(value, str) and LOOKS_LIKE.fullmatch(value) else ""


def source_of(request: HttpRequest | None) -> str:
    """Of the address, of the form that is sent, or of the address to which someone is on her way."""
    if request is None:
        return ""
    for query in (request.GET, request.POST if request.method == "POST" else {}):
        if source := read_source(query.get(SOURCE)):
            return source
        onward = parse_qs(_query_of(query.get("next", "")))
        if source := read_source((onward.get(SOURCE) or [""])[0]):
            return source
    return ""


def _query_of(address: str) -> str:
    """The query of an address that anybody may have typed, or ""."""
    try:
        return urlsplit(address).query
    except ValueError:
        return ""


def tell_of_sign_up(source: str) -> None:
    """Somebody made an account: told with the word alone, never with who it was."""
    if source:
        for path in settings.AFTER_SIGN_UP:
            import_string(path)(source)
