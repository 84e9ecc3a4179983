"""Row by row: who can come in, who stands there already, and what is wrong with the others. Changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower

from people import addresses
from people.models import User
from programmes.importing.columns import Column
from programmes.importing.days import read_day
from programmes.importing.faults import Fault
from programmes.importing.locations import Locations, Where
from programmes.importing.sheets import Row, Sheet
from programmes.models import Application, Imported, Participation
from programmes.states import ApplicationState

LONGEST_NAME = 60
AT_ONCE = 250
"""Rows looked up in one go, and between two words about how far it is."""

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Person:
    """A row in which nothing is wrong."""

    number: int
    name: str
    address: str
    digest: str
    where: Where
    admitted_on: date | None = None


@dataclass
class Checked:
    new: list[Person] = field(default_factory=list)
    known: int = 0
    faults: list[tuple[int, Fault]] = field(default_factory=list)


def check(
    sheet: Sheet,
    columns: Mapping[str, int],
    locations: Locations,
    *,
    today: date,
    progress: Progress = lambda seen: None,
) -> Checked:
    """`columns` says at which place of a row each column stands."""
    found, done = Checked(), 0
    seen: set[tuple[str, str]] = set()
    for part in _parts(sheet.rows):
        fine: list[Person] = []
        for row in part:
            try:
                person = _read(row, columns, locations, today)
            except Wrong as wrong:
                found.faults.append((row.number, wrong.fault))
                continue
            if (mark := (person.where.mark, person.digest)) in seen:
                found.faults.append((row.number, Fault.TWICE))
            else:
                seen.add(mark)
                fine.append(person)
        there = _there_already(fine)
        found.known += len(there)
        found.new += [person for person in fine if (person.where.mark, person.digest) not in there]
        done += len(part)
        progress(done)
    return found


class Wrong(Exception):
    """A row that cannot come in."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def _read(row: Row, columns: Mapping[str, int], locations: Locations, today: date) -> Person:
    def cell(column: Column) -> str:
        place = columns.get(column.value)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    parts = (cell(Column.GIVEN), cell(Column.PREFIX), cell(Column.SURNAME))
    name = _name(cell(Column.NAME) or " ".join(part for part in parts if part))
    address = _address(cell(Column.ADDRESS))
    where = locations.find(cell(Column.TOWN))
    if isinstance(where, Fault):
        raise Wrong(where)
    return Person(row.number, name, address, addresses.keyed(address), where, _day(cell(Column.DAY), today))


def _name(text: str) -> str:
    if not text:
        raise Wrong(Fault.NO_NAME)
    if len(text) > LONGEST_NAME:
        raise Wrong(Fault.LONG_NAME)
    return text


def _address(text: str) -> str:
    if not text:
        raise Wrong(Fault.NO_ADDRESS)
    try:
        return addresses.clean(text)
    except ValidationError:
        raise Wrong(Fault.WRONG_ADDRESS) from None


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    day = read_day(text)
    if day is None:
        raise Wrong(Fault.WRONG_DAY)
    if day > today:
        raise Wrong(Fault.DAY_TO_COME)
    return day


def _there_already(people: Sequence[Person]) -> set[tuple[str, str]]:
    """Where and by which mark: asked before, or with an account that sent an application or takes part."""
    editions = {person.where.edition.pk: person.where.mark for person in people if person.where.edition}
    if not editions:
        return set()
    digests = [person.digest for person in people]
    asked = Imported.objects.filter(edition__in=editions, address_digest__in=digests)
    there = {(editions[edition], digest) for edition, digest in asked.values_list("edition", "address_digest")}
    accounts = accounts_of([person.address for person in people])
    if accounts:
        sent = Application.objects.filter(edition__in=editions, user__in=accounts).exclude(state=ApplicationState.DRAFT)
        part = Participation.objects.filter(edition__in=editions, user__in=accounts)
        for rows in (sent, part):
            for edition, user in rows.values_list("edition", "user"):
                there |= {(editions[edition], digest) for digest in accounts[user]}
    return there & {(person.where.mark, person.digest) for person in people}


def accounts_of(some: Sequence[str]) -> dict[int, set[str]]:
    """By account, the marks of those of these addresses that are hers."""
    lowered = [address.lower() for address in some]
    found: dict[int, set[str]] = {}
    main = User.objects.annotate(lowered=Lower("email")).filter(lowered__in=lowered).values_list("pk", "lowered")
    more = EmailAddress.objects.annotate(lowered=Lower("email")).filter(lowered__in=lowered, verified=True)
    for user, address in [*main, *more.values_list("user", "lowered")]:
        found.setdefault(user, set()).add(addresses.keyed(address))
    return found


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    every = iter(rows)
    while part := list(islice(every, AT_ONCE)):
        yield part
