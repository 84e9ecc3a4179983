"""Taking a list of people out of the desk: asked, gathered, noted with each of them, and written in the journal."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lifecycle.errors import Refused
from lifecycle.journal import record
from people.models import User
from programmes import policies
from programmes.desk.looking import note_file
from programmes.exporting.columns import ALLOWED, Row, Who
from programmes.exporting.policies import can_export
from programmes.models import Application, Edition, Participation


@transaction.atomic
def take_out(
    edition: Edition, who: Who, names: Sequence[str], *, by: User, at: datetime | None = None
) -> list[list[str]]:
    """Headings and rows. Of the columns asked for, those that the list allows; at the end who made it, and when.

    Who has not agreed yet to be seen is not in it. Refused when nobody is.
    """
    policies.require(can_export(by, edition))
    columns = [column for column in ALLOWED[who] if column.name in names]
    if not columns:
        raise Refused(_("Kies ten minste één kolom die bij deze mensen hoort."))
    rows = [row for row in _rows(edition, who, by) if not row.awaits_consent]
    if not rows:
        raise Refused(_("Er is nog niemand om in een bestand te zetten."))
    at = at or timezone.now()
    made = _("Gemaakt door %(name)s op %(day)s") % {
        "name": by.name,
        "day": date_format(timezone.localtime(at), "j F Y"),
    }
    texts = [column.texts(rows) for column in columns]
    note_file(rows, by)
    scope = edition.programme.lead_key
    said = ".".join(column.name for column in columns)[:80]
    record(edition, "export", by=by, scope=scope, at=at, who=who.value, rows=len(rows), columns=said)
    return [
        [*(str(column.label) for column in columns), _("Herkomst")],
        *([*cells, made] for cells in zip(*texts, strict=True)),
    ]


def _rows(edition: Edition, who: Who, by: User) -> list[Row]:
    if who == Who.PARTICIPANTS:
        taking_part = Participation.objects.at_the_desk_of(by).with_consent_asked().order_by("admitted_at", "pk")
        return list(taking_part.filter(edition=edition).select_related("user", "edition__programme"))
    applied = Application.objects.at_the_desk_of(by).with_consent_asked().order_by("submitted_at", "pk")
    return list(applied.filter(edition=edition).select_related("user", "edition__programme"))


def file_name(edition: Edition, who: Who, form: str, *, at: datetime | None = None) -> str:
    """Says what it is of, unless that tells something of health or origin."""
    day = timezone.localtime(at or timezone.now()).date().isoformat()
    if edition.is_sensitive or edition.programme.is_sensitive:
        return f"lijst-{day}.{form}"
    return f"{who.value}-{slugify(f'{edition.programme.name} {edition.name}')[:80]}-{day}.{form}"
