"""Who on the list is the person that a result names? Never a guess. Pure.

A result's numbers are the order of the seats, not places on the list, so names have to say it: initials, first name,
prefix, surname and town, within one list. Somebody who stands in several kieskringen is one person on several lists.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from elections.names.normalising import Person

ALL_CONTESTS = "alle"


class Joined(StrEnum):
    ONE = "one"
    NONE = "none"
    SEVERAL = "several"
    WAITING = "waiting"


@dataclass(frozen=True)
class Named:
    """A person on a list, or in a result. `id` is the caller's own."""

    id: int
    contest: str
    list_number: int
    person: Person


@dataclass
class Join:
    """What became of each: `joined` by id in the result; `elected` and `in_doubt` are ids on the lists."""

    joined: dict[int, Joined] = field(default_factory=dict)
    elected: set[int] = field(default_factory=set)
    in_doubt: set[int] = field(default_factory=set)


# Each way to look is tried only when the one before finds nobody: a candidate of this list it must be, so an equal
# name that stands there once is enough, also when a file leaves the town or the first name out.
WAYS: Sequence[Callable[[Person], Hashable]] = (
    lambda one: one,
    lambda one: (one.initials, one.first, one.prefix, one.parts),
    lambda one: (one.initials, one.parts, one.locality),
    lambda one: (one.initials, one.parts),
)
STRICT = 2
"""From here on a way leaves names out, so it only counts where one of the two has none to compare."""


def join(result: Iterable[Named], lists: Iterable[Named], *, has_lists: bool = True) -> Join:
    """`has_lists`: whether any list of this body is known; without one, all wait."""
    on_list: dict[int, list[Named]] = defaultdict(list)
    for entry in lists:
        on_list[entry.list_number].append(entry)
    elected_of: dict[tuple[str, int], list[Named]] = defaultdict(list)
    for seat in result:
        elected_of[seat.contest, seat.list_number].append(seat)
    done = Join()
    missing = Joined.NONE if has_lists else Joined.WAITING
    for (contest, number), seats in elected_of.items():
        entries = _in_contest(on_list.get(number, []), contest)
        if entries:
            _join_list(seats, entries, done)
        else:
            done.joined |= dict.fromkeys((seat.id for seat in seats), missing)
    done.in_doubt -= done.elected
    return done


def _in_contest(entries: list[Named], contest: str) -> list[Named]:
    """A result of the whole country or province is about each kieskring."""
    return [entry for entry in entries if entry.contest == contest] or (entries if contest == ALL_CONTESTS else [])


def _join_list(seats: list[Named], entries: list[Named], done: Join) -> None:
    """First who is named alike to the letter, then who is left."""
    waiting = seats
    for index, way in enumerate(WAYS):
        free = [entry for entry in entries if entry.id not in done.elected | done.in_doubt]
        by_name: dict[Hashable, list[Named]] = defaultdict(list)
        for entry in free:
            by_name[way(entry.person)].append(entry)
        same_name: dict[Hashable, list[Named]] = defaultdict(list)
        for seat in waiting:
            same_name[way(seat.person)].append(seat)
        waiting = []
        for name, namesakes in same_name.items():
            found = [one for one in by_name[name] if index < STRICT or _can_be(namesakes, one)]
            if found:
                _settle(namesakes, found, done)
            else:
                waiting += namesakes
    done.joined |= {seat.id: Joined.NONE for seat in waiting}


def _can_be(seats: list[Named], entry: Named) -> bool:
    """Nothing contradicts: what both say is the same."""
    there = entry.person
    return all(
        (not seat.person.first or not there.first or seat.person.first == there.first)
        and (not seat.person.prefix or not there.prefix or seat.person.prefix == there.prefix)
        for seat in seats
    )


def _settle(seats: list[Named], found: list[Named], done: Join) -> None:
    """As many elected as there are namesakes in each kieskring: then it is all of them. Else nobody knows which."""
    per_contest: dict[str, list[Named]] = defaultdict(list)
    for entry in found:
        per_contest[entry.contest].append(entry)
    one_each = all(len(entries) == len(seats) for entries in per_contest.values())
    same_person = len({entry.person for entry in found}) == 1 or len(per_contest) == 1
    if one_each and same_person:
        done.joined |= {seat.id: Joined.ONE for seat in seats}
        done.elected |= {entry.id for entry in found}
    else:
        done.joined |= {seat.id: Joined.SEVERAL for seat in seats}
        done.in_doubt |= {entry.id for entry in found}
