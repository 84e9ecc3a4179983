"""What this floor shows on /mijn/ and /hulp/: a function each (settings.DASHBOARD_SECTIONS, HELP_SECTIONS)."""

from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people.sections import Section, Step
from programmes.languages import said
from programmes.models import Application, SafeguardingContact
from programmes.states import ApplicationState
from programmes.status import status_of

# Here the circle is open again: nothing of it stands any more.
ENDED = frozenset({ApplicationState.REFUSED, ApplicationState.EXPIRED, ApplicationState.WITHDRAWN})


def applications(request: HttpRequest) -> Section | None:
    """One's own applications: going on with a draft is a step, the others say how they stand."""
    own = list(Application.objects.of(request.user).select_related("edition__programme").order_by("-saved_at", "-pk"))
    if not own:
        return None
    steps = tuple(_continue(draft) for draft in own if _can_go_on(draft))
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
    contacts = [
        {"name": contact.display_name, "hours": said(contact, "hours"), "programme": contact.programme.name}
        for contact in found
    ]
    return Section("programmes/section_safeguarding.html", {"contacts": contacts}) if contacts else None
