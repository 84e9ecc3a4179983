"""Find a body by the name that someone typed: marks, everyday names and typing errors do not matter. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from rapidfuzz import fuzz, process

LONGEST = 60
SUGGESTIONS = 6
ALIKE = 72  # of 100; below it a suggestion is a guess that only confuses
APOSTROPHES = re.compile("['’‘`´]")
NO_WORD = re.compile(r"[^a-z0-9]+")


class Place(Protocol):
    """As a body is: with an official name, and one that people use where that is another."""

    name: str
    alias: str


T = TypeVar("T")
P = TypeVar("P", bound=Place)


@dataclass(frozen=True)
class Found(Generic[T]):
    """Either what carries the words, or, when nothing does, what looks like them."""

    matches: list[T] = field(default_factory=list)
    suggestions: list[T] = field(default_factory=list)


def fold(text: str) -> str:
    """'s-Gravenhage, ’S GRAVENHAGE and s-gravenhage become the same; so do Fryslân and fryslan."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return NO_WORD.sub(" ", APOSTROPHES.sub("", bare.casefold())).strip()


def named(places: Iterable[P]) -> Iterator[tuple[str, P]]:
    """Each by every name that it has, as `find` takes them."""
    for place in places:
        yield from ((name, place) for name in (place.name, place.alias) if name)


def find(words: str, named: Iterable[tuple[str, T]]) -> Found[T]:
    """`named`: each name with what it is the name of; a thing may come with several names."""
    wanted = fold(words[:LONGEST])
    if not wanted:
        return Found()
    names = [(fold(name), thing) for name, thing in named]
    carrying = [(not name.startswith(wanted), name, thing) for name, thing in names if wanted in name]
    if carrying:
        return Found(matches=_once(thing for _rank, _name, thing in sorted(carrying, key=lambda row: row[:2])))
    alike = process.extract(
        wanted, [name for name, _thing in names], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2 * SUGGESTIONS
    )
    return Found(suggestions=_once(names[index][1] for _name, _score, index in alike)[:SUGGESTIONS])


def _once(things: Iterable[T]) -> list[T]:
    """Name and everyday name can both be found."""
    seen: list[T] = []
    for thing in things:
        if thing not in seen:
            seen.append(thing)
    return seen
