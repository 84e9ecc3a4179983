"""Handing a sheet in, saying which column is what, and starting: what an organiser presses."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lifecycle.errors import IllegalMove, Refused
from lifecycle.journal import record
from people.models import User
from programmes import policies
from programmes.importing.columns import Column, guesses
from programmes.importing.locations import TAKES_IN
from programmes.importing.policies import can_import
from programmes.importing.sheets import Row, Sheet
from programmes.models import Becomes, Edition, ImportRun, ImportSheet
from programmes.states import IMPORT


@transaction.atomic
def hand_in(sheet: Sheet, edition: Edition, *, file_name: str, by: User, at: datetime | None = None) -> ImportRun:
    """Keeps what was read; columns are guessed by their headings."""
    policies.require(can_import(by, edition))
    if edition.state not in TAKES_IN:
        raise Refused(_("Deze editie is afgelopen of gaat niet door. Kies een andere editie."))
    run = ImportRun.objects.create(
        edition=edition,
        by=by,
        file_name=file_name[:200],
        dropped=json.dumps(list(sheet.dropped)),
        columns=guesses(sheet.headings),
        rows=len(sheet.rows),
        made_at=at or timezone.now(),
    )
    ImportSheet.objects.create(run=run, content=packed(sheet))
    _note(run, "hand_in", by, was="", at=at)
    return run


@transaction.atomic
def match(
    run: ImportRun,
    columns: Mapping[str, int],
    *,
    becomes: str,
    makes_editions: bool,
    by: User,
    at: datetime | None = None,
) -> ImportRun:
    """Which column is what. Refused without a name and an address."""
    run = _own(run, by)
    if Column.ADDRESS not in columns:
        raise Refused(_("Kies de kolom met het e-mailadres. Zonder adres kunnen wij niemand vragen."))
    if not {Column.NAME.value, Column.GIVEN.value, Column.SURNAME.value} & set(columns):
        raise Refused(_("Kies de kolom met de naam."))
    if len(set(columns.values())) < len(columns):
        raise Refused(_("Je koos een kolom twee keer. Kies voor elk een andere kolom."))
    was, run.state = run.state, IMPORT.target("match", run.state)
    run.columns, run.becomes, run.makes_editions = dict(columns), Becomes(becomes), makes_editions
    run.save(update_fields=["state", "columns", "becomes", "makes_editions"])
    _note(run, "match", by, was=was, at=at)
    return run


@transaction.atomic
def start(run: ImportRun, *, by: User, at: datetime | None = None) -> ImportRun:
    """The worker takes it from here; after three attempts in vain the same press begins anew."""
    run = _own(run, by)
    was, run.state = run.state, IMPORT.target("start", run.state)
    run.attempts, run.leased_until, run.failed_at, run.fault, run.rows_seen = 0, None, None, "", 0
    run.save(update_fields=["state", "attempts", "leased_until", "failed_at", "fault", "rows_seen"])
    _note(run, "start", by, was=was, at=at)
    _look_after_commit()
    return run


@transaction.atomic
def throw_away(run: ImportRun, *, by: User) -> None:
    """The sheet goes; also the report of one that is done. IllegalMove while the worker has it."""
    run = _own(run, by)
    if run.is_at_work:
        raise IllegalMove(IMPORT.name, "throw_away", run.state)
    _note(run, "throw_away", by, was=run.state)
    run.delete()


def packed(sheet: Sheet) -> str:
    rows = [[row.number, *row.cells] for row in sheet.rows]
    return json.dumps({"headings": sheet.headings, "rows": rows}, ensure_ascii=False)


def unpacked(run: ImportRun) -> Sheet | None:
    """None once the run is over."""
    kept = ImportSheet.objects.filter(run=run).first()
    if kept is None:
        return None
    content = json.loads(kept.content)
    rows = tuple(Row(number, tuple(cells)) for number, *cells in content["rows"])
    return Sheet(tuple(content["headings"]), rows, tuple(run.dropped_headings))


def _own(run: ImportRun, by: User) -> ImportRun:
    found = ImportRun.objects.select_for_update(of=("self",)).select_related("edition__programme").filter(pk=run.pk)
    if (locked := found.first()) is None:
        raise IllegalMove(IMPORT.name, "lock", "gone")
    policies.require(can_import(by, locked.edition))
    return locked


def _note(run: ImportRun, verb: str, by: User | None, *, was: str, at: datetime | None = None) -> None:
    scope = run.edition.programme.lead_key
    record(run, verb, by=by, was=was, now=run.state, scope=scope, at=at, edition=run.edition.key)


def _look() -> None:
    from programmes.importing.tasks import look_for_imports

    look_for_imports.enqueue()


def _look_after_commit() -> None:
    """The sweep of each minute is there if the queue is not."""
    transaction.on_commit(_look, robust=True)
