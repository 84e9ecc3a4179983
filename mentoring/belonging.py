"""Of which programmes somebody is as a mentor: whose safeguarding contacts are there for her."""

from collections.abc import Iterable

from mentoring.models import Mentor
from people.models import User


def as_a_mentor(user: User) -> Iterable[int]:
    """Who signed up there, whatever came of it."""
    return Mentor.objects.of(user).order_by().values_list("programme", flat=True)
