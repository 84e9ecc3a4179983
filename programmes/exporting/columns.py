"""What may leave the desk in a file. A fixed list: what does not stand here has no way out.

Never a trait, a party, an answer, what somebody needs to take part, a note or a reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, TextChoices
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from programmes.models import Application, Attendance, Participation
from programmes.taking_part.choices import Presence

Row = Application | Participation
Texts = Callable[[Sequence[Row]], list[str]]


class Who(TextChoices):
    PARTICIPANTS = "deelnemers", _("Wie meedoet of meedeed")
    APPLICANTS = "aanmeldingen", _("Wie zich aanmeldde")


@dataclass(frozen=True)
class ExportColumn:
    """`texts` gives what stands below it, a text for each row; few queries, however many rows."""

    name: str
    label: str | Promise
    texts: Texts


def _each(read: Callable[[Row], str]) -> Texts:
    return lambda rows: [read(row) for row in rows]


def _day(field: str) -> Texts:
    return _each(lambda row: day(getattr(row, field)))


def day(moment: datetime | None) -> str:
    """As every program reads it."""
    return timezone.localtime(moment).date().isoformat() if moment else ""


def _attended(rows: Sequence[Row]) -> list[str]:
    """ "3 van 4": of the meetings of which somebody said whether she was there."""
    noted = Attendance.objects.filter(participation__in=[row.pk for row in rows]).values_list("participation")
    counts = {
        pk: (there, all_of_them)
        for pk, there, all_of_them in noted.annotate(
            there=Count("pk", filter=Q(presence=Presence.PRESENT)), all_of_them=Count("pk")
        )
        .order_by("participation")
        .values_list("participation", "there", "all_of_them")
    }
    return [_of(*counts[row.pk]) if row.pk in counts else "" for row in rows]


def _of(there: int, all_of_them: int) -> str:
    return str(_("%(there)s van %(all)s") % {"there": there, "all": all_of_them})


NAME = ExportColumn("naam", _("Naam"), _each(lambda row: str(row.user)))
ADDRESS = ExportColumn("email", _("E-mailadres"), _each(lambda row: row.user.email))
STATE = ExportColumn("stand", _("Stand"), _each(lambda row: row.get_state_display()))
TOWN = ExportColumn("plaats", _("Plaats"), _each(lambda row: row.edition.town))

ALLOWED: dict[Who, tuple[ExportColumn, ...]] = {
    Who.PARTICIPANTS: (
        NAME,
        ADDRESS,
        TOWN,
        STATE,
        ExportColumn("toegelaten", _("Toegelaten"), _day("admitted_at")),
        ExportColumn("begonnen", _("Begonnen"), _day("started_at")),
        ExportColumn("afgerond", _("Afgerond"), _day("completed_at")),
        ExportColumn("gestopt", _("Gestopt"), _day("left_at")),
        ExportColumn("aanwezig", _("Aanwezig"), _attended),
    ),
    Who.APPLICANTS: (
        NAME,
        ADDRESS,
        TOWN,
        STATE,
        ExportColumn("verstuurd", _("Verstuurd"), _day("submitted_at")),
        ExportColumn("besloten", _("Besloten"), _day("decided_at")),
    ),
}


def choices() -> list[tuple[str, str | Promise]]:
    """Every column once, in order."""
    every = {column.name: column.label for columns in ALLOWED.values() for column in columns}
    return list(every.items())
