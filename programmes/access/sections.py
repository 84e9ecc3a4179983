"""What waits for somebody about arrangements: at the desk, for the partner, and the door for who takes part."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Min
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.desk_sections import MOST_TASKS, DeskSection, DeskTask
from people.roles import is_organiser
from people.sections import Section, Step, once
from programmes.models import AccessNeed, Arrangement
from programmes.own import taken_part_in

SOON = timedelta(days=7)
MOST_LINKS = 3


def arranging(request: HttpRequest) -> Section | None:
    """On /mijn/ of a partner: there is something to arrange, by when. It names no programme."""
    first = Arrangement.objects.sent_to(request.user).to_do().aggregate(first=Min("due_on"))["first"]
    if first is None:
        return None
    step = Step(
        title=_("Regel wat nodig is, uiterlijk op %(day)s") % {"day": date_format(first, "j F")},
        text=_("Je ziet wat er te regelen is en vinkt af wat klaar is."),
        url=reverse("programmes:arranging"),
        link_label=_("Bekijk de lijst"),
        until=first,
    )
    return Section(steps=(step,))


def needs(request: HttpRequest) -> Section | None:
    """A quiet link for who takes part: whether she said something does not show on her overview."""
    own = [participation for participation in once(request, taken_part_in) if participation.is_under_way]
    links = [
        {
            "url": reverse("programmes:access_need", args=[participation.key]),
            "label": _("Wat ik nodig heb bij %(name)s") % {"name": participation.edition.programme.name},
        }
        for participation in own[:MOST_LINKS]
    ]
    return Section("programmes/access/section_needs.html", {"own_links": links}, aside=True) if links else None


def to_arrange(request: HttpRequest) -> DeskSection | None:
    """Per own edition: what is late or nearly due, and where somebody said more since anything was arranged."""
    if not is_organiser(request.user):
        return None
    tasks = [*_newly_said(request), *_due(request)]
    return DeskSection(_("Wat nodig is om mee te doen"), tuple(tasks)) if tasks else None


def _due(request: HttpRequest) -> list[DeskTask]:
    today = timezone.localdate()
    soon = Arrangement.objects.at_the_desk_of(request.user).due_before(today + SOON)
    rows = (
        soon.values("edition__key", "edition__name", "edition__programme__name")
        .annotate(first=Min("due_on"))
        .order_by("first", "edition")[: MOST_TASKS + 1]
    )
    return [
        DeskTask(
            title=f"{row['edition__programme__name']}, {row['edition__name']}",
            url=_screen(row["edition__key"]),
            text=_("Regel het eerste uiterlijk op %(day)s.") % {"day": date_format(row["first"], "j F Y")},
            is_late=row["first"] < today,
        )
        for row in rows
    ]


def _newly_said(request: HttpRequest) -> list[DeskTask]:
    """That something was said, per edition: never how much, or by whom."""
    said = AccessNeed.objects.at_the_desk_of(request.user).unread()
    named = ("participation__edition__key", "participation__edition__name", "participation__edition__programme__name")
    rows = said.order_by(*named).values_list(*named).distinct()[: MOST_TASKS + 1]
    return [
        DeskTask(
            title=f"{programme}, {edition}",
            url=_screen(key),
            text=_("Er is gezegd wat nodig is. Lees het en maak er een lijst van."),
        )
        for key, edition, programme in rows
    ]


def _screen(key: UUID) -> str:
    return reverse("desk_access", args=[key])
