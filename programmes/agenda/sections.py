"""What stands on /mijn/ of the events that one comes to (settings.DASHBOARD_SECTIONS)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.languages import said
from people.sections import Section
from programmes.agenda import facts
from programmes.models import Event, Registration

MOST_ROWS = 10


def registrations(request: HttpRequest) -> Section | None:
    """What one comes to or waits for, and what the own programmes do that does not stand in the agenda."""
    own = Registration.objects.of(request.user).standing().filter(event__ends_at__gte=timezone.now())
    by_event = {registration.event_id: registration for registration in own}
    invited = Event.objects.open_to(request.user).filter(is_public=False)
    shown = (Event.objects.filter(pk__in=by_event) | Event.objects.filter(pk__in=invited.values("pk"))).upcoming()
    rows = [_row(event, by_event.get(event.pk)) for event in shown[:MOST_ROWS]]
    return Section("programmes/section_registrations.html", {"rows": rows}) if rows else None


def _row(event: Event, registration: Registration | None) -> dict[str, object]:
    starts = timezone.localtime(event.starts_at)
    facts_said = [_when(event), facts.place(event), _stands(event, registration)]
    return {
        "date": starts.date(),
        "title": said(event, "title"),
        "url": reverse("programmes:registration", kwargs={"key": event.key}),
        "text": " ".join(f"{fact}." for fact in facts_said if fact),
    }


def _when(event: Event) -> str:
    starts = timezone.localtime(event.starts_at)
    day, clock = date_format(starts, "l").capitalize(), date_format(starts, _("H.i"))
    return _("%(day)s, vanaf %(from)s uur") % {"day": day, "from": clock}


def _stands(event: Event, registration: Registration | None) -> str:
    if event.is_cancelled:
        return _("Gaat niet door")
    if registration is None:
        return _("Je bent uitgenodigd")
    return _("Je komt") if registration.has_place else _("Je wacht op een plek")
