"""What is coming, by month, and one event. Town and access are public; the address never stands here."""

from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.access import public
from programmes.agenda import facts
from programmes.agenda.calendar import calendar_file
from programmes.agenda.filters import EventFilter, without
from programmes.live_pages import live_pages
from programmes.models import Event

PER_PAGE = 24


@public
@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    coming = Event.objects.public().upcoming().with_places_taken().select_related("organisation", "programme")
    found = EventFilter(request.GET, queryset=coming)
    chips = found.chosen()
    page = Paginator(found.qs, PER_PAGE).get_page(request.GET.get("pagina"))
    pages = live_pages({event.programme for event in page if event.programme})
    months = [
        (month, [facts.row(event, pages) for event in events])
        for month, events in groupby(page.object_list, key=facts.month_of)
    ]
    context = {
        "page": page,
        "months": months,
        "filter_form": found.form,
        "chosen": len(chips),
        "chips": [{"label": chip["label"], "url": without(request.GET, chip)} for chip in chips],
        "clear_url": reverse("programmes:agenda"),
    }
    return render(request, "programmes/agenda.html", context)


@public
@require_safe
def event(request: HttpRequest, key: str) -> HttpResponse:
    """One event as everybody may know it. Registering is a page of one's own: this one is kept for visitors."""
    shown = get_object_or_404(_public(), key=key)
    pages = live_pages({shown.programme} if shown.programme else set())
    context = {
        "event": shown,
        "row": facts.row(shown, pages),
        "place": facts.place(shown),
        "takes_registrations": shown.takes_registrations(),
        "is_over": shown.is_over(),
        "crumbs": [{"url": reverse("programmes:agenda"), "label": _("Agenda")}],
    }
    return render(request, "programmes/agenda_event.html", context)


@public
@require_safe
def appointment(request: HttpRequest, key: str) -> HttpResponse:
    """For one's own calendar: when and in which town, in a file whose name and words say nothing more."""
    return calendar_file(get_object_or_404(Event.objects.public(), key=key))


def _public():
    return Event.objects.public().with_places_taken().select_related("organisation", "programme")
