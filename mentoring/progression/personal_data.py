"""What this room holds about a person: her candidacies, and where she said "dit ben ik"."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Candidacy
from mentoring.progression.consent_purposes import CANDIDACY, CANDIDACY_ENTRY
from people.models import Consent, User
from people.privacy import KeepUntil, PersonalData, delete


def export(user: User) -> dict[str, Any]:
    own = Candidacy.objects.filter(user=user).select_related("election", "body")
    return {
        "candidacies": [
            {
                "key": candidacy.key,
                "election": candidacy.election.name,
                "body": candidacy.body.title,
                "state": candidacy.get_state_display(),
                "told_at": candidacy.told_at,
                "claimed_at": candidacy.claimed_at,
                "entry": candidacy.entry,
                "place": candidacy.place,
                "outcome_at": candidacy.outcome_at,
            }
            for candidacy in own
        ]
    }


def erase(user: User) -> None:
    Candidacy.objects.filter(user=user).delete()


def _told_before(before: datetime) -> "QuerySet[Candidacy]":
    return Candidacy.objects.filter(told_at__lt=before)


def _with_consents(over: "QuerySet[Candidacy]") -> int:
    """A candidacy that goes takes along the consents it rested on."""
    purposes = [CANDIDACY.name, CANDIDACY_ENTRY.name]
    rested = Consent.objects.standing().filter(text__purpose__in=purposes, about__in=over.values("key"))
    rested.update(withdrawn_at=timezone.now())
    return delete(over)


PROGRESSION = PersonalData(
    title=_("Op de lijst"),
    models=("mentoring.Candidacy",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "candidacy",
            timedelta(days=5 * 365),
            _("dat je op een kandidatenlijst stond, nadat je het vertelde"),
            _told_before,
            remove=_with_consents,
        ),
    ),
    words={
        "candidacies": _("Kandidaturen"),
        "election": _("Verkiezing"),
        "body": _("Bestuur"),
        "state": _("Stand"),
        "told_at": _("Verteld"),
        "claimed_at": _("Plek aangewezen"),
        "entry": _("Plek op de officiële lijst"),
        "place": _("Plaats op de lijst"),
        "outcome_at": _("Uitslag van"),
    },
)
