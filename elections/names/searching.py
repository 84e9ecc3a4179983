"""Find people on the lists of one body by what somebody typed in one field. Pure.

typed("J.P. de Vries")  ->  Typed(words=("vries",), initials="jp")
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz.distance import JaroWinkler

from elections.names.comparing import ALIKE
from elections.names.normalising import BRACKETS, DASHES, PREFIX_WORDS, Person, fold, letters_of

LONGEST = 100
MOST_FOUND = 20
DOTTED = re.compile(r"^(?:[^\W\d_]{1,3}\.)+[^\W\d_]?$")  # J.P. or Th.J.

WHOLE_PART, BEGIN_OF_PART, LIKE_PART = 60, 40, 35
WHOLE_FIRST, BEGIN_OF_FIRST, LIKE_FIRST = 30, 20, 15
WITH_INITIALS, OTHER_INITIALS, UNKNOWN_WORD = 15, -15, -12

T = TypeVar("T")


@dataclass(frozen=True)
class Typed:
    words: tuple[str, ...] = ()
    initials: str = ""


def typed(text: str) -> Typed:
    """Small words before a surname say too little to search by, unless there is nothing else."""
    words: list[str] = []
    initials = ""
    for raw in DASHES.sub(" ", BRACKETS.sub(r" \1 ", text[:LONGEST])).replace(",", " ").split():
        folded = fold(raw)
        if DOTTED.match(raw) or len(folded) == 1:
            initials += letters_of(raw)
        else:
            words += folded.split()
    telling = tuple(word for word in words if word not in PREFIX_WORDS)
    return Typed(telling or tuple(words), initials)


def score(wanted: Typed, person: Person) -> int:
    """Points; none when neither surname nor first name has anything of what was typed."""
    total, found = 0, False
    for word in wanted.words:
        points = max(_in_surname(word, person), _in_first_name(word, person))
        total += points or UNKNOWN_WORD
        found = found or points > 0
    if not found:
        return 0
    if wanted.initials and person.initials:
        begins = person.initials.startswith(wanted.initials) or wanted.initials.startswith(person.initials)
        total += WITH_INITIALS if begins else OTHER_INITIALS
    return max(0, total)


def _in_surname(word: str, person: Person) -> int:
    if word in person.parts or word == person.surname:
        return WHOLE_PART
    if len(word) > 1 and any(part.startswith(word) for part in (*person.parts, person.surname)):
        return BEGIN_OF_PART
    return LIKE_PART if any(JaroWinkler.similarity(word, part) >= ALIKE for part in person.parts) else 0


def _in_first_name(word: str, person: Person) -> int:
    names = person.first.split()
    if word in names:
        return WHOLE_FIRST
    if len(word) > 1 and any(name.startswith(word) for name in names):
        return BEGIN_OF_FIRST
    return LIKE_FIRST if any(JaroWinkler.similarity(word, name) >= ALIKE for name in names) else 0


def rank(text: str, people: Iterable[tuple[Person, T]]) -> list[T]:
    """Those that have something of it, best first; with equal points in the order in which they came."""
    wanted = typed(text)
    if not wanted.words:
        return []
    scored = ((score(wanted, person), thing) for person, thing in people)
    return [thing for _points, thing in sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])]


def resembles(text: str, person: Person) -> bool:
    """Whether somebody who calls herself this can be that person: the surname is there and nothing speaks against it.

    A first name is held against a first name only, never against initials.
    """
    wanted = typed(text)
    others = [word for word in wanted.words if not _in_surname(word, person) >= LIKE_PART]
    if len(others) == len(wanted.words):
        return False
    if wanted.initials and person.initials and wanted.initials[0] != person.initials[0]:
        return False
    return not others or not person.first or any(_called(word, person) for word in others)


def _called(word: str, person: Person) -> bool:
    return _in_first_name(word, person) > 0 or (bool(person.initials) and word[0] in person.initials)
