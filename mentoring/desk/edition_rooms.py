"""Pairing on the page of an edition (settings.EDITION_ROOMS) and in the path of a small programme."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.models import Match
from mentoring.pool import without_mentor
from people.roles import is_organiser
from programmes.desk.edition_overview import Tile
from programmes.models import Edition
from programmes.small_programme.steps import Step


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    """Where there are mentors: how many people are without one."""
    if not edition.programme.has_mentors or not is_organiser(request.user):
        return None
    number = _without_mentor(request, edition)
    said = ngettext("%(count)s zonder mentor", "%(count)s zonder mentor", number) % {"count": number}
    return Tile(
        _("Koppelen"),
        _("Wie geen mentor heeft, wie past, en een ronde voor allemaal tegelijk."),
        reverse("desk_pairing:edition", args=[edition.key]),
        said if number else "",
    )


def step(request: HttpRequest, edition: Edition) -> Step | None:
    if not edition.programme.has_mentors:
        return None
    url, title = reverse("desk_pairing:edition", args=[edition.key]), _("Mentoren koppelen")
    waiting = _without_mentor(request, edition)
    if not waiting and Match.objects.at_the_desk_of(request.user).filter(participation__edition=edition).exists():
        return Step(
            title, _("Iedereen die je nu kunt koppelen, heeft een mentor of een voorstel."), url, _("Bekijk"), True
        )
    return Step(title, _("Kies bij elke deelnemer een mentor. Met één druk horen beiden het."), url, _("Koppel"))


def _without_mentor(request: HttpRequest, edition: Edition) -> int:
    return without_mentor(by=request.user).filter(edition=edition).count()
