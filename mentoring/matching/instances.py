"""Instances of the assignment alone, as JSON: ids, places and scores, without people. Strict: what is odd is refused.

{"mentees": ["a1", …], "mentors": {"m1": 2, …}, "scores": [["a1", "m1", 812], …], "pinned": [["a1", "m1"], …]}
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from mentoring.matching.profiles import MOST_PLACES, NotAllowed
from mentoring.matching.weights import HIGHEST

KEYS = ("mentees", "mentors", "scores", "pinned")


@dataclass(frozen=True, slots=True)
class Instance:
    """Unlisted pairs are not allowed; every id and pair stands once, every pin is a listed pair within the places."""

    mentees: tuple[str, ...]
    mentors: dict[str, int]
    scores: dict[tuple[str, str], int]
    pinned: dict[str, str]


def read_instance(text: str | bytes) -> Instance:
    """NotAllowed with a reason of one line."""
    data = _parsed(text)
    if not isinstance(data, dict):
        raise NotAllowed("expected an object")
    for key in data:
        if key not in KEYS:
            raise NotAllowed(f"unknown key {shown(key)}")
    for key in KEYS[:3]:
        if key not in data:
            raise NotAllowed(f"{key} is missing")
    mentees = _mentees(data["mentees"])
    mentors = _mentors(data["mentors"])
    scores = _scores(data["scores"], frozenset(mentees), mentors)
    return Instance(mentees, mentors, scores, _pinned(data.get("pinned", []), scores, mentors))


def shown(value: object) -> str:
    """Anything from a file, on one line and not too long."""
    text = json.dumps(value, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def _parsed(text: str | bytes) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except NotAllowed:
        raise
    except RecursionError:
        raise NotAllowed("not an instance: too deep") from None
    except UnicodeDecodeError:
        raise NotAllowed("not JSON: not UTF-8") from None
    except ValueError as error:  # broken JSON, and numbers of thousands of digits
        raise NotAllowed(f"not JSON: {error}") from None


def _once(rows: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(rows)
    if len(found) < len(rows):
        twice = Counter(key for key, _value in rows).most_common(1)[0][0]
        raise NotAllowed(f"duplicate key or id {shown(twice)}")
    return found


def _no_number(word: str) -> NoReturn:
    raise NotAllowed(f"{word} is not a number")


def _mentees(rows: object) -> tuple[str, ...]:
    if not isinstance(rows, list):
        raise NotAllowed("mentees: expected a list of ids")
    seen: set[str] = set()
    for one in rows:
        _id(one, "mentees")
        if one in seen:
            raise NotAllowed(f"mentees: duplicate id {shown(one)}")
        seen.add(one)
    return tuple(rows)


def _mentors(rows: object) -> dict[str, int]:
    if not isinstance(rows, dict):
        raise NotAllowed("mentors: expected an object of ids and places")
    for one, places in rows.items():
        _id(one, "mentors")
        _check_number(places, MOST_PLACES, f"mentors: places of {shown(one)}")
    return rows


def _scores(rows: object, mentees: frozenset[str], mentors: dict[str, int]) -> dict[tuple[str, str], int]:
    if not isinstance(rows, list):
        raise NotAllowed("scores: expected a list")
    scores: dict[tuple[str, str], int] = {}
    for row in rows:
        if not isinstance(row, list) or len(row) != 3:
            raise NotAllowed(f"scores: expected [mentee, mentor, score], found {shown(row)}")
        mentee, mentor, score = row
        pair = _pair(mentee, mentor, mentees, mentors, "scores")
        if pair in scores:
            raise NotAllowed(f"scores: duplicate pair {shown(pair)}")
        _check_number(score, HIGHEST, f"scores: score of {shown(pair)}")
        scores[pair] = score
    return scores


def _pinned(rows: object, scores: dict[tuple[str, str], int], mentors: dict[str, int]) -> dict[str, str]:
    if not isinstance(rows, list):
        raise NotAllowed("pinned: expected a list")
    pinned: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for row in rows:
        if not isinstance(row, list) or len(row) != 2:
            raise NotAllowed(f"pinned: expected [mentee, mentor], found {shown(row)}")
        mentee, mentor = _id(row[0], "pinned"), _id(row[1], "pinned")
        if (mentee, mentor) not in scores:
            raise NotAllowed(f"pinned: {shown(row)} is not in scores")
        if mentee in pinned:
            raise NotAllowed(f"pinned: two pins for {shown(mentee)}")
        pinned[mentee] = mentor
        taken[mentor] += 1
        if taken[mentor] > mentors[mentor]:
            raise NotAllowed(f"pinned: {shown(mentor)} is over its {mentors[mentor]} places")
    return pinned


def _pair(
    mentee: object, mentor: object, mentees: Iterable[str], mentors: Iterable[str], where: str
) -> tuple[str, str]:
    pair = _id(mentee, where), _id(mentor, where)
    if pair[0] not in mentees:
        raise NotAllowed(f"{where}: unknown mentee {shown(mentee)}")
    if pair[1] not in mentors:
        raise NotAllowed(f"{where}: unknown mentor {shown(mentor)}")
    return pair


def _id(one: object, where: str) -> str:
    if not isinstance(one, str):
        raise NotAllowed(f"{where}: expected an id, found {shown(one)}")
    try:
        one.encode()
    except UnicodeEncodeError:  # half a character: it could be written nowhere
        raise NotAllowed(f"{where}: unreadable id {shown(one)}") from None
    return one


def _check_number(value: object, most: int, what: str) -> None:
    if type(value) is not int:  # True is an int, and 5.0 would pass as 5
        raise NotAllowed(f"{what}: expected a whole number, found {shown(value)}")
    if not 0 <= value <= most:
        raise NotAllowed(f"{what}: expected 0 to {most}, found {shown(value)}")
