"""Gathers what stands at the paths that we know, and refuses what cannot be right."""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from elections.eml.messages import (
    DEFINITION,
    LISTS,
    RESULT,
    Candidate,
    Elected,
    Head,
    Message,
    PartyList,
    Refused,
)

CONTAINER = {DEFINITION: "ElectionEvent", LISTS: "CandidateList", RESULT: "Result"}
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{1,79}")
CONTEST = re.compile(r"[A-Za-z0-9_.-]{1,20}")
GENDERS = {"male", "female", "unknown", "other"}
NAME = "CandidateFullName/xnl:PersonName"
ADDRESS = "QualifyingAddress"
# Below a Candidate: which path fills which field, and how long that field can be.
FIELDS = {
    f"{NAME}/xnl:FirstName": ("first_name", 100),
    f"{NAME}/xnl:NamePrefix": ("prefix", 40),
    f"{NAME}/xnl:LastName": ("last_name", 150),
    f"{ADDRESS}/xal:Locality/xal:LocalityName": ("locality", 100),
    f"{ADDRESS}/xal:Country/xal:Locality/xal:LocalityName": ("locality", 100),
    f"{ADDRESS}/xal:Country/xal:CountryNameCode": ("country", 3),
    "Gender": ("gender", 10),
    "kr:GenderAnnex": ("gender", 10),
}
MOST_CANDIDATES = 200_000
LARGEST_NUMBER = 9999
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass
class _Person:
    """A candidate while she is read. `number` is None until her identifier came by."""

    number: int | None = None
    fields: dict[str, str] = field(default_factory=dict)
    initials: list[str] = field(default_factory=list)


class Gathering:
    """One message while it is read. Fed with paths from the root; `message()` gives what came out."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        election = f"/EML/{CONTAINER[kind]}/Election"
        self.election = election
        self.identifier_path = f"{election}/ElectionIdentifier"
        group = {LISTS: "Affiliation", RESULT: "Selection"}.get(kind, "?")
        self.group = f"{election}/Contest/{group}"
        self.person_path = f"{self.group}/Candidate"
        self.below_person = len(self.person_path) + 1
        self.found: dict[str, str] = {}
        self.made = ""
        self.elections = 0
        self.contest = ""
        self.list_number: int | None = None
        self.list_name = ""
        self.person: _Person | None = None
        self.name_type = ""
        self.is_elected = False
        self.people: list[Candidate] = []
        self.lists: list[PartyList] = []
        self.elected: list[Elected] = []
        self.count = 0

    # What comes by ----------------------------------------------------------------------------------

    def opened(self, path: str, attributes: dict[str, str]) -> None:
        if path.startswith(self.person_path):
            self._opened_person(path, attributes)
        elif path == self.group:
            self._begin_group()
        elif path == f"{self.group}/AffiliationIdentifier":
            self.list_number = whole(attributes.get("Id"))
        elif path == f"{self.election}/Contest/ContestIdentifier":
            self.contest = attributes.get("Id", "").strip()
            if self.kind != DEFINITION and not CONTEST.fullmatch(self.contest):
                raise Refused(_("De kieskring heeft geen geldig nummer."))
        elif path == self.identifier_path:
            self.elections += 1
            self.found["identifier"] = attributes.get("Id", "").strip()
        elif path == f"{self.identifier_path}/kr:ElectionDomain":
            self.found["domain"] = attributes.get("Id", "").strip()
        elif path == "/EML/ManagingAuthority":
            self.found["authority"] = path

    def closed(self, path: str, text: str) -> None:
        if self.person is not None and path.startswith(self.person_path):
            self._closed_person(path[self.below_person :], text)
        elif path == f"{self.group}/AffiliationIdentifier/RegisteredName":
            self.list_name = text[:200]
        elif path == f"{self.group}/Elected":
            self.is_elected = text == "yes"
        elif path == self.group:
            self._end_group()
        elif path.startswith(f"{self.identifier_path}/"):
            self.found[path.rpartition("/")[2]] = text
        elif path == "/EML/kr:CreationDateTime":
            self.made = text

    # Lists and people -------------------------------------------------------------------------------

    def _begin_group(self) -> None:
        self.people, self.is_elected, self.person = [], False, None
        if self.kind == LISTS:
            self.list_number, self.list_name = None, ""

    def _opened_person(self, path: str, attributes: dict[str, str]) -> None:
        below = path[self.below_person :]
        if not below and len(path) == len(self.person_path):
            self.person = _Person()
        elif self.person is None:
            return
        elif below == "CandidateIdentifier":
            self.person.number = whole(attributes.get("Id"))
        elif below == f"{NAME}/xnl:NameLine":
            self.name_type = attributes.get("NameType", "")

    def _closed_person(self, below: str, text: str) -> None:
        person = self.person
        assert person is not None  # noqa: S101  # asked by the caller
        if known := FIELDS.get(below):
            name, longest = known
            if len(text) > longest:
                raise Refused(_("Een naam of woonplaats in het bestand is te lang."))
            person.fields[name] = text or person.fields.get(name, "")
        elif below == f"{NAME}/xnl:NameLine" and self.name_type == "Initials":
            person.initials.append(text)
        elif not below:
            self.people.append(self._candidate(person))
            self.person = None

    def _candidate(self, person: _Person) -> Candidate:
        self.count += 1
        initials, fields = " ".join(person.initials).strip(), person.fields
        if self.count > MOST_CANDIDATES:
            raise Refused(_("Het bestand heeft te veel kandidaten."))
        if person.number is None or not fields.get("last_name") or len(initials) > 60:
            raise Refused(_("Een kandidaat heeft geen geldig nummer of geen geldige naam."))
        gender = fields.get("gender", "")
        return Candidate(
            number=person.number,
            initials=initials,
            first_name=fields.get("first_name", ""),
            prefix=fields.get("prefix", ""),
            last_name=fields["last_name"],
            locality=fields.get("locality", ""),
            country=fields.get("country", ""),
            gender=gender if gender in GENDERS else "",
        )

    def _end_group(self) -> None:
        if self.list_number is None:
            raise Refused(_("Een lijst heeft geen geldig nummer."))
        if self.kind == LISTS:
            if not self.people:
                raise Refused(_("Lijst %(number)d heeft geen kandidaten.") % {"number": self.list_number})
            self.lists.append(PartyList(self.contest, self.list_number, self.list_name, tuple(self.people)))
        elif self.is_elected:
            self.elected += [Elected(self.contest, self.list_number, one) for one in self.people]

    # What came out ----------------------------------------------------------------------------------

    def message(self, *, made_at: dt.datetime | None) -> Message:
        message = Message(self._head(made_at), tuple(self.lists), tuple(self.elected))
        if self.kind != DEFINITION and "authority" not in self.found:
            raise Refused(_("In het bestand staat niet welk bureau het maakte."))
        if self.kind == LISTS and not message.lists:
            raise Refused(_("In het bestand staan geen lijsten."))
        if self.kind == RESULT and not message.elected:
            raise Refused(_("In het bestand staat niemand die gekozen is."))
        _no_number_twice(message)
        return message

    def _head(self, made_at: dt.datetime | None) -> Head:
        identifier, category = self.found.get("identifier", ""), self.found.get("ElectionCategory", "")
        if not self.elections:
            raise Refused(_("De inhoud van het bestand past niet bij het soort bericht."))
        if self.elections > 1:
            raise Refused(_("In het bestand staat meer dan één verkiezing."))
        if not IDENTIFIER.fullmatch(identifier) or not re.fullmatch(r"[A-Z]{2,4}", category):
            raise Refused(_("Het kenmerk of de soort van de verkiezing ontbreekt of klopt niet."))
        election_day = day(self.found.get("kr:ElectionDate", ""))
        nomination_day = day(self.found.get("kr:NominationDate", "")) if self.kind != RESULT else None
        if election_day is None:
            raise Refused(_("De dag van de verkiezing ontbreekt of klopt niet."))
        if nomination_day and nomination_day >= election_day:
            raise Refused(_("De dag van kandidaatstelling ligt niet voor de verkiezing."))
        return Head(
            message=self.kind,
            identifier=identifier,
            category=category,
            domain=self.found.get("domain", "")[:8],
            domain_name=self.found.get("kr:ElectionDomain", "")[:100],
            name=(self.found.get("ElectionName") or identifier)[:200],
            election_day=election_day,
            nomination_day=nomination_day,
            made_at=made_at,
        )


def _no_number_twice(message: Message) -> None:
    lists = [(one.contest, one.number) for one in message.lists]
    places = [(one.contest, one.number, candidate.number) for one in message.lists for candidate in one.candidates]
    seats = [(one.contest, one.list_number, one.candidate.number) for one in message.elected]
    if any(len(set(numbers)) < len(numbers) for numbers in (lists, places, seats)):
        raise Refused(_("Een nummer van een lijst of kandidaat staat er twee keer."))


def whole(text: str | None) -> int | None:
    """1 to 9999; None for everything else."""
    if text is None or not re.fullmatch(r"\s*0*[1-9][0-9]{0,3}\s*", text, re.ASCII):
        return None
    return int(text)


def day(text: str) -> dt.date | None:
    """The day of a date or a moment; None for one that no file of ours can be about."""
    try:
        told = dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
    return told if FIRST_YEAR <= told.year <= LAST_YEAR else None
