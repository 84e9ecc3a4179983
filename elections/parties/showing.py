"""The parties of a body as the site shows them: in drawn order, each with its card or without one."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from elections.models import Body, BodyElection, ListedParty, Party, PartyCard


@dataclass(frozen=True)
class Row:
    """One list. `which` names it in addresses: its number, or "7-2" where a second kieskring gave out that number."""

    listed: ListedParty
    which: str
    card: PartyCard | None = None

    @property
    def number(self) -> int:
        return self.listed.number

    @property
    def title(self) -> str:
        return self.listed.title

    @property
    def party(self) -> Party | None:
        return self.listed.party


@dataclass(frozen=True)
class Closing:
    """The parties' own last days that are still to come; None where no party gave one."""

    first: dt.date | None = None
    last: dt.date | None = None


def latest_list(body: Body) -> BodyElection | None:
    """The newest election of this body of which the lists were read, also when their candidates are forgotten."""
    listed = ListedParty.objects.filter(body_election=OuterRef("pk"))
    return BodyElection.objects.for_body(body).filter(Exists(listed)).first()


def rows_of(body_election: BodyElection) -> list[Row]:
    """Two queries, however many parties. A party that stands in several kieskringen under one number stands once."""
    seen: set[tuple[int, int | None, str]] = set()
    at_number: Counter[int] = Counter()
    listed: list[tuple[ListedParty, str]] = []
    for one in ListedParty.objects.filter(body_election=body_election).drawn().select_related("party"):
        same = (one.number, one.party_id, "" if one.party_id else one.contest)
        if same not in seen:
            seen.add(same)
            at_number[one.number] += 1
            nth = at_number[one.number]
            listed.append((one, f"{one.number}-{nth}" if nth > 1 else f"{one.number}"))
    cards = _cards(one.party_id for one, _which in listed if one.party_id)
    return [Row(one, which, cards.get(one.party_id or 0)) for one, which in listed]


def _cards(parties: Iterable[int]) -> dict[int, PartyCard]:
    return {card.party_id: card for card in PartyCard.objects.public().filter(party__in=[*parties])}


def closing(rows: Iterable[Row], today: dt.date) -> Closing:
    days = [row.card.closes_on for row in rows if row.card and row.card.closes_on]
    coming = [day for day in days if day >= today]
    return Closing(min(coming), max(coming)) if coming else Closing()
