"""What all tests share."""

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import hypothesis
import pytest
from django.core.cache import caches
from django.db import connection
from django.utils import translation
from xdist.scheduler import LoadScopeScheduling

from home import page_cache
from tests import kept

IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # where Django tests on SQLite
# Folders of which all tests stay in one process, those that take longest first: they share what they lay.
TOGETHER = ("tests/journeys", "tests/walkers", "tests/portal/demo")
# The long journeys, at a portal of their own: so there are two groups of about the same length.
LONG_JOURNEYS = tuple(f"tests/journeys/test_{name}.py" for name in ("half_hour", "pair", "pairing", "editors"))

# A browser of the journeys leaves a loop running in this process, and Django would refuse each query beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# Thousands of tests make and drop as many rows, and nothing in circles: looking for those so often costs a tenth.
gc.set_threshold(100_000, 50, 100)

# The same examples on each run, and no clock on them: a busy machine is no fault.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis.settings.load_profile("suite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest begins first."""
    _leave_out_what_needs_postgres(config, items)
    for item in items:
        if item.nodeid.startswith("tests/journeys/"):
            item.add_marker("journey")
    items.sort(key=lambda item: _turn_of(_group_of(item.nodeid)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return TogetherScheduling(config, log)


class TogetherScheduling(LoadScopeScheduling):
    """Hands out whole groups, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return _group_of(nodeid)


def _group_of(nodeid: str) -> str:
    """Its folder, for what stays together; otherwise a file by itself."""
    file = nodeid.partition("::")[0]
    if file in LONG_JOURNEYS:
        return "tests/journeys, long"
    return next((folder for folder in TOGETHER if file.startswith(f"{folder}/")), file)


def _turn_of(group: str) -> int:
    if group.startswith("tests/journeys"):
        return 0
    return TOGETHER.index(group) if group in TOGETHER else len(TOGETHER)


def _leave_out_what_needs_postgres(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test for what SQLite cannot do is left out there, not skipped: skips hide among results."""
    if connection.vendor == "postgresql":
        return
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Where tests run in memory, the tables that were migrated once lie there already when `migrate` comes by.

    On PostgreSQL they come from a template (portal.settings.test).
    """
    if connection.vendor != "sqlite" or connection.settings_dict["TEST"]["NAME"]:
        yield
        return
    with closing(sqlite3.connect(IN_MEMORY, uri=True)) as memory:  # it lives as long as somebody holds it
        kept.copy_into(memory, kept.tables())
        yield


@pytest.fixture(autouse=True)
def in_dutch() -> None:
    """A request under /en/ leaves English behind in this thread; the next test is a new day."""
    translation.activate("nl")


@pytest.fixture(autouse=True)
def no_kept_pages() -> None:
    """Each test sees pages that were made for it."""
    caches["pages"].clear()
    page_cache.memory.clear()
