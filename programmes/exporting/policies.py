"""Who may take a list of people out: whoever organises the programme; not an administrator."""

from people.roles import Visitor
from programmes.models import Edition
from programmes.policies import organises


def can_export(user: Visitor, edition: Edition) -> bool:
    return organises(user, edition.programme)
