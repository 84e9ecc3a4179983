"""The worker's part: looks at every row, telling how far it is, and then takes the good ones in as one.

Killed at any moment nothing is in, or everything: all that changes is one transaction, and who was in is not asked
again (docs/decisions/0016).
"""

import logging
from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from home.page_cache import purge
from lifecycle.journal import record
from people import letters
from programmes.actions.turns import lock_edition
from programmes.importing.actions import unpacked
from programmes.importing.actions.making import make_edition
from programmes.importing.checking import Checked, Person, check
from programmes.importing.emails import imported_invited
from programmes.importing.locations import TAKES_IN, Locations
from programmes.models import Application, Edition, Imported, ImportRun, ImportSheet
from programmes.states import IMPORT, TAKES_A_PLACE, ImportState

logger = logging.getLogger(__name__)

LEASE_SECONDS = 300
LANGUAGE = "nl"


class Overtaken(Exception):
    """Another worker has the run by now: what this one did is taken back."""


class NotTaken(Exception):
    """The edition ended while the sheet waited."""


def run_due(at: datetime | None = None) -> int:
    """Take in what waits; how many sheets."""
    due = ImportRun.objects.started().due(at).order_by("made_at", "pk").values_list("pk", flat=True)
    return sum(_take(pk, at) for pk in list(due))


def _take(pk: int, at: datetime | None) -> bool:
    run = ImportRun.objects.started().select_related("edition__programme").claim(pk, seconds=LEASE_SECONDS, at=at)
    if run is None:
        return False
    try:
        take_in(run, at)
    except Exception as error:  # whatever went wrong, the sheet must come back
        logger.warning("import %s put back: %s", run.pk, type(error).__name__)
        run.put_back(error, at)
        return False
    return True


def take_in(run: ImportRun, at: datetime | None = None) -> None:
    at = at or timezone.now()
    sheet = unpacked(run)
    if sheet is None:
        raise Overtaken
    found = check(
        sheet,
        run.columns,
        Locations(run.edition, makes=run.makes_editions),
        today=timezone.localdate(at),
        progress=lambda seen: _tell_how_far(run, seen),
    )
    _take_in(run, found, at)


def _tell_how_far(run: ImportRun, seen: int) -> None:
    """Outside the transaction of the rows: who looks at the page sees it move."""
    ImportRun.objects.filter(pk=run.pk, attempts=run.attempts, done_at=None).update(rows_seen=seen)


@transaction.atomic
def _take_in(run: ImportRun, found: Checked, at: datetime) -> None:
    _need_it_still(run)
    editions = _editions(run, found.new)
    people = [
        Imported(
            edition=editions[person.where.mark],
            run=run,
            name=person.name,
            address=person.address,
            address_digest=person.digest,
            becomes=run.becomes,
            admitted_on=person.admitted_on,
            made_at=at,
        )
        for person in found.new
    ]
    _make_room(people)
    # Two sheets at once: of who stands in both, one is kept, and only she is asked.
    Imported.objects.bulk_create(people, batch_size=500, ignore_conflicts=True)
    asked = list(Imported.objects.filter(run=run, made_at=at))
    to = [(person.address, f"imported:{person.key}", {"imported": person.key}) for person in asked]
    letters.write_to_each(imported_invited, to, language=LANGUAGE)
    ImportSheet.objects.filter(run=run).delete()
    counts = {"rows_new": len(asked), "rows_known": found.known + len(people) - len(asked), "rows_seen": run.rows}
    faults = [[number, fault.value] for number, fault in found.faults]
    if not run.finish(at, state=IMPORT.target("finish", run.state), faults=faults, **counts):
        raise Overtaken
    scope = run.edition.programme.lead_key
    record(run, "finish", by=None, was=ImportState.STARTED, now=run.state, scope=scope, at=at, edition=run.edition.key)


def _need_it_still(run: ImportRun) -> None:
    mine = ImportRun.objects.started().select_for_update(of=("self",)).filter(pk=run.pk, attempts=run.attempts)
    if not mine.exists():
        raise Overtaken


def _editions(run: ImportRun, people: list[Person]) -> dict[str, Edition]:
    """By mark, each locked: in one order, so that two sheets at once take turns."""
    there = {person.where.edition.pk: person.where.edition for person in people if person.where.edition}
    towns = {person.where.mark: person.where.town for person in people if person.where.edition is None}
    if towns:
        there[run.edition_id] = run.edition  # of two that make editions as this one, one waits
    locked = {str(pk): lock_edition(there[pk]) for pk in sorted(there)}
    if any(edition.state not in TAKES_IN for edition in locked.values()):
        raise NotTaken
    if towns:
        again = Locations(run.edition, makes=True)  # another sheet may have made it meanwhile
        for mark, town in towns.items():
            found = again.find(town)
            known = getattr(found, "edition", None)
            locked[mark] = known or _made(run, town)
        transaction.on_commit(purge)
    return locked


def _made(run: ImportRun, town: str) -> Edition:
    made = make_edition(run.edition, town)
    record(made, "make_for_import", by=run.by, scope=run.edition.programme.lead_key, edition=run.edition.key)
    return made


def _make_room(people: list[Imported]) -> None:
    """Who takes part has a place: an edition holds at least those whom a sheet says are in it."""
    coming = Counter(person.edition_id for person in people if person.takes_part)
    for edition in {person.edition_id: person.edition for person in people if person.takes_part}.values():
        taken = Application.objects.filter(edition=edition, state__in=TAKES_A_PLACE).count()
        waiting = Imported.objects.invited().filter(edition=edition, becomes="participant").count()
        needed = taken + waiting + coming[edition.pk]
        if needed > edition.capacity:
            Edition.objects.filter(pk=edition.pk).update(capacity=needed)
