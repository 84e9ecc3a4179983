from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from tests.laid import lay
from tests.walkers.world import World, made


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all that only looks: nothing here changes a row that another test looks at."""
    with django_db_blocker.unblock():
        # Who proved something a moment ago is not asked again, however slow the machine.
        with transaction.atomic(), override_settings(ACCOUNT_REAUTHENTICATION_TIMEOUT=24 * 60 * 60):
            lay()
            yield made()
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()
