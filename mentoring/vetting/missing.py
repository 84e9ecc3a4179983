"""What still lacks before a mentor can be admitted, and after: in words for the desk."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.models import Mentor, PairingRules
from mentoring.states import MentorState
from mentoring.under_18 import GOING_ON
from mentoring.vetting import code
from people.models import ConsentText
from programmes.models import Edition
from programmes.models.edition import ADULT


@dataclass(frozen=True)
class Asked:
    """What is asked of the mentors of these programmes; a query for each of the three, however many mentors."""

    text: ConsentText
    vog: frozenset[int]
    """Programmes in which no mentor may be without."""


def asked_in(programmes: Iterable[int]) -> Asked:
    programmes = set(programmes)
    rules = PairingRules.objects.filter(programme__in=programmes, asks_vog=True).values_list("programme", flat=True)
    young = Edition.objects.filter(programme__in=programmes, minimum_age__lt=ADULT, state__in=GOING_ON)
    return Asked(code.current(), frozenset({*rules, *young.values_list("programme", flat=True)}))


def missing(mentor: Mentor, asked: Asked) -> list[str]:
    """`mentor` with its places (mentoring.pool.with_places). Nothing of who does not mentor here (any more)."""
    if mentor.state not in (MentorState.APPLIED, MentorState.ADMITTED):
        return []
    lacks = [
        (not mentor.talked_on, _("gesprek")),
        (not mentor.signed_on, _("gedragscode")),
        (mentor.signed_on and code.is_behind(mentor, asked.text), _("nieuwe gedragscode")),
        (not mentor.vog_on and mentor.programme_id in asked.vog, _("VOG")),
        (not mentor.office_checked_on, _("ambt controleren")),
        (getattr(mentor, "capacity", None) is None, _("profiel")),
    ]
    return [word for lacking, word in lacks if lacking]
