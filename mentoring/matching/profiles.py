"""What the engine may know of a person. There is no field for a name, photo, age, gender or party on purpose."""

from dataclasses import dataclass

REMOTE, IN_PERSON = ("online", "writing"), ("live", "step_free")
WAYS = frozenset(REMOTE + IN_PERSON)
MOST_PLACES = 1000


class NotAllowed(ValueError):
    """Something was handed in that no matching can be made of; the message says what."""


@dataclass(frozen=True, slots=True)
class Mentee:
    """A participant who looks for a mentor; all words are keys of the reference lists."""

    id: str
    topics: frozenset[str]
    help: frozenset[str]  # wanted
    office: str  # aimed at; "" is no preference
    province: str  # "" is unknown
    languages: frozenset[str]
    slots: frozenset[str]  # parts of the week, such as "mon-evening"
    ways: frozenset[str]  # of meeting: WAYS

    def __post_init__(self) -> None:
        _check_ways(self.id, self.ways)


@dataclass(frozen=True, slots=True)
class Mentor:
    """Somebody who has been there, with the number of mentees that she has room for now."""

    id: str
    topics: frozenset[str]
    help: frozenset[str]  # offered
    offices: frozenset[str]  # experience with
    province: str  # "" is the whole country
    languages: frozenset[str]
    slots: frozenset[str]
    ways: frozenset[str]
    places: int

    def __post_init__(self) -> None:
        _check_ways(self.id, self.ways)
        if not 0 <= self.places <= MOST_PLACES:
            raise NotAllowed(f"{self.id}: places must be 0 to {MOST_PLACES}")


def _check_ways(of: str, ways: frozenset[str]) -> None:
    if not ways <= WAYS:
        raise NotAllowed(f"{of}: unknown way of meeting: {', '.join(sorted(ways - WAYS))}")
