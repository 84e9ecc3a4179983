"""What an official file says, in our words. A field that a file leaves out or leaves empty is "" either way."""

import datetime as dt
from dataclasses import dataclass

DEFINITION, LISTS, RESULT = "110a", "230b", "520"
READ = (DEFINITION, LISTS, RESULT)
"""The messages that we read, in the order in which they make sense."""


class Refused(Exception):
    """This file cannot be read; the text says why, in plain Dutch."""


@dataclass(frozen=True, slots=True)
class Head:
    """Whose election on which day. `domain` as it stands in the file: "0668", "3", "" where only its name is given."""

    message: str
    identifier: str
    category: str
    domain: str
    domain_name: str
    name: str
    election_day: dt.date
    nomination_day: dt.date | None = None
    made_at: dt.datetime | None = None
    """Without a time zone: Dutch time."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`number` is the place on the list in 230b; in 520 it is the order in which seats were given out."""

    number: int
    initials: str
    first_name: str
    prefix: str
    last_name: str
    locality: str
    country: str
    gender: str


@dataclass(frozen=True, slots=True)
class PartyList:
    """`name` is empty for a blank list; numbers of lists and candidates may have gaps."""

    contest: str
    number: int
    name: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Elected:
    contest: str
    list_number: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Message:
    head: Head
    lists: tuple[PartyList, ...] = ()
    elected: tuple[Elected, ...] = ()

    @property
    def contests(self) -> list[str]:
        return sorted({one.contest for one in self.lists} | {one.contest for one in self.elected})

    @property
    def candidates(self) -> int:
        return sum(len(one.candidates) for one in self.lists)
