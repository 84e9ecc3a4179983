"""Counters without a person: a row of numbers per word, to which one is added in the database itself.

add_one(CampaignCount, "visits", source="buurt")
"""

from typing import Any

from django.db.models import F, Model


def add_one(counters: type[Model], counter: str, **row: Any) -> None:
    """To the row that `row` names; it is made at the first. Of two at the same moment both are counted."""
    if not add_where_known(counters, counter, **row):
        counters._default_manager.bulk_create([counters(**row)], ignore_conflicts=True)
        add_where_known(counters, counter, **row)


def add_where_known(counters: type[Model], counter: str, **row: Any) -> bool:
    """The same, but for a row that is not there nothing is counted: False."""
    return bool(counters._default_manager.filter(**row).update(**{counter: F(counter) + 1}))
