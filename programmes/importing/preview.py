"""What would happen with a sheet, before anything does: shown to the organiser whose sheet it is."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from programmes.importing.checking import Person, check
from programmes.importing.columns import Column
from programmes.importing.faults import Fault
from programmes.importing.locations import Locations
from programmes.importing.sheets import Sheet
from programmes.models import ImportRun

MOST_SHOWN = 10


@dataclass(frozen=True)
class FaultyRow:
    number: int
    fault: Fault
    text: str
    """The name and the address as they stand there, so that the row is found again."""


@dataclass(frozen=True)
class Preview:
    new: int
    known: int
    faulty: list[FaultyRow]
    first: list[Person]
    by_place: list[tuple[str, int, bool]]
    """A place, how many come in there, and whether its edition is still to be made."""

    @property
    def makes_editions(self) -> bool:
        return any(is_made for _place, _number, is_made in self.by_place)


def preview_of(run: ImportRun, sheet: Sheet) -> Preview:
    locations = Locations(run.edition, makes=run.makes_editions)
    found = check(sheet, run.columns, locations, today=timezone.localdate())
    texts = {row.number: row.cells for row in sheet.rows}
    return Preview(
        new=len(found.new),
        known=found.known,
        faulty=[FaultyRow(number, fault, _text(run, texts[number])) for number, fault in found.faults],
        first=found.new[:MOST_SHOWN],
        by_place=_by_place(found.new),
    )


def _text(run: ImportRun, cells: tuple[str, ...]) -> str:
    shown = (Column.NAME, Column.GIVEN, Column.PREFIX, Column.SURNAME, Column.ADDRESS)
    places = [run.columns[column] for column in shown if column in run.columns]
    return " ".join(cells[place] for place in places if place < len(cells) and cells[place])


def _by_place(people: list[Person]) -> list[tuple[str, int, bool]]:
    counted = Counter(person.where.mark for person in people)
    names = {person.where.mark: person.where for person in people}
    rows = [
        (str(names[mark].edition or names[mark].town), number, names[mark].edition is None)
        for mark, number in counted.items()
    ]
    return sorted(rows)
