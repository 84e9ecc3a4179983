"""A site as it is after `migrate` and `set_up`, without any demo: laid once for all tests of a module.

The module's transaction stays open around the tests' own, so each test still sees its changes undone. Use:

    from tests.laid import laid
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from wagtail.models import Site

from portal.set_up import set_up

Rows = list[tuple[Any, ...]]

# What the first set_up of this process changed, table by table: laid again in a fraction of the time.
_remembered: dict[str, Rows] = {}


@pytest.fixture(scope="module")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            lay()
            yield
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


def lay() -> None:
    """As `set_up` leaves tables that have only seen `migrate`; call it in a transaction that is rolled back."""
    if _remembered:
        _lay_again()
        return
    before = _every_row()
    set_up()
    _remembered.update({table: rows for table, rows in _every_row().items() if rows != before[table]})


def _lay_again() -> None:
    with connection.cursor() as cursor:
        for table in _remembered:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        for table, rows in _remembered.items():
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} VALUES ({places})", rows)
    Site.clear_site_root_paths_cache()  # as saving a site does


def _every_row() -> dict[str, Rows]:
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in _tables()}


def _rows(cursor: Any, table: str) -> Rows:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
    return [tuple(row) for row in cursor.fetchall()]


@cache
def _tables() -> tuple[str, ...]:
    """Of every model, those that join two included; not the index that SQLite keeps up by itself."""
    models = apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models if model._meta.managed and not model._meta.proxy}
    return tuple(sorted(table for table in tables if not table.endswith("_fts")))
