"""The parts in choosing candidates that can come to stand between two people. Pure.

clash(Part({"committee"}, {"arnhem"}), Part({"list"}, {"arnhem"}))   # True
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    COMMITTEE = "committee", _("Ik kies mee wie er op een lijst komt")
    LIST = "list", _("Ik sta op een lijst, of ik wil erop")


@dataclass(frozen=True)
class Part:
    """Of one person: which roles, in which places (slugs of bodies)."""

    roles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def clash(one: Part, other: Part) -> bool:
    """Both have a part, and there is a place where both have it: which parts they are makes no difference."""
    return bool(one.roles and other.roles and one.places & other.places)


def kept(roles: Iterable[str]) -> str:
    """As PowerRole keeps them, in one order."""
    chosen = set(roles)
    return " ".join(role for role in Role.values if role in chosen)


def in_words(text: str) -> list[str]:
    """The roles of such a text; what is no role stays as it is."""
    words = dict(Role.choices)
    return [str(words.get(one, one)) for one in text.split()]
