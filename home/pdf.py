"""A page as a tagged PDF: what is read on paper can be read aloud too.

file = tagged_pdf("programmes/taking_part/certificate_pdf.html", context, title=_("Bewijs van deelname"))

The template is a whole HTML page whose styles stand in a <style> block: nothing is fetched from anywhere, but for
pictures that are written into the page itself (data:).
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from lifecycle.errors import Refused

VARIANT = "pdf/ua-1"
MEDIA_TYPE = "application/pdf"


def tagged_pdf(template: str, context: Mapping[str, Any], *, title: str, language: str | None = None) -> bytes:
    """The bytes of the file. The template also gets `title` and `language`; the file is named by its title inside.

    Refused, in words for the person, where this machine lacks the library that draws letters.
    """
    language = language or get_language() or "nl"
    with override(language):
        words = render_to_string(template, {**context, "title": str(title), "language": language})
    try:
        from weasyprint import HTML, URLFetcher  # takes a second, and needs libpango: only where a file is asked for
    except OSError:
        raise Refused(
            _("Een PDF maken kan hier nu niet: op deze server ontbreekt een onderdeel (libpango). Wij lossen het op.")
        ) from None
    nothing_else = URLFetcher(allowed_protocols=["data"])
    return HTML(string=words, url_fetcher=nothing_else).write_pdf(pdf_variant=VARIANT)


def pdf_response(content: bytes, *, name: str) -> HttpResponse:
    """To keep, not to show: a browser that opens it by itself leaves it in its history."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=MEDIA_TYPE, headers=headers)
