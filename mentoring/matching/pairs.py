"""All allowed pairs of a pool as rows: pair k of mentee i is start[i] <= k < start[i + 1]."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
CHUNK, CHUNK_ROWS = 1 << 17, 1 << 16  # a chunk and what is made of it stay in the processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    start: Array  # int64[N + 1]
    mentor: Array  # uint16 or uint32[E]
    score: Array  # uint16[E], 0 to 1000
    capacity: Array  # int64[M]

    @property
    def mentees(self) -> int:
        return len(self.start) - 1

    def __len__(self) -> int:
        return len(self.mentor)

    def rows(self, low: int = 0, high: int | None = None) -> Array:
        """The mentee of each pair of the mentees low to high."""
        high = self.mentees if high is None else high
        return np.repeat(np.arange(low, high, dtype=np.int32), np.diff(self.start[low : high + 1]))

    def row_of(self, chosen: Array) -> Array:
        return np.searchsorted(self.start, chosen, side="right") - 1

    def only(self, allowed: Array) -> "Pairs":
        """The pairs that are marked, of the same people."""
        pair = np.flatnonzero(allowed)
        return Pairs(np.searchsorted(pair, self.start), self.mentor[pair], self.score[pair], self.capacity)

    def chunks(self) -> Iterator[tuple[int, int]]:
        """Ranges of mentees that hold about so many pairs each."""
        low = 0
        while low < self.mentees:
            high = int(np.searchsorted(self.start, self.start[low] + CHUNK, side="right")) - 1
            high = min(max(high, low + 1), low + CHUNK_ROWS)
            yield low, high
            low = high

    def fingerprint(self) -> str:
        """A hash of the whole input, so that a certificate is never read beside another one."""
        mark = hashlib.sha256()
        for array in (self.start, self.mentor, self.score, self.capacity):
            mark.update(f"{len(array)};".encode())
            mark.update(np.ascontiguousarray(array.astype(f"<i{8 if array.itemsize == 8 else 4}")).data)
        return mark.hexdigest()


def index_type(mentors: int) -> Any:
    return np.uint16 if mentors <= 1 << 16 else np.uint32


def gather(rows: Sequence[Sequence[tuple[int, int]]], capacity: Iterable[int]) -> Pairs:
    """Pairs from rows of (mentor, score); each row is sorted by mentor."""
    places = np.fromiter(capacity, np.int64)
    start = np.zeros(len(rows) + 1, np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    flat = np.array([pair for row in rows for pair in sorted(row)], np.int64).reshape(-1, 2)
    return Pairs(start, flat[:, 0].astype(index_type(len(places))), flat[:, 1].astype(np.uint16), places)


def fair_order(ids: Iterable[str], salt: str = "") -> list[str]:
    """An order that depends on the ids alone, not on how they were handed in, and favours no low number.

    Where several matchings are equally good, the order decides; another salt deals the luck anew.
    """
    return sorted(ids, key=lambda one: (hashlib.blake2b(f"{salt}\0{one}".encode(), digest_size=16).digest(), one))
