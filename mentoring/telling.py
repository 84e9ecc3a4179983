"""Which reasons are told before both have said yes: no more of the other than her facts tell, or than five share.

    narrowed(match.reasons, seen)     # Narrowed([{"code": "topics", "details": ["wonen"]}], leads=True, more=True)

What is left unsaid must not show by its absence either. So of a subject that is told in part nothing is said of what
did not fit; and that other answers fit is said only where it can be true of two subjects or more.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mentoring.choices import Way
from mentoring.models.profile import Profile
from mentoring.pseudonyms import FIT_AT_LEAST, Facts, Seen

LISTS = {"help": "help", "language": "languages", "availability": "slots", "way": "ways"}
UNSAID_AT_LEAST = 2

Kept = Mapping[str, Any]


@dataclass(frozen=True)
class Narrowed:
    """`leads`: the weightiest that fits is among them. `more`: other answers fit too, and are not named."""

    reasons: list[dict[str, Any]]
    leads: bool
    more: bool


def narrowed(reasons: Iterable[Kept], *seen: Seen) -> Narrowed:
    """What all of these may be told of; in the order in which they were kept."""
    said: list[dict[str, Any]] = []
    leads: bool | None = None
    unsaid, more = 0, False
    for reason in reasons:
        if not reason.get("asked", True):
            continue
        code = reason["code"]
        details = _alike(code, reason["details"])
        named = [one for one in details if one in _named_by_all(code, details, seen)]
        whole = named == details and all(_is_whole(code, one) for one in seen)
        unsaid += not whole
        if details:
            more = more or named != details
            leads = bool(named) if leads is None else leads
        if named or (not details and whole):
            said.append({"code": code, "details": named})
    return Narrowed(said, bool(leads), more and unsaid >= UNSAID_AT_LEAST)


def _named_by_all(code: str, details: list[str], seen: Iterable[Seen]) -> set[str]:
    named = set(details)
    for one in seen:
        named &= set(_named(code, [each for each in details if each in named], one))
    return named


def _named(code: str, details: list[str], seen: Seen) -> Collection[str]:
    if seen.is_open:
        return details
    if code not in LISTS:
        return _of_the_facts(code, seen.facts)
    named: list[str] = []
    for detail in sorted(details, key=lambda one: -_sharing(code, [one], seen)):
        if _sharing(code, [*named, detail], seen) >= FIT_AT_LEAST:
            named.append(detail)
    return named


def _of_the_facts(code: str, facts: Facts) -> Collection[str]:
    return {"province": (facts.province,), "office": facts.offices, "topics": facts.topics}[code]


def _is_whole(code: str, seen: Seen) -> bool:
    """Whether nothing of this subject is kept from whoever reads, whatever the other chose."""
    if seen.is_open:
        return True
    if code not in LISTS:
        return _of_the_facts(code, seen.facts) == _of_the_facts(code, seen.own)
    if seen.reader is None:
        return False
    return all(_sharing(code, [one], seen) not in range(1, FIT_AT_LEAST) for one in _chosen(code, seen.reader))


def _sharing(code: str, values: Collection[str], seen: Seen) -> int:
    return sum(set(values) <= set(_chosen(code, one)) for one in seen.pool)


def _chosen(code: str, profile: Profile) -> list[str]:
    return _alike(code, getattr(profile, LISTS[code]))


def _alike(code: str, values: Iterable[str]) -> list[str]:
    """Each once; a place without stairs is a meeting in person, and no more is told of it."""
    return list(dict.fromkeys(Way.LIVE.value if code == "way" and one == Way.STEP_FREE else one for one in values))
