"""Purposes that only tests know."""

from uuid import UUID

from people.consent import Purpose
from people.models import User

withdrawn: list[tuple[User, UUID | None]] = []


def remember(user: User, about: UUID | None) -> None:
    withdrawn.append((user, about))


def fail(user: User, about: UUID | None) -> None:
    raise ZeroDivisionError


def call(keys: set[UUID]) -> dict[UUID, str]:
    calls.append(keys)
    return {key: f"Editie {key.int}" for key in keys if key.int != 9}


calls: list[set[UUID]] = []
AFTERWARDS = Purpose(
    "afterwards",
    "Na de verkiezing één vraag",
    on_withdraw="tests.people.purposes.remember",
    call_abouts="tests.people.purposes.call",
)
FAILING = Purpose("failing", "Gaat mis", on_withdraw="tests.people.purposes.fail")
