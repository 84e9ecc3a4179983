"""What is asked consent for on the way onto a list (settings.CONSENT_PURPOSES)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Candidacy
from people.consent import Purpose

CANDIDACY = Purpose(
    "candidacy",
    gettext_lazy("Bewaren dat je op een lijst staat"),
    on_withdraw="mentoring.progression.actions.forget_candidacy",
    call_abouts="mentoring.progression.consent_purposes.call_candidacies",
)

CANDIDACY_ENTRY = Purpose(
    "candidacy_entry",
    gettext_lazy("Bewaren welke plek op welke lijst van jou is"),
    on_withdraw="mentoring.progression.actions.forget_entry",
    call_abouts="mentoring.progression.consent_purposes.call_candidacies",
)


def call_candidacies(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Which body and election; never which list."""
    found = Candidacy.objects.filter(key__in=keys).select_related("election", "body")
    return {
        candidacy.key: _("%(body)s, %(election)s") % {"body": candidacy.body.title, "election": candidacy.election.name}
        for candidacy in found
    }
