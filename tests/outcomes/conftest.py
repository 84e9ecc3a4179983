import pytest
from django.contrib.auth.models import Group

from people.models import User
from tests.laid import laid

__all__ = ["laid"]


@pytest.fixture
def analyst(laid: None, db: None) -> User:
    user = User.objects.create_user("analist@example.org", name="Analist")
    user.groups.add(Group.objects.get(name="ministry"))
    return user
