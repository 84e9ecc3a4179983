"""Who someone is in the portal. Asked of the database, never kept: a role taken away works at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth.models import AnonymousUser

from people.models import Membership, Organisation, User

MINISTRY, ADMINISTRATOR = "ministry", "administrator"
Visitor = User | AnonymousUser

_answers: ContextVar[dict[tuple[str, int], frozenset[str]] | None] = ContextVar("answers", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """While one page is shown, roles are asked once: each item of the desk's menu and each section wants to know.

    For showing alone. What changes something asks again.
    """
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def _held(kind: str, user: Visitor, ask: Callable[[User], frozenset[str]]) -> frozenset[str]:
    if not user.is_authenticated:
        return frozenset()
    answers = _answers.get()
    if answers is None:
        return ask(user)
    key = (kind, user.pk)
    if key not in answers:
        answers[key] = ask(user)
    return answers[key]


def _groups(user: Visitor) -> frozenset[str]:
    return _held("groups", user, lambda one: frozenset(one.groups.values_list("name", flat=True)))


def _roles(user: Visitor) -> frozenset[str]:
    return _held("roles", user, lambda one: frozenset(one.memberships.values_list("role", flat=True)))


def is_ministry(user: Visitor) -> bool:
    return MINISTRY in _groups(user)


def is_administrator(user: Visitor) -> bool:
    return ADMINISTRATOR in _groups(user)


def is_member(user: Visitor) -> bool:
    """Organiser or page editor, of any organisation."""
    return bool(_roles(user))


def is_organiser(user: Visitor) -> bool:
    return Membership.Role.ORGANISER in _roles(user)


def organises_for(user: Visitor, organisation: Organisation) -> bool:
    """Organiser of this very organisation."""
    own = Membership.objects.filter(user=user.pk, organisation=organisation, role=Membership.Role.ORGANISER)
    return user.is_authenticated and own.exists()
