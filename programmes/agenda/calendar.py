"""An event, a meeting of a group or a talk, for one's own calendar: when and in which town, not what it is about."""

import datetime as dt

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar
from icalendar import Event as Entry

from people.keyed import keyed_hash
from programmes.models import Conversation, Event, GroupMeeting

# Whoever sees someone else's calendar must not read there what it is about.
NEUTRAL_TITLE = _("Afspraak")
FILE_NAME = "afspraak.ics"


Appointment = Event | GroupMeeting | Conversation


def calendar_file(event: Appointment) -> HttpResponse:
    """In a file whose name says nothing more than what is in it."""
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(as_calendar(event), content_type="text/calendar; charset=utf-8", headers=headers)


def as_calendar(event: Appointment) -> bytes:
    """The newest SEQUENCE replaces older ones. Times in UTC: no calendar can be wrong about summer time then."""
    entry = Entry()
    # Not its own key: that is an address at which everybody reads what it is about.
    entry.add("uid", f"{keyed_hash('calendar', str(event.key))[:32]}@opdelijst")
    entry.add("dtstamp", event.starts_at.astimezone(dt.UTC))
    entry.add("dtstart", event.starts_at.astimezone(dt.UTC))
    entry.add("dtend", event.ends_at.astimezone(dt.UTC))
    entry.add("summary", str(NEUTRAL_TITLE))
    entry.add("sequence", event.sequence)
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    entry.add("class", "PRIVATE")
    if event.town and not event.online:
        entry.add("location", event.town)
    calendar = Calendar()
    calendar.add("prodid", "-//opdelijst//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if event.is_cancelled else "PUBLISH")
    calendar.add_component(entry)
    return calendar.to_ical()
