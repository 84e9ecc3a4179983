"""Two lists of people as columns of bits: what scoring many pairs at once works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mentoring.matching.pairs import Array
from mentoring.matching.profiles import IN_PERSON, REMOTE, Mentee, Mentor

WAY_BITS = {way: 1 << place for place, way in enumerate(REMOTE + IN_PERSON)}
REMOTE_BITS = sum(WAY_BITS[way] for way in REMOTE)
WORD = 64
SETS = ("topics", "help", "office", "language", "availability")


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One row a person. A set is bits in one or more words; only words that both sides use have a bit."""

    sets: Mapping[str, tuple[Array, ...]]  # by reason: unsigned[n], as many arrays as it takes
    province: Array  # int16[n], 0 is unknown
    ways: Array  # uint8[n], of WAY_BITS

    def __len__(self) -> int:
        return len(self.province)


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    mentees: Side
    mentors: Side
    asked: Mapping[str, Array]  # by reason: uint8[N], how many things the mentee asks; for `way` too
    capacity: Array  # int64[M]


def encode(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Pool:
    ours = {
        "topics": [one.topics for one in mentees],
        "help": [one.help for one in mentees],
        "office": [frozenset({one.office} - {""}) for one in mentees],
        "language": [one.languages for one in mentees],
        "availability": [one.slots for one in mentees],
    }
    theirs = {
        "topics": [one.topics for one in mentors],
        "help": [one.help for one in mentors],
        "office": [one.offices for one in mentors],
        "language": [one.languages for one in mentors],
        "availability": [one.slots for one in mentors],
    }
    bits = {code: _bits(ours[code], theirs[code]) for code in SETS}
    provinces = sorted({one.province for one in mentees}.union(one.province for one in mentors) - {""})
    number = {"": 0, **{name: place for place, name in enumerate(provinces, start=1)}}
    asked = {code: np.array([min(255, len(wanted)) for wanted in ours[code]], np.uint8) for code in SETS}
    asked["way"] = np.array([len(one.ways) for one in mentees], np.uint8)
    return Pool(
        Side({code: bits[code][0] for code in SETS}, *_where(mentees, number)),
        Side({code: bits[code][1] for code in SETS}, *_where(mentors, number)),
        asked,
        np.array([one.places for one in mentors], np.int64),
    )


def _where(people: Sequence[Mentee] | Sequence[Mentor], number: Mapping[str, int]) -> tuple[Array, Array]:
    known = {ways: sum(WAY_BITS[way] for way in ways) for ways in {one.ways for one in people}}
    ways = [known[one.ways] for one in people]
    return np.array([number[one.province] for one in people], np.int16), np.array(ways, np.uint8)


def _bits(
    ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]
) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    shared = sorted(frozenset().union(*ours) & frozenset().union(*theirs))
    place = {word: bit for bit, word in enumerate(shared)}
    width = next(size for size in (8, 16, 32, WORD) if len(shared) <= size or size == WORD)
    words = max(1, -(-len(shared) // WORD))

    def columns(sets: Sequence[frozenset[str]]) -> tuple[Array, ...]:
        number = {one: place for place, one in enumerate(dict.fromkeys(sets))}  # many people have the same
        known = [sum(1 << place[word] for word in one if word in place) for one in number]
        parts = [[bits >> WORD * part & (1 << WORD) - 1 for bits in known] for part in range(words)]
        each = np.fromiter(map(number.__getitem__, sets), np.intp, len(sets))
        return tuple(np.array(part, np.dtype(f"u{width // 8}"))[each] for part in parts)

    return columns(ours), columns(theirs)
