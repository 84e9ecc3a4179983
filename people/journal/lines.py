"""Lines of the journal, as far as somebody may read them, with what they say in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from lifecycle.models import JournalLine
from people.journal.words import kind_in_words, state_in_words, verb_in_words
from people.models import Membership, Organisation, User
from people.roles import ADMINISTRATOR, is_administrator


@dataclass(frozen=True)
class Told:
    """One line in words. `url` leads to the thing, where it is still there and has a page at the desk."""

    at: datetime
    who: str
    thing: str
    what: str
    now: str
    url: str


@cache
def nameless() -> frozenset[str]:
    """Kinds and verbs of what somebody has or does for herself, not in her office: who did it is nobody's to read."""
    return frozenset(kind for path in settings.JOURNAL_NAMELESS for kind in import_string(path))


def readable_by(user: User) -> "QuerySet[JournalLine]":
    """An organiser: what was done for the own organisations. An administrator: everything, in ids."""
    if is_administrator(user):
        return JournalLine.objects.all()
    return JournalLine.objects.filter(scope__in=_own(user).values("key"))


def _own(user: User) -> "QuerySet[Organisation]":
    return Organisation.objects.filter(memberships__user=user, memberships__role=Membership.Role.ORGANISER)


def named_to(user: User) -> "QuerySet[User]":
    """Who is called by name: colleagues. Somebody who takes part, or left, is "iemand anders"."""
    if is_administrator(user):
        colleagues = Q(memberships__isnull=False) | Q(groups__name=ADMINISTRATOR)
        return User.objects.filter(colleagues).distinct()
    return User.objects.filter(memberships__organisation__in=_own(user)).distinct()


def in_words(lines: Iterable[JournalLine], reader: User) -> list[Told]:
    """Two questions for all, and one for each kind of thing that has a page."""
    rows = list(lines)
    actors = {line.actor for line in rows if line.actor}
    names = {person.journal_key: str(person) for person in named_to(reader).filter(journal_key__in=actors)}
    doors = {} if is_administrator(reader) else _doors(rows)
    return [
        Told(
            at=line.at,
            who=_who(line, names, reader),
            thing=kind_in_words(line.thing_kind),
            what=verb_in_words(line.verb),
            now=state_in_words(line.thing_kind, line.now) if line.now else "",
            url=doors.get((line.thing_kind, line.thing_key), ""),
        )
        for line in rows
    ]


def _who(line: JournalLine, names: dict[Any, str], reader: User) -> str:
    if line.actor is None:
        return _("Het portaal zelf")
    if line.actor == reader.journal_key:
        return _("Jij")
    if line.thing_kind in nameless() or line.verb in nameless():
        return _("Iemand anders")
    return names.get(line.actor, _("Iemand anders"))


def pages() -> dict[str, str]:
    """By kind of thing, the name of the address where it is looked at."""
    return {kind: name for path in settings.JOURNAL_DOORS for kind, name in import_string(path).items()}


def _doors(rows: list[JournalLine]) -> dict[tuple[str, str], str]:
    """By kind and key, the address of what is still there."""
    found: dict[tuple[str, str], str] = {}
    for kind, name in pages().items():
        keys = {row.thing_key for row in rows if row.thing_kind == kind}
        if keys:
            there = apps.get_model(kind)._default_manager.filter(key__in=keys).values_list("key", flat=True)
            found |= {(kind, str(key)): reverse(name, kwargs={"key": key}) for key in there}
    return found
