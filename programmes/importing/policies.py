"""Who may bring people in: whoever organises the programme; not an administrator."""

from people.roles import Visitor
from programmes.models import Edition
from programmes.policies import organises


def can_import(user: Visitor, edition: Edition) -> bool:
    return organises(user, edition.programme)
