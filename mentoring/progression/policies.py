"""Who may do what with a candidacy: the person, and nobody else."""

from mentoring.models import Candidacy
from people.roles import Visitor


def can_tell_candidacy(user: Visitor) -> bool:
    """Anyone with an account: also who never took part in a programme."""
    return user.is_authenticated


def can_change_candidacy(user: Visitor, candidacy: Candidacy) -> bool:
    return user.is_authenticated and candidacy.user_id == user.pk
