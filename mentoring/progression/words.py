"""How a candidacy stands, in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.models import Candidacy
from mentoring.states import CandidacyState


@dataclass(frozen=True)
class Status:
    label: str
    text: str
    badge: str
    """The kind of badge (components/badge.html)."""


def status_of(candidacy: Candidacy) -> Status:
    return {
        CandidacyState.TOLD: Status(
            _("Je staat op de lijst"),
            _("Je hebt ons dit verteld. Is de officiële lijst er? Zoek dan jezelf op."),
            "now",
        ),
        CandidacyState.LISTED: Status(
            _("Je staat op de officiële lijst"),
            _("Je plek is gevonden. Na de uitslag zie je hier of je gekozen bent."),
            "done",
        ),
        CandidacyState.ELECTED: Status(
            _("Je bent gekozen"),
            _("Zo staat het in de officiële uitslag. Gefeliciteerd!"),
            "done",
        ),
        CandidacyState.NOT_ELECTED: Status(
            _("Je bent nu niet gekozen"),
            _("Zo staat het in de officiële uitslag. Wie later opvolgt, staat daar niet in."),
            "later",
        ),
    }[CandidacyState(candidacy.state)]


def row_of(candidacy: Candidacy) -> dict[str, object]:
    """As a row of the ballot sheet (components/ballot.html)."""
    status = status_of(candidacy)
    return {
        "title": candidacy.body.title,
        "url": reverse("mentoring:candidacy", kwargs={"key": candidacy.key}),
        "text": candidacy.election.name,
        "chosen": candidacy.is_claimed,
        "badge": {"kind": status.badge, "label": status.label},
    }
