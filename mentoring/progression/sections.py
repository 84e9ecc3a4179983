"""What this room shows on /mijn/ (settings.DASHBOARD_SECTIONS)."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from elections.models import BodyElection
from mentoring.models import Candidacy
from mentoring.progression.words import row_of
from people.sections import Section, Step, once
from programmes.own import taken_part_in


def candidacies(request: HttpRequest) -> Section | None:
    """For who takes or took part, or said so before: the way onto the list, and what became of it."""
    lists = BodyElection.objects.with_lists().filter(election=OuterRef("election"), body=OuterRef("body"))
    own = list(
        Candidacy.objects.of(request.user).select_related("election", "body").annotate(lists_are_there=Exists(lists))
    )
    if not own and not once(request, taken_part_in):
        return None
    return Section(
        "mentoring/section_candidacies.html",
        {"rows": [row_of(candidacy) for candidacy in own]},
        steps=tuple(_find_yourself(candidacy) for candidacy in own if _can_be_found(candidacy)),
    )


def _can_be_found(candidacy: Candidacy) -> bool:
    return bool(getattr(candidacy, "lists_are_there", False)) and not candidacy.is_claimed


def _find_yourself(candidacy: Candidacy) -> Step:
    return Step(
        title=_("Zoek jezelf op de officiële lijst"),
        text=_("De lijsten van %(body)s zijn er. Wijs aan welke plek van jou is.") % {"body": candidacy.body.title},
        url=reverse("mentoring:candidacy", kwargs={"key": candidacy.key}),
        link_label=_("Zoek"),
    )
