"""What a dossier puts on /mijn/ and on the page of an edition."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from outcomes.models import QuestionnaireAsked
from outcomes.policies import can_keep_dossier
from people.sections import Section, Step
from programmes.desk.edition_overview import Tile
from programmes.models import Edition


def questionnaires(request: HttpRequest) -> Section | None:
    """A step for each questionnaire that is open and for which no code was taken."""
    own = QuestionnaireAsked.objects.of(request.user).open().filter(has_code=False).select_related("wave")
    steps = tuple(
        Step(
            _("Zeg wat je ervan vindt"),
            reverse("outcomes:questionnaire", args=[asked.wave.key]),
            _("Naar de vragen"),
            _("Een paar vragen over het programma. Niemand ziet wat jij antwoordt."),
            asked.wave.closes_on,
        )
        for asked in own.order_by("wave__closes_on", "pk")
    )
    return Section(steps=steps) if steps else None


def tile(request: HttpRequest, edition: Edition) -> Tile | None:
    if not can_keep_dossier(request.user, edition.programme):
        return None
    return Tile(
        _("Subsidiedossier"),
        _("Wat je beloofde, wat er gebeurde, en wat mensen ervan vonden."),
        reverse("desk_dossiers:programme", args=[edition.programme.key]),
    )
