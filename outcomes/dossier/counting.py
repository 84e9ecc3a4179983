"""What was done, exactly: distinct people at each step of one programme, in a period. For its organisers alone.

Facts outlive applications and participations; what happened since they were last collected is read beside them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from outcomes.choices import FunnelStep
from outcomes.collecting import facts_now, steps_now
from programmes.models import Programme

EXACT = (FunnelStep.APPLIED, FunnelStep.ADMITTED, FunnelStep.STARTED, FunnelStep.COMPLETED, FunnelStep.MATCHED)
"""The steps that an organiser sees on her own desk. What becomes of people on a list is not hers to count."""

Who = tuple[str, int]


@dataclass(frozen=True)
class Counts:
    """People by step: of the whole programme, where each counts once, and of each edition by its number."""

    whole: dict[str, int]
    editions: dict[int, dict[str, int]]


def count_done(programme: Programme, first: date, last: date, at: datetime | None = None) -> Counts:
    """Steps taken from `first` to `last`, both included."""
    whole: dict[str, set[Who]] = defaultdict(set)
    editions: dict[int, dict[str, set[Who]]] = defaultdict(lambda: defaultdict(set))
    for who, edition, step, day in _taken(programme, at):
        if step in EXACT and first <= day <= last:
            whole[step].add(who)
            if edition is not None:
                editions[edition][step].add(who)
    return Counts(
        {step.value: len(whole[step]) for step in EXACT},
        {edition: {step.value: len(by_step[step]) for step in EXACT} for edition, by_step in editions.items()},
    )


def _taken(programme: Programme, at: datetime | None) -> Iterator[tuple[Who, int | None, str, date]]:
    """One who has an account is the same in facts and rows; one whose tie is cut stands in the facts alone."""
    facts = facts_now(programme, at).values_list("person", "person__user", "edition", "step", "happened_on")
    for person, user, edition, step, day in facts.iterator():
        yield ("account", user) if user else ("person", person), edition, step, day
    for found in steps_now(programme, at):
        yield ("account", found.user), found.edition, found.step.value, found.day
