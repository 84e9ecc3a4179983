"""The latest elections of councils and of provinces: who stood where in the demo, and who was elected.

The bodies exist, the parties and the people do not. The files go in by the same import as those of the Kiesraad.
"""

import datetime as dt
import random
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from elections.eml import Candidate, Elected, Head, PartyList
from elections.importing import import_paths
from elections.models import Body, Election, Kind
from portal.demo.elections import making
from portal.demo.elections.bodies import COUNCILS, PROVINCES
from portal.demo.population.crowd import Crowd, Invented
from portal.demo.population.names import FIRST_NAMES, SURNAMES

READ_LATE = ("GM0034", "GM0344")
"""Their results were read this month, so that their lists are still there: lists go three months after that."""
PARTIES = ("Lijst Verzonnen", "Partij voor de Proef", "Samen Bedacht", "Fantasie Lokaal")
FILLED_UP_TO = 12
SEATS = {Kind.COUNCIL: 4, Kind.PROVINCE: 5}
"""Elected of each list, at most; it is enough for a demo."""
IS_ELECTED = 0.45


@dataclass
class Vote:
    """One body's election: its lists, and on which place of which list somebody of the crowd stands."""

    election: Election
    body: Body
    lists: dict[int, list[Candidate]]
    places: dict[int, tuple[int, int]]  # user -> list, place
    elected: set[tuple[int, int]]

    @property
    def head(self) -> Head:
        category = {Kind.COUNCIL: "GR", Kind.PROVINCE: "PS"}[Kind(self.body.kind)]
        plain = "".join(sign for sign in self.body.name if sign.isalnum())
        return Head(
            message="",
            identifier=f"{category}{self.election.election_day.year}_{plain}",
            category=category,
            domain=self.body.domain,
            domain_name=self.body.name,
            name=f"{self.election.name} {self.body.title}",
            election_day=self.election.election_day,
            nomination_day=self.election.nomination_day,
        )

    def party_lists(self) -> list[PartyList]:
        return [
            PartyList("geen", number, PARTIES[number - 1], tuple(candidates))
            for number, candidates in self.lists.items()
        ]

    def definition_and_lists(self) -> dict[str, bytes]:
        lists, name = self.party_lists(), self.head.identifier
        return {
            f"Verkiezingsdefinitie_{name}.eml.xml": making.definition(self.head, parties=PARTIES),
            f"Kandidatenlijsten_{name}.eml.xml": making.candidate_lists(self.head, lists),
        }

    def result(self) -> dict[str, bytes]:
        seats: dict[int, list[int]] = {}
        for number, place in sorted(self.elected):
            seats.setdefault(number, []).append(place)
        elected: Sequence[Elected] = making.seated(self.party_lists(), seats)
        names = {number: PARTIES[number - 1] for number in self.lists}
        return {f"Resultaat_{self.head.identifier}.eml.xml": making.result(self.head, elected, names)}


class Voting:
    """Puts people on lists, fills these up with others, and draws who is elected; the same each time."""

    def __init__(self, crowd: Crowd, today: dt.date) -> None:
        self.chance = random.Random(crowd.chance.random())  # noqa: S311  # no secret
        self.votes = [
            *self._votes(Kind.COUNCIL, COUNCILS, today),
            *self._votes(Kind.PROVINCE, PROVINCES, today),
        ]

    def stands(self, someone: Invented, kind: Kind) -> Vote:
        """On the list of a body of this kind: of the own province where there is one."""
        own = [vote for vote in self.votes if vote.body.kind == kind]
        near = [vote for vote in own if someone.province in (vote.body.province, vote.body.name)]
        vote = self.chance.choice(near or own)
        number = self.chance.choice(list(vote.lists))
        place = len(vote.lists[number]) + 1
        vote.lists[number].append(_candidate(place, someone, vote.body.name))
        vote.places[someone.user.pk] = number, place
        if self.chance.random() < IS_ELECTED:
            vote.elected.add((number, place))
        return vote

    def import_lists(self) -> None:
        for vote in self.votes:
            self._fill_up(vote)
            _import(vote.definition_and_lists().items(), at=_midday(vote.election.nomination_day, days=11))

    def import_results(self, now: dt.datetime) -> None:
        for vote in self.votes:
            is_late = vote.body.code in READ_LATE
            at = now - dt.timedelta(days=20) if is_late else _midday(vote.election.election_day, days=6)
            _import(vote.result().items(), at=at)

    def _votes(self, kind: Kind, codes: Iterable[str], today: dt.date) -> Iterable[Vote]:
        election = Election.objects.filter(kind=kind).past(today).first()
        if election is None:
            return
        for body in Body.objects.filter(code__in=codes).order_by("code"):
            yield Vote(election, body, {number: [] for number in range(1, len(PARTIES) + 1)}, {}, set())

    def _fill_up(self, vote: Vote) -> None:
        for number, candidates in vote.lists.items():
            while len(candidates) < FILLED_UP_TO:
                candidates.append(self._somebody_else(len(candidates) + 1, vote.body.name))
            seats = SEATS[Kind(vote.body.kind)]
            ours = {place for one, place in vote.places.values() if one == number}
            others = [(number, place) for place in range(1, len(candidates) + 1) if place not in ours]
            left = seats - sum(1 for one, _place in vote.elected if one == number)
            vote.elected.update(others[: max(left, 0)])

    def _somebody_else(self, place: int, town: str) -> Candidate:
        gender = self.chance.choice(["vrouw", "man"])
        first_name = self.chance.choice(FIRST_NAMES[gender])
        prefix, last_name = self.chance.choice(SURNAMES)
        initials = f"{first_name[0]}.{self.chance.choice('ABCDEFGHJKLM')}."
        return Candidate(place, initials, first_name, prefix, f"{last_name}-Anders", town, "", "")


def _candidate(place: int, someone: Invented, town: str) -> Candidate:
    initials = f"{someone.first_name[0]}.V."
    return Candidate(place, initials, someone.first_name, someone.prefix, someone.last_name, town, "", "")


def _import(files: Iterable[tuple[str, bytes]], at: dt.datetime) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            (Path(folder) / name).write_bytes(content)
        report = import_paths([Path(folder)], at=at)
    if report.refused:
        raise RuntimeError(f"the demo made a file that is refused: {report.refused[0].reason}")


def _midday(day: dt.date, *, days: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=days), dt.time(12)))
