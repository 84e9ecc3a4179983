"""What the pages of this floor say to machines (settings.STRUCTURED_DATA): Course, Event and Organization.

Only what stands on the page: never an address of an event, never how many places there are.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language

from home.structured import Thing, address, example, without_gaps
from people.languages import said
from people.models import Organisation
from programmes.choices import Form
from programmes.models import Edition, Event, Programme, ProgrammePage

MODES = {Form.LIVE: "onsite", Form.ONLINE: "online", Form.MIXED: "blended"}
ATTENDING = "https://schema.org/{}EventAttendanceMode"
STATUS = "https://schema.org/Event{}"
Context = Mapping[str, Any]


def course(context: Context) -> Iterator[Thing]:
    """A programme, with the editions that the public may know of and that are not over; on its whole page alone."""
    page, programme, editions = context.get("page"), context.get("programme"), context.get("editions")
    if not isinstance(page, ProgrammePage) or not isinstance(programme, Programme) or editions is None:
        return
    told: Thing = {
        "@type": "Course",
        "name": page.title,
        "description": page.intro,
        "url": address(context.get("full_url") or page.url or ""),
        "inLanguage": get_language(),
        "provider": [_named(carrier.organisation) for carrier in programme.carriers.all()],
        "audience": {"@type": "Audience", "audienceType": programme.get_for_whom_display()},
        "hasCourseInstance": [_instance(edition, programme) for edition in editions if not edition.is_over],
    }
    yield example(told, programme.is_example)


def event(context: Context) -> Iterator[Thing]:
    """The page of one event."""
    shown = context.get("event")
    if isinstance(shown, Event) and shown.is_public:
        yield _event(shown)


def events(context: Context) -> Iterator[Thing]:
    """The agenda: those on this page of it."""
    months = context.get("months")
    if isinstance(months, list):
        rows = [row["event"] for _month, rows in months for row in rows]
        yield from (_event(one) for one in rows if isinstance(one, Event) and one.is_public)


def organisation(context: Context) -> Iterator[Thing]:
    shown = context.get("organisation")
    if isinstance(shown, Organisation) and shown.is_public:
        yield example({**_named(shown), "description": said(shown, "about")}, shown.is_example)


def _named(one: Organisation) -> Thing:
    named: Thing = {"@type": "Organization", "name": one.name, "sameAs": one.website}
    if one.is_public:
        named["url"] = address(reverse("programmes:organisation", args=[one.slug]))
    return without_gaps(named)


def _instance(edition: Edition, programme: Programme) -> Thing:
    place = {"@type": "Place", "name": edition.town or said(programme, "where")}
    days = {"startDate": edition.starts_on, "endDate": edition.ends_on}
    return without_gaps(
        {
            "@type": "CourseInstance",
            "name": edition.name,
            "courseMode": MODES[Form(programme.form)],
            "location": place if programme.form != Form.ONLINE and place["name"] else None,
            **{name: day.isoformat() if day else None for name, day in days.items()},
        }
    )


def _event(one: Event) -> Thing:
    url = address(reverse("programmes:event", kwargs={"key": one.key}))
    town = {"@type": "PostalAddress", "addressLocality": one.town, "addressCountry": "NL"}
    place = {"@type": "Place", "name": one.town, "address": town}
    told: Thing = {
        "@type": "Event",
        "name": said(one, "title"),
        "description": said(one, "text"),
        "url": url,
        "inLanguage": get_language(),
        "startDate": localtime(one.starts_at).isoformat(),
        "endDate": localtime(one.ends_at).isoformat(),
        "eventStatus": STATUS.format("Cancelled" if one.is_cancelled else "Scheduled"),
        "eventAttendanceMode": ATTENDING.format("Online" if one.online else "Offline"),
        "location": {"@type": "VirtualLocation", "url": url} if one.online else place,
        "organizer": _named(one.organisation),
    }
    return example(told, one.is_example)
