"""Who is asked for her part in choosing candidates."""

from mentoring.models import Match
from people.roles import Visitor


def can_say_role(user: Visitor) -> bool:
    """Who was ever proposed to somebody, on either side."""
    return user.is_authenticated and Match.objects.of(user).exists()
