import pytest

from portal.set_up import set_up


@pytest.fixture
def laid(db: None) -> None:
    """A site as it is after `migrate` and `set_up`, without any demo."""
    set_up()
