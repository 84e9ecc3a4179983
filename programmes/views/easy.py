"""/makkelijke-taal/: one page for who reads with difficulty, and from there each programme in short lines."""

from django.core.paginator import Paginator
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Locale

from people.access import public
from programmes.models import Programme, ProgrammeIndexPage, ProgrammePage
from programmes.page_facts import badge_of, shown_edition

PER_PAGE = 24
EMPTY = 4  # as long as a text without a block can be: "", "[]", "null"


@public
def easy(request: HttpRequest) -> HttpResponse:
    page = Paginator(_pages(), PER_PAGE).get_page(request.GET.get("pagina"))
    return render(
        request, "programmes/easy_index.html", {"results": page, "rows": [_row(one, request) for one in page]}
    )


def _pages() -> QuerySet[ProgrammePage]:
    """What has a text in easy language, in the language of this page; what is open comes first."""
    index = ProgrammeIndexPage.objects.live().filter(locale=Locale.get_active()).first()
    if index is None:
        return ProgrammePage.objects.none()
    length = Length(Cast("easy", TextField()))
    return index.programmes().annotate(easy_length=length).filter(easy_length__gt=EMPTY)


def _row(page: ProgrammePage, request: HttpRequest) -> dict[str, object]:
    programme: Programme = page.programme
    edition = shown_edition(programme.editions.all(), timezone.now())
    return {
        "title": page.title,
        "url": f"{page.get_url(request)}makkelijke-taal/",
        "badge": badge_of(programme, edition),
    }
