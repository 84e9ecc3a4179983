"""Rows of matches that are laid ready, thousands at a time."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connections, router

from mentoring.models import Match, Round

ALIKE_BUT_FOR = ("key", "participation", "mentor", "score", "reasons")


class Laid(NamedTuple):
    """By primary key; the reasons as JSON (`reasons.kept_as_text`)."""

    participation: int
    mentor: int
    score: int
    reasons: str


def lay_matches(laid: Iterable[Laid], *, round: Round, at: datetime) -> None:
    """As `bulk_create` of `Match(round=round, made_at=at, …)` each, without making a model of every row.

    IntegrityError where two of them may not be brought together any more.
    """
    connection = connections[router.db_for_write(Match)]
    like = Match(round=round, made_at=at)
    fields = [field for field in Match._meta.concrete_fields if not field.primary_key]
    by_name = {field.name: field for field in fields}
    each = [by_name[name] for name in ALIKE_BUT_FOR]
    same = {one: one.get_db_prep_save(getattr(like, one.attname), connection) for one in fields if one not in each}
    given = {one: value for one, value in same.items() if value is not None}  # what is left out is NULL
    key, tail = by_name["key"], tuple(given.values())
    rows = [(key.get_db_prep_save(key.get_default(), connection), *row, *tail) for row in laid]
    names = ", ".join(connection.ops.quote_name(str(one.column)) for one in [*each, *given])
    marks = ", ".join(["%s"] * (len(each) + len(given)))
    table = connection.ops.quote_name(Match._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 (no word from outside)
