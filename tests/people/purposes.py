"""Purposes that only tests know."""

from uuid import UUID

from people.consent import Purpose
from people.models import User

withdrawn: list[tuple[User, UUID | None]] = []


def remember(user: User, about: UUID | None) -> None:
    withdrawn.append((user, about))


def fail(user: User, about: UUID | None) -> None:
    raise ZeroDivisionError


AFTERWARDS = Purpose("afterwards", "Na de verkiezing één vraag", on_withdraw="tests.people.purposes.remember")
FAILING = Purpose("failing", "Gaat mis", on_withdraw="tests.people.purposes.fail")
