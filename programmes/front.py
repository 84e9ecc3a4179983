"""What this floor puts on the home page (settings.HOME_SECTIONS)."""

import datetime as dt

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.sections import HomeSection
from people.languages import said
from programmes.models import Event, Programme, ProgrammeIndexPage, StoryPage
from programmes.models.index_page import as_row

MOST_PROGRAMMES, MOST_EVENTS = 4, 3


def open_now(request: HttpRequest) -> HomeSection | None:
    """Programmes that one can apply to; None when there are none, so that the page says what to do instead."""
    index = ProgrammeIndexPage.objects.live().filter(locale__language_code=get_language()).first()
    if index is None:
        return None
    pages = index.programmes().filter(programme__in=Programme.objects.open())[:MOST_PROGRAMMES]
    rows = [as_row(page, request) for page in pages]
    return HomeSection("now", "components/ballot.html", {"rows": rows}) if rows else None


def a_story(request: HttpRequest) -> HomeSection | None:
    """The newest one in the language of the page."""
    story = StoryPage.objects.told().filter(locale__language_code=get_language()).first()
    return HomeSection("story", "programmes/section_story.html", {"story": story}) if story else None


def coming_events(request: HttpRequest) -> HomeSection | None:
    """The first events: town and time, never the address."""
    rows = [_row(event) for event in Event.objects.public().going_ahead().upcoming()[:MOST_EVENTS]]
    return HomeSection("events", "components/agenda.html", {"rows": rows}) if rows else None


def _row(event: Event) -> dict[str, object]:
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    place = _("Online") if event.online else event.town
    facts = [_when(starts, ends), place, said(event, "access")]
    return {
        "date": starts.date(),
        "title": said(event, "title"),
        "url": reverse("programmes:event", kwargs={"key": event.key}),
        "text": " ".join(f"{fact}." for fact in facts if fact),
    }


def _when(starts: dt.datetime, ends: dt.datetime) -> str:
    day = date_format(starts, "l").capitalize()
    if starts.date() != ends.date():
        return _("%(day)s, vanaf %(from)s uur") % {"day": day, "from": date_format(starts, _("H.i"))}
    return _("%(day)s, %(from)s tot %(until)s uur") % {
        "day": day,
        "from": date_format(starts, _("H.i")),
        "until": date_format(ends, _("H.i")),
    }
