"""What this room holds about a person: what we mind when we bring her together, and the office she told us of."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from elections.models import Body
from mentoring.models import Concern, HeldOffice, MenteeProfile, Mentor, MentorProfile
from people.models import User
from people.privacy import KeepUntil, PersonalData


def export(user: User) -> dict[str, Any]:
    held = HeldOffice.objects.filter(user=user).first()
    return {
        "concerns": [
            {"side": one.get_side_display(), "concern": one.words, "said_at": one.said_at}
            for one in Concern.objects.filter(user=user)
        ],
        "held_office": _office(held) if held else {},
    }


def _office(held: HeldOffice) -> dict[str, Any]:
    body = Body.objects.filter(slug=held.place).first()
    return {
        "office": held.get_office_display(),
        "office_place": body.title if body else held.place,
        "office_years": held.years,
        "listed_as": held.listed_as,
        "said_at": held.told_at,
    }


def erase(user: User) -> None:
    Concern.objects.filter(user=user).delete()
    HeldOffice.objects.filter(user=user).delete()


def _concerns_for_nothing(before: datetime) -> "QuerySet[Concern]":
    """They go with the profile that they were said beside."""
    mentee = MenteeProfile.objects.filter(user=OuterRef("user"))
    mentor = MentorProfile.objects.filter(user=OuterRef("user"))
    return Concern.objects.filter(
        Q(~Exists(mentee), side="mentee") | Q(~Exists(mentor), side="mentor"), said_at__lt=before
    )


def _offices_of_no_mentor(before: datetime) -> "QuerySet[HeldOffice]":
    return HeldOffice.objects.filter(~Exists(Mentor.objects.filter(user=OuterRef("user"))), told_at__lt=before)


HALF_A_YEAR = timedelta(days=182)

VETTING = PersonalData(
    title=_("Wat je ons als mentor of deelnemer meegaf"),
    models=("mentoring.Concern", "mentoring.HeldOffice"),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil("concern", HALF_A_YEAR, _("waar wij op moeten letten, als je profiel weg is"), _concerns_for_nothing),
        KeepUntil("held_office", HALF_A_YEAR, _("welk ambt je had, als je nergens mentor bent"), _offices_of_no_mentor),
    ),
    words={
        "concerns": _("Waar wij op letten"),
        "side": _("Als"),
        "concern": _("Jouw woorden"),
        "said_at": _("Verteld"),
        "held_office": _("Jouw ambt"),
        "office": _("Ambt"),
        "office_place": _("Waar"),
        "office_years": _("Jaren"),
        "listed_as": _("Naam in de uitslag"),
    },
)
