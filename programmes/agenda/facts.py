"""What a page or a row says of an event, read from the record as it is now."""

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.languages import said
from programmes.availability import Availability
from programmes.choices import Audience
from programmes.live_pages import Pages
from programmes.models import Event

Fact = dict[str, Any]


def day_of(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment).date()


def month_of(event: Event) -> dt.date:
    return day_of(event.starts_at).replace(day=1)


def badge(event: Event, at: dt.datetime | None = None) -> Fact | None:
    """In words, never a number of places; none where everybody can come."""
    if event.is_cancelled:
        return {"kind": "later", "label": _("Gaat niet door")}
    if event.is_over(at):
        return {"kind": "later", "label": _("Geweest")}
    if not event.has_registering:
        return None
    words = event.availability(at)
    if words == Availability.FULL:
        return {"kind": "full", "label": _("Vol, wel een wachtlijst")}
    if words == Availability.CLOSED:
        return {"kind": "later", "label": _("Inschrijven is gesloten")}
    return {"kind": words.value, "label": str(words.label)}


def row(event: Event, pages: Pages) -> Fact:
    return {
        "event": event,
        "title": said(event, "title"),
        "text": said(event, "text"),
        "access": said(event, "access"),
        "url": reverse("programmes:event", kwargs={"key": event.key}),
        "badge": badge(event),
        "for_whom": for_whom(event),
        "programme": pages.get(event.programme_id) if event.programme_id else None,
        "same_day": day_of(event.starts_at) == day_of(event.ends_at),
    }


def for_whom(event: Event) -> str:
    """Nothing where it is for everyone."""
    if event.for_whom == Audience.EVERYONE:
        return ""
    return _("Voor %(whom)s") % {"whom": Audience(event.for_whom).label}


def place(event: Event) -> str:
    """Town, and the province where that is known: public. Never the address."""
    if event.online:
        return _("Online")
    return f"{event.town} ({event.province})" if event.province and event.province != event.town else event.town
