"""A random pool of the size of a country: as many people, and as unevenly spread, as a national round would have."""

from typing import Any

import numpy as np

from mentoring.matching import Weights, load_weights
from mentoring.matching.pairs import Array
from mentoring.matching.pools import WAY_BITS, Pool, Side

PROVINCES = np.array([21.6, 15.7, 13.4, 9.6, 7.5, 5.0, 4.9, 4.4, 3.5, 3.0, 2.6, 2.5, 2.2, 2.0, 1.2, 0.9])
LANGUAGES = (0.97, 0.25, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02)
OFFICES_KNOWN = (0.6, 0.5, 0.35, 0.25)
TOPICS, HELP, SLOTS = 24, 7, 14


def national_weights() -> Weights:
    """A round that demands help and office, and asks nobody to travel: about 4 % of the pairs are allowed."""
    return load_weights().with_limits("help", "office", live_within="province")


def random_pool(mentees: int, seed: int) -> Pool:
    """A third as many mentors as mentees, with one to five places each."""
    random, mentors = np.random.default_rng(seed), mentees // 3
    wanted = np.uint8(1) << random.integers(0, len(OFFICES_KNOWN), mentees).astype(np.uint8)
    ours = _side(random, mentees, topics=3, office=wanted, online=0.35)
    theirs = _side(random, mentors, topics=4, office=_some_of(random, mentors, OFFICES_KNOWN), online=0.4)
    asked = {code: np.bitwise_count(ours.sets[code][0]) for code in ours.sets}
    asked["way"] = np.bitwise_count(ours.ways)
    return Pool(ours, theirs, asked, random.integers(1, 6, mentors))


def _side(random: np.random.Generator, people: int, topics: int, office: Array, online: float) -> Side:
    sets = {
        "topics": (_exactly(random, people, TOPICS, topics),),
        "help": (_exactly(random, people, HELP, 2),),
        "office": (office,),
        "language": (_some_of(random, people, LANGUAGES),),
        "availability": (_exactly(random, people, SLOTS, 4),),
    }
    province = 1 + random.choice(len(PROVINCES), people, p=PROVINCES / PROVINCES.sum())
    ways = WAY_BITS["live"] + WAY_BITS["online"] * (random.random(people) < online)
    return Side(sets, province.astype(np.int16), ways.astype(np.uint8))


def _exactly(random: np.random.Generator, people: int, width: int, bits: int) -> Array:
    chosen = np.argpartition(random.random((people, width)), bits, axis=1)[:, :bits]
    kind: Any = np.uint8 if width <= 8 else np.uint16 if width <= 16 else np.uint32
    return np.bitwise_or.reduce(kind(1) << chosen.astype(kind), axis=1)


def _some_of(random: np.random.Generator, people: int, chances: tuple[float, ...]) -> Array:
    drawn = random.random((people, len(chances))) < np.array(chances)
    return np.bitwise_or.reduce(drawn.astype(np.uint8) << np.arange(len(chances), dtype=np.uint8), axis=1)
