"""One edition at the desk: a tile for each thing that is done with it, gathered from the rooms by name.

settings.EDITION_ROOMS lists functions(request, edition) -> Tile | None; the order of the list is that on the screen.
A function answers None to who has nothing to do there, and asks at most a query or two: all tiles are drawn at once.
"""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from people.access import needs
from people.roles import is_organiser
from programmes import policies
from programmes.models import Application, Edition, Participation


@dataclass(frozen=True)
class Tile:
    """A door of the edition's page: what one does behind it. `count` says in words what waits or is there now."""

    title: str | Promise
    text: str | Promise
    url: str
    count: str | Promise = ""


@needs(policies.has_a_desk)
@require_safe
def edition_overview(request: HttpRequest, key: UUID) -> HttpResponse:
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("programme"), key=key)
    found = [import_string(path)(request, edition) for path in settings.EDITION_ROOMS]
    context = {
        "edition": edition,
        "tiles": [tile for tile in found if tile is not None],
        "breadcrumbs_items": [
            {"url": reverse("desk_editions:index"), "label": _("Edities")},
            {"url": "", "label": str(edition)},
        ],
    }
    return render(request, "programmes/desk/edition_overview.html", context)


def state(request: HttpRequest, edition: Edition) -> Tile:
    return Tile(
        _("Stand"),
        _("Openen, sluiten, laten beginnen en afronden. En hoeveel plekken er vrij zijn."),
        reverse("desk_edition_state", args=[edition.key]),
        edition.get_state_display(),
    )


def applications(request: HttpRequest, edition: Edition) -> Tile | None:
    if not is_organiser(request.user):
        return None
    own = Application.objects.at_the_desk_of(request.user).filter(edition=edition)
    waiting = own.unanswered().count()
    return Tile(
        _("Aanmeldingen"),
        _("Lees wat mensen schreven, en geef ieder antwoord."),
        f"{reverse('desk_applications:index')}?edition={edition.pk}",
        ngettext("%(count)s wacht op antwoord", "%(count)s wachten op antwoord", waiting) % {"count": waiting}
        if waiting
        else "",
    )


def participants(request: HttpRequest, edition: Edition) -> Tile | None:
    if not is_organiser(request.user):
        return None
    number = Participation.objects.at_the_desk_of(request.user).filter(edition=edition).count()
    return Tile(
        _("Deelnemers"),
        _("Wie meedoet, en hoe het met ieder gaat."),
        f"{reverse('desk_participations:index')}?edition={edition.pk}",
        ngettext("%(count)s deelnemer", "%(count)s deelnemers", number) % {"count": number} if number else "",
    )


def facts(request: HttpRequest, edition: Edition) -> Tile:
    return Tile(
        _("Gegevens en vragen"),
        _("Wanneer, waar, hoeveel plekken, en wat je vraagt aan wie zich aanmeldt."),
        reverse("desk_editions:edit", args=[edition.pk]),
    )
