"""What is coming, by month. Town and access are public; the address never stands here."""

import datetime as dt
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar
from icalendar import Event as Appointment

from people.access import public
from people.languages import said
from programmes.live_pages import Pages, live_pages
from programmes.models import Event

PER_PAGE = 24
# Whoever sees someone else's calendar must not read there what it is about.
NEUTRAL_TITLE = _("Afspraak")


@public
def agenda(request: HttpRequest) -> HttpResponse:
    coming = Event.objects.public().upcoming().select_related("organisation", "programme")
    page = Paginator(coming, PER_PAGE).get_page(request.GET.get("pagina"))
    pages = live_pages({event.programme for event in page if event.programme})
    months = [
        (month, [_row(event, pages) for event in events]) for month, events in groupby(page.object_list, key=_month)
    ]
    return render(request, "programmes/agenda.html", {"page": page, "months": months})


@public
def appointment(request: HttpRequest, key: str) -> HttpResponse:
    """For one's own calendar: when and in which town, in a file whose name and words say nothing more."""
    event = get_object_or_404(Event.objects.public(), key=key)
    response = HttpResponse(_ics(event), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return response


def _ics(event: Event) -> bytes:
    """Times in UTC: no calendar can be wrong about summer time then."""
    entry = Appointment()
    entry.add("uid", f"{event.key}@opdelijst")
    entry.add("dtstamp", event.starts_at.astimezone(dt.UTC))
    entry.add("dtstart", event.starts_at.astimezone(dt.UTC))
    entry.add("dtend", event.ends_at.astimezone(dt.UTC))
    entry.add("summary", str(NEUTRAL_TITLE))
    if event.town and not event.online:
        entry.add("location", event.town)
    calendar = Calendar()
    calendar.add("prodid", "-//opdelijst//NL")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    return calendar.to_ical()


def _row(event: Event, pages: Pages) -> dict[str, object]:
    return {
        "event": event,
        "title": said(event, "title"),
        "text": said(event, "text"),
        "access": said(event, "access"),
        "programme": pages.get(event.programme_id) if event.programme_id else None,
        "same_day": _day(event.starts_at) == _day(event.ends_at),
    }


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()


def _month(event: Event) -> dt.date:
    return _day(event.starts_at).replace(day=1)
