"""Who stands where in a table about a day: the only bridge between the facts and outcomes.disclosure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from outcomes.disclosure.catalogue import COUNTRY, NATIONAL, Table
from outcomes.disclosure.release import Standing
from outcomes.disclosure.steps import STEPS
from outcomes.models import FunnelFact

RANK = {step: rank for rank, step in enumerate(STEPS)}


@dataclass(frozen=True)
class Counting:
    """A table with its rows and who stands in them. A table is published once it stands in `COUNTINGS`."""

    table: Table
    keys: Callable[[], Iterable[str]]
    standings: Callable[[date], Iterable[Standing]]


def _in_the_country(as_of: date) -> Iterator[Standing]:
    """Everybody once, at the furthest step in whichever programme."""
    furthest: dict[int, tuple[int, int]] = {}
    facts = FunnelFact.objects.until(as_of).filter(step__in=STEPS)
    for person, key, step in facts.values_list("person_id", "person__rounding_key", "step").iterator(5000):
        rank = RANK[step]
        if person not in furthest or furthest[person][0] < rank:
            furthest[person] = rank, key
    for person, (rank, key) in furthest.items():
        yield Standing(person, key, COUNTRY, STEPS[rank])


COUNTINGS: tuple[Counting, ...] = (Counting(NATIONAL, lambda: NATIONAL.rows or (), _in_the_country),)
