"""An event or a meeting of a group, for one's own calendar: when and in which town, and not what it is about."""

import datetime as dt

from django.utils.translation import gettext_lazy as _
from icalendar import Calendar
from icalendar import Event as Entry

from people.keyed import keyed_hash
from programmes.models import Event, GroupMeeting

# Whoever sees someone else's calendar must not read there what it is about.
NEUTRAL_TITLE = _("Afspraak")
FILE_NAME = "afspraak.ics"


def as_calendar(event: Event | GroupMeeting) -> bytes:
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
