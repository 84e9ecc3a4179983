"""What hangs on somebody's application: a code for who helps with it, and a complaint about it."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.privacy import KeepUntil, PersonalData
from programmes.models import Complaint, SupporterCode


def _export(user: User) -> dict[str, Any]:
    """Of the code its time alone: it is known to nobody, and of who helps nothing is kept."""
    codes = SupporterCode.objects.filter(application__user=user)
    return {
        "supporter_codes": list(codes.order_by("made_at").values("made_at", "ends_at")),
        "complaints": [
            {
                "key": complaint.key,
                "programme": complaint.application.edition.programme.name,
                "state": complaint.get_state_display(),
                "sent_at": complaint.sent_at,
                "answer_by": complaint.answer_by,
                "closed_at": complaint.closed_at,
                "complaint": complaint.words,
                "answer": complaint.answer,
            }
            for complaint in Complaint.objects.of(user).select_related("application__edition__programme")
        ],
    }


def _erase(user: User) -> None:
    SupporterCode.objects.filter(application__user=user).delete()
    Complaint.objects.of(user).delete()


def _ended(before: datetime) -> "QuerySet[SupporterCode]":
    return SupporterCode.objects.filter(made_at__lt=before)


def _closed(before: datetime) -> "QuerySet[Complaint]":
    return Complaint.objects.closed_before(before)


def _never_answered(before: datetime) -> "QuerySet[Complaint]":
    return Complaint.objects.left_before(before)


APPLYING = PersonalData(
    title=_("Hulp bij het aanmelden, en klachten"),
    models=("programmes.SupporterCode", "programmes.Complaint"),
    export=_export,
    erase=_erase,
    keep_until=(
        KeepUntil("supporter_code", timedelta(days=7), _("een code voor wie je helpt bij je aanmelding"), _ended),
        KeepUntil("complaint", timedelta(days=91), _("een klacht, na het antwoord"), _closed),
        KeepUntil("complaint_not_answered", timedelta(days=365), _("een klacht zonder antwoord"), _never_answered),
    ),
    words={
        "supporter_codes": _("Codes voor een meehelper"),
        "made_at": _("Gemaakt"),
        "ends_at": _("Werkt tot"),
        "complaints": _("Klachten"),
        "complaint": _("Klacht"),
        "answer_by": _("Antwoord uiterlijk op"),
        "closed_at": _("Afgesloten"),
    },
)
