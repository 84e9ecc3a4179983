"""What this floor shows on /mijn/ and /hulp/: a function each (settings.DASHBOARD_SECTIONS, HELP_SECTIONS)."""

from datetime import date

from django.db.models import Prefetch
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.sections import Section, Step
from programmes import page_facts
from programmes.live_pages import Pages, live_pages
from programmes.models import Application, Programme, SafeguardingContact
from programmes.states import ApplicationState
from programmes.status import status_of

# Here the circle is open again: nothing of it stands any more.
ENDED = frozenset({ApplicationState.REFUSED, ApplicationState.EXPIRED, ApplicationState.WITHDRAWN})


def applications(request: HttpRequest) -> Section | None:
    """One's own applications: going on with a draft is a step, the others say how they stand."""
    every = Application.objects.of(request.user).with_consent_asked().select_related("edition__programme")
    own = list(every.order_by("-saved_at", "-pk"))
    if not own:
        return None
    asked = [_say_yes_or_no(application) for application in own if application.asks_consent]
    steps = (*asked, *(_continue(draft) for draft in own if _can_go_on(draft)))
    rows = [_row(application) for application in own if application.state != ApplicationState.DRAFT]
    template = "programmes/section_applications.html" if rows else ""
    return Section(template, {"rows": rows}, steps=steps)


def _can_go_on(application: Application) -> bool:
    return application.state == ApplicationState.DRAFT and application.edition.is_open()


def _continue(draft: Application) -> Step:
    closes = draft.edition.closes_at
    until: date | None = timezone.localdate(closes) if closes else None
    return Step(
        title=_("Maak je aanmelding af"),
        text=_("Voor %(name)s. Wat je invulde, is bewaard.") % {"name": draft.edition.programme.name},
        url=reverse("programmes:apply", kwargs={"key": draft.edition.key}),
        link_label=_("Verder"),
        until=until,
    )


def _say_yes_or_no(application: Application) -> Step:
    return Step(
        title=_("Wij vragen je toestemming"),
        text=_("Voor %(name)s. Meedoen laat nu meer over je zien.") % {"name": application.edition.programme.name},
        url=reverse("programmes:application_consent", kwargs={"key": application.key}),
        link_label=_("Lees en kies"),
    )


def _row(application: Application) -> dict[str, object]:
    status = status_of(application)
    return {
        "title": application.edition.programme.name,
        "url": reverse("programmes:application", kwargs={"key": application.key}),
        "text": status.text,
        "chosen": application.state not in ENDED,
        "badge": {"kind": status.kind, "label": status.label},
    }


def safeguarding(request: HttpRequest) -> Section | None:
    """On /hulp/, signed in: the people to talk to safely of the programmes one applied to."""
    if not request.user.is_authenticated:
        return None
    own = Application.objects.of(request.user).sent().values("edition__programme")
    found = SafeguardingContact.objects.filter(programme__in=own).select_related("programme")
    contacts = [page_facts.contact(contact) | {"programme": contact.programme.name} for contact in found]
    return Section("programmes/section_safeguarding.html", {"contacts": contacts}) if contacts else None


def trusted(request: HttpRequest) -> Section | None:
    """For a safeguarding contact: where she is one, since when, and what people see of her."""
    sensitive = Programme.objects.with_sensitivity()
    own = SafeguardingContact.objects.filter(user=request.user.pk).prefetch_related(Prefetch("programme", sensitive))
    found = list(own.order_by("since", "pk"))
    if not found:
        return None
    pages = live_pages(contact.programme for contact in found)
    rows = [page_facts.contact(contact) | _trusted_by(contact, pages) for contact in found]
    return Section("programmes/section_trusted.html", {"rows": rows})


def _trusted_by(contact: SafeguardingContact, pages: Pages) -> dict[str, object]:
    """`title` names no programme that reveals health or origin."""
    programme = contact.programme
    page = pages.get(programme.pk)
    return {
        "title": _("Een programma") if programme.is_sensitive else programme.name,
        "programme": programme.name,
        "since": contact.since,
        "url": page.url if page else "",
    }
