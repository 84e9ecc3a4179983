"""Looking at people at the desk: whose name is shown, and that each look is noted and told to the person."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from lifecycle.journal import record
from people.models import Organisation, User
from people.seen import Role, What, note_view
from programmes.models import Application, Carrier, Participation

Row = Application | Participation


def shown_name(row: Row) -> str:
    """Nobody, until this person agrees to what the edition reveals by now."""
    return _("Wacht op toestemming") if row.awaits_consent else str(row.user)


def note_list(rows: Iterable[Row], by: User, what: What | None = None) -> None:
    """Names on a list are seen too: noted per organisation, in one statement each. `what`: where it is more."""
    own = _looked_at_for([row for row in rows if not row.awaits_consent], by)
    for organisation in sorted(set(own.values()), key=lambda one: one.pk):
        seen = [row for row, theirs in own.items() if theirs == organisation]
        persons = [row.user for row in seen]
        note_view(persons, by=by, role=Role.ORGANISER, what=what or _what(seen[0]), organisation=organisation)


def note_look(row: Row, by: User) -> None:
    """One person on a page of her own: journalled as well."""
    organisation = _looked_at_for([row], by)[row]
    note_view(row.user, by=by, role=Role.ORGANISER, what=_what(row), organisation=organisation)
    record(row, "view", by=by, scope=organisation.key, edition=row.edition.key)


def note_file(rows: Iterable[Row], by: User) -> None:
    """All these people stand in a file that leaves the desk."""
    own = _looked_at_for(list(rows), by)
    for organisation in sorted(set(own.values()), key=lambda one: one.pk):
        seen = [row.user for row, theirs in own.items() if theirs == organisation]
        note_view(seen, by=by, role=Role.ORGANISER, what=What.FILE, organisation=organisation)


def _looked_at_for(rows: list[Row], by: User) -> dict[Row, Organisation]:
    """The organisation for which this person looks at each: one that carried the programme by then."""
    programmes = {row.edition.programme_id for row in rows}
    carriers = list(Carrier.objects.organised_by(by).filter(programme__in=programmes).select_related("organisation"))
    return {
        row: carrier.organisation
        for row in rows
        for carrier in reversed(carriers)  # the first one stays
        if carrier.programme_id == row.edition.programme_id and carrier.since <= row.seen_since
    }


def _what(row: Row) -> What:
    return What.PARTICIPATION if isinstance(row, Participation) else What.APPLICATION
