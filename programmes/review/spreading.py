"""Who reads which application: pure, so that it can be said beforehand and tried by hand.

    spread({"a": set(), "b": {"kim"}}, {"kim": 0, "lou": 0, "mo": 0}, each=2)
    # [("a", "kim"), ("a", "lou"), ("b", "mo"), ("b", "lou")]

Each application gets readers until it has `each`; always the one who has least to read, and of those the first named.
"""

from collections.abc import Hashable, Mapping, Set
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Reader = TypeVar("Reader", bound=Hashable)


def spread(
    taken: Mapping[Thing, Set[Reader]],
    load: Mapping[Reader, int],
    *,
    each: int,
    barred: Mapping[Thing, Set[Reader]] | None = None,
) -> list[tuple[Thing, Reader]]:
    """Pairs to add. `taken`: who reads it already; `barred`: who may not; `load`: how much each has to read now."""
    barred = barred or {}
    has = dict(load)
    pairs: list[tuple[Thing, Reader]] = []
    for thing, readers in taken.items():
        free = [reader for reader in has if reader not in readers and reader not in barred.get(thing, frozenset())]
        for _number in range(each - len(readers)):
            if not free:
                break
            chosen = min(free, key=lambda reader: has[reader])
            free.remove(chosen)
            has[chosen] += 1
            pairs.append((thing, chosen))
    return pairs
