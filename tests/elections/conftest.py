"""Bodies as the reference lists give them."""

import pytest

from elections import reference


@pytest.fixture
def bodies(db):
    return reference.load()
