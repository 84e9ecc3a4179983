"""Who may do what with the dossier of a programme: asked by actions and views alike."""

from people.policies import require
from people.roles import Visitor
from programmes.models import Programme
from programmes.policies import organises

__all__ = ["require"]


def can_keep_dossier(user: Visitor, programme: Programme) -> bool:
    """Organisers of an organisation that carries it. Not an administrator: operation needs no exact count."""
    return organises(user, programme)
