"""What all tests share."""

import os

import hypothesis
import pytest
from django.core.cache import caches
from django.db import connection
from django.utils import translation

from home import page_cache

# A browser of the journeys leaves a loop running in this process, and Django would refuse each query beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# The same examples on each run, and no clock on them: a busy machine is no fault.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis.settings.load_profile("suite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test for what SQLite cannot do is left out there, not skipped: skips hide among results."""
    if connection.vendor == "postgresql":
        return
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def in_dutch() -> None:
    """A request under /en/ leaves English behind in this thread; the next test is a new day."""
    translation.activate("nl")


@pytest.fixture(autouse=True)
def no_kept_pages() -> None:
    """Each test sees pages that were made for it."""
    caches["pages"].clear()
    page_cache.memory.clear()
