"""A meeting of a pair as an entry for one's own calendar: when, and not with whom or about what."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress
from icalendar import Event as Entry

from mentoring.models import Meeting
from mentoring.states import MeetingState

# Whoever sees someone else's calendar must not read there what it is about.
NEUTRAL_TITLE = _("Afspraak")
STATUS = {
    MeetingState.PROPOSED: "TENTATIVE",
    MeetingState.AGREED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
}
# RFC 5546 asks for one where something is published or cancelled. The same for everybody: it names nobody, and no mail
# can arrive there. PUBLISH, not REQUEST: an invitation would have to name whom it is for (docs/decisions/0022).
ORGANIZER = "mailto:afspraak@afspraak.invalid"
HERE = ZoneInfo("Europe/Amsterdam")
WINTER, SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)


def as_calendar(meeting: Meeting, *, at: dt.datetime) -> bytes:
    """By the clock of Amsterdam, with its summer time said in the file; the newest SEQUENCE replaces older ones."""
    starts = meeting.starts_at.astimezone(HERE)
    cancelled = meeting.state == MeetingState.CANCELLED
    entry = Entry()
    entry.add("uid", f"{meeting.key}@opdelijst")
    entry.add("dtstamp", at.astimezone(dt.UTC))
    entry.add("dtstart", starts)
    entry.add("dtend", (meeting.starts_at + dt.timedelta(minutes=meeting.minutes)).astimezone(HERE))
    entry.add("summary", str(NEUTRAL_TITLE))
    entry.add("status", STATUS[MeetingState(meeting.state)])
    entry.add("sequence", meeting.sequence)
    entry.add("organizer", _organizer())
    entry.add("last-modified", at.astimezone(dt.UTC))
    entry.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    entry.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//opdelijst//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(_clock())
    calendar.add_component(entry)
    return calendar.to_ical()


def _organizer() -> vCalAddress:
    named = vCalAddress(ORGANIZER)
    named.params["CN"] = str(NEUTRAL_TITLE)
    return named


def _clock() -> Timezone:
    """The rule of the European Union: the last Sundays of March and October, at one o'clock by universal time."""
    zone = Timezone()
    zone.add("tzid", HERE.key)
    for change, month, hour, before, after, name in (
        (TimezoneDaylight(), 3, 2, WINTER, SUMMER, "CEST"),
        (TimezoneStandard(), 10, 3, SUMMER, WINTER, "CET"),
    ):
        change.add("dtstart", dt.datetime(1996, month, 31 if month == 3 else 27, hour))
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("tzname", name)
        zone.add_component(change)
    return zone
