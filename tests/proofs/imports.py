"""A course in forty places as one sheet, with faults in it; and a worker that is killed at any statement."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone
from openpyxl import Workbook

from people.models import Letter
from programmes.importing import actions, running
from programmes.importing.reading import read
from programmes.models import Becomes, Edition, Imported, ImportRun, ImportSheet
from tests.factories.programmes import OpenEditionFactory, organiser_of

PLACES = 40
EVERY = 33
"""One row in so many is faulty: thirty in a thousand."""
FEW = 10
"""Rows of a sheet that is killed again and again."""
DAYS = ("12-3-2026", "2026-03-12", "12 maart 2026")
HEADINGS = ("Naam", "E-mail", "Locatie", "Toegelaten op", "Beperking", "Partij")
FAULTS = ("no_name", "wrong_address", "no_address", "twice", "wrong_day")

Cells = list[str]


def rows_of(count: int, *, mended: bool) -> tuple[list[Cells], list[list[Any]]]:
    """The rows, and what must be reported of them; `mended` gives the same rows without faults."""
    rows, faults = [], []
    for number in range(count):
        row = [f"Mens {number}", f"mens{number}@example.org", f"Plaats {number % PLACES}", DAYS[number % 3], "x", "y"]
        if number % EVERY == EVERY - 1 and not mended:
            fault = FAULTS[number // EVERY % len(FAULTS)]
            _spoil(row, fault, rows[-1])
            faults.append([number + 2, fault])
        rows.append(row)
    return rows, faults


def _spoil(row: Cells, fault: str, before: Cells) -> None:
    match fault:
        case "no_name":
            row[0] = ""
        case "no_address":
            row[1] = ""
        case "wrong_address":
            row[1] = "geen adres"
        case "twice":
            row[1:3] = before[1:3]
        case _:
            row[3] = "31-2-2026"


def handed_in(edition: Edition, rows: list[Cells]) -> ImportRun:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [list(HEADINGS), *rows]:
        sheet.append(row)
    book.save(kept := io.BytesIO())
    by = organiser_of(edition.programme)
    run = actions.hand_in(read(kept.getvalue(), "cursus.xlsx"), edition, file_name="cursus.xlsx", by=by)
    actions.match(run, run.columns, becomes=Becomes.PARTICIPANT, makes_editions=True, by=by)
    return actions.start(run, by=by)


def taken_in(edition: Edition, rows: list[Cells]) -> ImportRun:
    run = handed_in(edition, rows)
    running.run_due()
    run.refresh_from_db()
    return run


def rightly_taken_in(count: int) -> int:
    """How many rows ended as they must: in, or reported; then mended ones in, and all others as they were."""
    edition = OpenEditionFactory(town="", capacity=20)
    rows, faults = rows_of(count, mended=False)
    first = taken_in(edition, rows)
    before = set(Imported.objects.values_list("key", "made_at"))
    as_reported = first.faults == faults and first.dropped_headings == ["Beperking", "Partij"]
    good = count - len(faults)
    in_place = len(before) == first.rows_new == good and Edition.objects.count() == PLACES + 1
    again = taken_in(edition, rows_of(count, mended=True)[0])
    added = again.faults == [] and (again.rows_new, again.rows_known) == (len(faults), good)
    unchanged = before <= set(Imported.objects.values_list("key", "made_at"))
    asked_once = Letter.objects.count() == Imported.objects.count() == count
    room = all(edition.capacity >= edition.imported.count() for edition in Edition.objects.all())
    held = as_reported and in_place and added and unchanged and asked_once and room
    return count if held and Edition.objects.count() == PLACES + 1 else 0


class Killed(BaseException):
    """No code of ours comes after it, as after a signal."""


@contextmanager
def killed_at(statement: int) -> Iterator[list[int]]:
    """The connection dies before the so-manieth statement; the list counts how many there were."""
    seen = [0]

    def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "SAVEPOINT" not in sql:
            seen[0] += 1
            if seen[0] == statement:
                raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(die):
        yield seen


def survived_kills(count: int) -> int:
    """How many kills, spread evenly over all statements of a run, left nothing half and the sheet ready for another."""
    edition = OpenEditionFactory(town="")
    handed_in(edition, rows_of(FEW, mended=True)[0])
    with killed_at(0) as seen:
        running.run_due()
    statements, at, held = seen[0], timezone.now(), 0
    run = _anew(edition)
    for number in range(count):
        at += timedelta(seconds=running.LEASE_SECONDS + 1)
        ImportRun.objects.filter(pk=run.pk).update(attempts=0)
        try:
            with killed_at(1 + number * (statements - 1) // count):
                running.run_due(at)
        except Killed:
            held += _nothing_is_in()
        if not _nothing_is_in():
            run = _anew(edition)
    running.run_due(at + timedelta(seconds=running.LEASE_SECONDS + 1))
    return held if Imported.objects.count() == Letter.objects.count() == FEW else 0


def _nothing_is_in() -> bool:
    return (
        not Imported.objects.exists()
        and not Letter.objects.exists()
        and Edition.objects.count() == 1
        and ImportSheet.objects.count() == 1
    )


def _anew(edition: Edition) -> ImportRun:
    Imported.objects.all().delete()
    Letter.objects.all().delete()
    Edition.objects.exclude(pk=edition.pk).delete()
    ImportRun.objects.all().delete()
    return handed_in(edition, rows_of(FEW, mended=True)[0])
