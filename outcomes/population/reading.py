"""What a file with invented people says, or what is wrong with it, line by line. Touches no database."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from outcomes.choices import FunnelStep, Gender
from programmes.choices import Office, Province

EARLIEST_BIRTH, YOUNGEST = 1900, 16
IN_ORDER = (
    FunnelStep.SIGNED_UP,
    FunnelStep.APPLIED,
    FunnelStep.ADMITTED,
    FunnelStep.STARTED,
    FunnelStep.COMPLETED,
)
STEPS = (*IN_ORDER, FunnelStep.MATCHED, FunnelStep.LISTED, FunnelStep.ELECTED)
ABOUT = ("person", "gender", "birth_year", "province", "programme", "edition", "source", "office")
COLUMNS = (*ABOUT, *(step.value for step in STEPS))
OFFICES = (Office.COUNCIL.value, Office.STATES.value, Office.WATER_BOARD.value)
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,60}")
LONGEST = {"person": 80, "programme": 120, "edition": 80}


@dataclass(frozen=True)
class Traits:
    gender: str
    birth_year: int | None
    province: str


@dataclass(frozen=True)
class Line:
    """One person in one programme, with the day of each step."""

    number: int
    person: str
    traits: Traits
    programme: str
    edition: str
    source: str
    office: str
    days: dict[FunnelStep, date]


@dataclass(frozen=True)
class Fault:
    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


class NotAPopulation(ValueError):
    """The file has no such columns at all."""


def read(text: Iterable[str], today: date) -> Iterator[Line | Fault]:
    """Every line that is right and every fault of those that are not, in the order of the file.

    NotAPopulation when columns are missing. Across lines: a person has the same traits on each, and stands once
    in an edition.
    """
    rows = csv.DictReader(text)
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or [])]
    if missing:
        raise NotAPopulation(f"missing columns: {', '.join(missing)}")
    traits: dict[str, Traits] = {}
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        number = rows.line_num
        values = {name: (row[name] or "").strip() for name in COLUMNS}
        if faults := [*_faults(values, today)]:
            yield from (Fault(number, fault) for fault in faults)
            continue
        line = _line(number, values)
        place = line.person, line.programme, line.edition
        if traits.setdefault(line.person, line.traits) != line.traits:
            yield Fault(number, f"person {line.person!r} has other traits than on an earlier line")
        elif place in seen:
            yield Fault(number, f"person {line.person!r} stands twice in this edition")
        else:
            seen.add(place)
            yield line


def _line(number: int, values: dict[str, str]) -> Line:
    year = values["birth_year"]
    return Line(
        number,
        values["person"],
        Traits(values["gender"], int(year) if year else None, values["province"]),
        values["programme"],
        values["edition"],
        values["source"],
        values["office"],
        days={step: date.fromisoformat(values[step]) for step in STEPS if values[step]},
    )


def _faults(values: dict[str, str], today: date) -> Iterator[str]:
    for name in ("person", "programme"):
        if not values[name]:
            yield f"{name} is empty"
    for name, longest in LONGEST.items():
        if len(values[name]) > longest:
            yield f"{name} is longer than {longest}"
    known = {"gender": Gender.values, "province": Province.values, "office": OFFICES}
    for name, allowed in known.items():
        if values[name] and values[name] not in allowed:
            yield f"unknown {name} {values[name]!r}"
    if values["source"] and not SLUG.fullmatch(values["source"]):
        yield f"source {values['source']!r} is no slug"
    if values["birth_year"] and not _is_possible(values["birth_year"], today):
        yield f"birth_year {values['birth_year']!r} is outside {EARLIEST_BIRTH} to {today.year - YOUNGEST}"
    yield from _faults_of_days(values, today)


def _is_possible(year: str, today: date) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}", year)) and EARLIEST_BIRTH <= int(year) <= today.year - YOUNGEST


def _faults_of_days(values: dict[str, str], today: date) -> Iterator[str]:
    days: dict[str, date] = {}
    for step in STEPS:
        if not values[step]:
            continue
        try:
            days[step] = _day(values[step])
        except ValueError:
            yield f"{step.value} {values[step]!r} is no day such as 2026-11-01"
            continue
        if days[step] > today:
            yield f"{step.value} {values[step]} is later than today"
    for earlier, later in zip(IN_ORDER, IN_ORDER[1:], strict=False):
        if values[later] and not values[earlier]:
            yield f"{later.value} without {earlier.value}"
        elif earlier in days and later in days and days[later] < days[earlier]:
            yield f"{later.value} is before {earlier.value}"


def _day(text: str) -> date:
    """ISO with dashes, as the contract has it: Python would take 20261101 too."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)
