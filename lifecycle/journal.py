"""One line in the journal for each thing done, written in the transaction that does it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from lifecycle.ids import Id, an_id, only_ids
from lifecycle.models import JournalLine


class Actor(Protocol):
    journal_key: UUID


def record(
    thing: Model,
    verb: str,
    *,
    by: Actor | None,
    was: str = "",
    now: str = "",
    scope: UUID | None = None,
    at: datetime | None = None,
    **ids: Id,
) -> JournalLine:
    """Note that `by` (None: the portal itself) did `verb` to `thing`.

    `ids` are keys of other things involved; text of or about a person is refused (ValueError).
    """
    return JournalLine.objects.create(
        at=at or timezone.now(),
        actor=by.journal_key if by else None,
        verb=an_id(verb),
        thing_kind=thing._meta.label,
        thing_key=an_id(_key(thing)),
        was=was and an_id(was),
        now=now and an_id(now),
        scope=scope,
        ids=only_ids(ids),
    )


def record_each(things: Iterable[Model], verb: str, *, by: Actor) -> None:
    """The same act on each of these, such as seeing a list of persons: a line each, in one statement."""
    JournalLine.objects.bulk_create(
        JournalLine(actor=by.journal_key, verb=an_id(verb), thing_kind=thing._meta.label, thing_key=an_id(_key(thing)))
        for thing in things
    )


def _key(thing: Model) -> Id:
    return getattr(thing, "key", thing.pk)
