"""A certificate: made when it is asked for, kept nowhere. The name on it is what was typed for it."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from home.pdf import tagged_pdf
from people.languages import said
from programmes.models import Participation, PhaseDone

# In every edition the same: a folder full of these tells nothing.
FILE_NAME = "bewijs-van-deelname.pdf"


def certificate(participation: Participation, *, name: str, named: bool = False) -> bytes:
    """The file. Where taking part reveals something, programme and organisation stand on it only if `named`.

    Refused where a PDF cannot be made.
    """
    edition = participation.edition
    shows = named or not edition.programme.is_sensitive
    completed = timezone.localdate(participation.completed_at)
    context: dict[str, Any] = {
        "name": name,
        "programme": edition.programme.name if shows else "",
        "edition": edition.name if shows else "",
        "organisations": [carrier.organisation.name for carrier in _carriers(edition)] if shows else [],
        "starts_on": edition.starts_on if shows else None,
        "completed": completed,
        "is_example": settings.TRIAL_DATA,
        "phases": [said(row.phase, "title") for row in _done(participation)] if shows else [],
    }
    return tagged_pdf("programmes/taking_part/certificate_pdf.html", context, title=_("Bewijs van deelname"))


def _carriers(edition: Any) -> Any:
    return edition.programme.carriers.select_related("organisation")


def _done(participation: Participation) -> Any:
    return PhaseDone.objects.filter(participation=participation).select_related("phase")
