"""A site as it is after `migrate` and `set_up`, without any demo: laid once for all tests of a module.

The module's transaction stays open around the tests' own, so each test still sees its changes undone. Use:

    from tests.laid import laid
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Site

from portal.set_up import set_up


@pytest.fixture(scope="module")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            set_up()
            yield
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()
