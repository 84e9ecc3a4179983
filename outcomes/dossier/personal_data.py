"""What the questionnaire keeps about a person: that she was asked, and whether she took a code. Never an answer."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.models import QuestionnaireAsked
from people.models import User
from people.privacy import KeepUntil, PersonalData


def export(user: User) -> dict[str, Any]:
    asked = QuestionnaireAsked.objects.of(user).select_related("wave__edition__programme").order_by("pk")
    return {
        "questionnaires": [
            {
                "programme": one.wave.edition.programme.name,
                "edition": one.wave.edition.name,
                "moment": one.wave.get_moment_display(),
                "has_code": one.has_code,
            }
            for one in asked
        ]
    }


def erase(user: User) -> None:
    """What she answered is not hers to find back: it was added to counters and is nobody's since."""
    QuestionnaireAsked.objects.of(user).delete()


def _closed(before: datetime) -> "QuerySet[QuestionnaireAsked]":
    return QuestionnaireAsked.objects.filter(wave__closes_on__lt=timezone.localdate(before))


DOSSIER = PersonalData(
    title=_("Vragenlijsten"),
    models=("outcomes.QuestionnaireAsked",),
    export=export,
    erase=erase,
    keep_until=(
        KeepUntil(
            "questionnaire_asked",
            timedelta(days=1),
            _("dat wij je om je mening vroegen, na de laatste dag van de vragenlijst"),
            _closed,
        ),
    ),
    words={
        "questionnaires": _("Vragenlijsten"),
        "programme": _("Programma"),
        "edition": _("Editie"),
        "moment": _("Wanneer"),
        "has_code": _("Code gekregen"),
    },
)
