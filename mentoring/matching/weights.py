"""How much each reason counts: one file with a version, and bounds within which an organiser may tune it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mentoring.matching.profiles import NotAllowed

FILE = Path(__file__).with_name("weights.json")
CODES = ("topics", "help", "office", "province", "language", "availability", "way")
ALWAYS_LIMITS = frozenset({"language", "availability", "way"})  # without these two people cannot meet at all
MAY_LIMIT = ALWAYS_LIMITS | {"help", "office"}
WITHIN = ("country", "province")
HIGHEST = 1000
MOST_COMBINATIONS = 1 << 22  # of what is asked and found: a table holds a score for each (see `packing`)


@dataclass(frozen=True)
class Bounds:
    least: int
    most: int


@dataclass(frozen=True)
class Weights:
    """What counts, and for how much.

    `weight` compares the reasons with each other; `most` says what that comes to in points, together always 1000.
    `full` is how many things in common give all points of a reason (fewer when fewer were asked).
    `limits` are the reasons without which a pair is not allowed at all; `live_within` says how far people go to
    meet: the whole country, or their own province.
    """

    version: int
    weight: Mapping[str, int]
    bounds: Mapping[str, Bounds]
    full: Mapping[str, int]
    limits: frozenset[str] = ALWAYS_LIMITS
    live_within: str = "country"

    def __post_init__(self) -> None:
        for mapping in (self.weight, self.bounds, self.full):
            if set(mapping) != set(CODES):
                raise NotAllowed(f"weights: expected exactly {', '.join(CODES)}")
        for code in CODES:
            bounds = self.bounds[code]
            if not bounds.least <= self.weight[code] <= bounds.most:
                raise NotAllowed(f"weights: {code} must be {bounds.least} to {bounds.most}")
            if self.full[code] < 1:
                raise NotAllowed(f"weights: {code} must be full at 1 or more")
        if prod((full + 1) * (full + 2) // 2 for full in self.full.values()) > MOST_COMBINATIONS:
            raise NotAllowed("weights: full is too high to tell all combinations apart")
        if not ALWAYS_LIMITS <= self.limits <= MAY_LIMIT:
            raise NotAllowed(f"weights: limits are {', '.join(sorted(ALWAYS_LIMITS))} and may be help, office")
        if self.live_within not in WITHIN:
            raise NotAllowed(f"weights: live_within must be one of {', '.join(WITHIN)}")
        if not any(self.weight.values()):
            raise NotAllowed("weights: at least one must count")

    @cached_property
    def most(self) -> Mapping[str, int]:
        """The most points of each reason: shares of 1000, the largest remainders rounded up."""
        whole = sum(self.weight.values())
        shares = {code: self.weight[code] * HIGHEST // whole for code in CODES}
        by_remainder = sorted(CODES, key=lambda code: (-(self.weight[code] * HIGHEST % whole), CODES.index(code)))
        for code in by_remainder[: HIGHEST - sum(shares.values())]:
            shares[code] += 1
        return MappingProxyType(shares)

    def tuned(self, **weight: int) -> "Weights":
        """The same with some weights changed; NotAllowed outside their bounds."""
        unknown = set(weight) - set(CODES)
        if unknown:
            raise NotAllowed(f"weights: unknown {', '.join(sorted(unknown))}")
        return replace(self, weight=MappingProxyType({**self.weight, **weight}))

    def with_limits(self, *more: str, live_within: str | None = None) -> "Weights":
        """The same with limits that are not always ones (help, office), and another reach of meeting live."""
        return replace(self, limits=ALWAYS_LIMITS | set(more), live_within=live_within or self.live_within)


def read_weights(text: str) -> Weights:
    data: dict[str, Any] = json.loads(text)
    rows: dict[str, dict[str, int]] = data["weights"]
    return Weights(
        version=data["version"],
        weight=MappingProxyType({code: row["weight"] for code, row in rows.items()}),
        bounds=MappingProxyType({code: Bounds(row["least"], row["most"]) for code, row in rows.items()}),
        full=MappingProxyType({code: row["full"] for code, row in rows.items()}),
        limits=frozenset(data["limits"]),
        live_within=data["live_within"],
    )


@cache
def load_weights() -> Weights:
    return read_weights(FILE.read_text(encoding="utf-8"))
