"""The whole demo with a tenth of its population, laid once for all tests of this folder: it takes a while."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Site

from portal.demo.content import lay_demo
from tests.laid import lay

A_TENTH = 0.1  # of the people: quick, and the same shape


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            lay()
            lay_demo(share=A_TENTH)
            yield
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()
