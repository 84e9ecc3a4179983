"""The pool of a round in as little as working it out takes: rows of answers, no accounts and no names.

A round of thousands spends more on reading and writing than on the matching. For pages there is `pool.pool_of`: the
same people, by the same questions, and with all that is shown of them.
"""

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from mentoring import matching, pool
from mentoring.models import Mentor, Round
from people.models import User
from programmes.models import Edition, Participation


class Seeker(NamedTuple):
    """What a participation and its profile are for matching; the names are those of the profile."""

    pk: int
    key: str
    user_id: int
    display_name: str
    topics: frozenset[str]
    help: frozenset[str]
    office: str
    province: str
    languages: frozenset[str]
    slots: frozenset[str]
    ways: frozenset[str]


class Guide(NamedTuple):
    pk: int
    key: str
    user_id: int
    room: int
    display_name: str
    topics: frozenset[str]
    help: frozenset[str]
    offices: frozenset[str]
    province: str
    languages: frozenset[str]
    slots: frozenset[str]
    ways: frozenset[str]


Row = TypeVar("Row", Seeker, Guide)
OWN = frozenset({"pk", "key", "user_id", "room"})  # the others are the profile's
SETS = frozenset({"topics", "help", "offices", "languages", "slots", "ways"})


@dataclass(frozen=True)
class BarePool(pool.Pool):
    """A pool whose rows have a key, a `pk` and answers."""

    @property
    def asking(self) -> list[matching.Mentee]:
        return [pool._mentee(key, cast(Any, row)) for key, row in self.participations.items()]

    @property
    def offering(self) -> list[matching.Mentor]:
        return [pool._mentor(key, cast(Any, row), pool.room_of(row)) for key, row in self.mentors.items()]


def bare_pool_of(edition: Edition, *, by: User | None, round: Round | None = None, on: date | None = None) -> BarePool:
    """Of the same people as `pool_of`."""
    seeking = pool.seekers_with_profile(edition, by=by)
    helping = pool.guides_with_room(edition.programme, by=by, on=on)
    asking = {row.key: row for row in _rows(Seeker, seeking, "user__mentee_profile") if _is_complete(row)}
    offering = {row.key: row for row in _rows(Guide, helping, "user__mentor_profile") if _is_complete(row)}
    rows = cast(dict[str, Participation], asking), cast(dict[str, Mentor], offering)
    return BarePool(*rows, pool.forbidden_of(*rows, round))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nothing of a large pool is garbage: looking for it each time that more is read takes as long as the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _rows(kind: type[Row], people: QuerySet[Any], profile: str) -> Iterator[Row]:
    """Column by column. Sets of answers come as the text that is kept, of which each is read once."""
    names: tuple[str, ...] = cast(Any, kind)._fields
    answers = {name: Cast(f"{profile}__{name}", TextField()) for name in SETS & {*names}}
    asked = [name if name in OWN else answers.get(name, F(f"{profile}__{name}")) for name in names]
    found = list(people.values_list(*asked))
    if not found:
        return iter(())
    columns: dict[str, Iterable[Any]] = dict(zip(names, zip(*found, strict=True), strict=True))
    sets = _read({text for name in answers for text in columns[name]})
    columns |= {name: map(sets.__getitem__, columns[name]) for name in answers}
    columns["key"] = map(str, columns["key"])
    return map(kind._make, zip(*columns.values(), strict=True))


def _read(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """All in one go: a call for each would take longer than the reading."""
    given = list(texts)
    return dict(zip(given, map(frozenset, json.loads(f"[{','.join(given)}]")), strict=True))


def _is_complete(row: Seeker | Guide) -> bool:
    """As Profile.is_complete says it."""
    return bool(row.display_name and row.topics and row.languages and row.slots and row.ways)
