"""One line in the journal for each thing done, written in the transaction that does it."""

from typing import Protocol
from uuid import UUID

from django.db.models import Model

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
    **ids: UUID | int | str,
) -> JournalLine:
    """Note that `by` (None: the portal itself) did `verb` to `thing`.

    `ids` are keys of other things involved; text of or about a person does not belong here.
    """
    return JournalLine.objects.create(
        actor=by.journal_key if by else None,
        verb=verb,
        thing_kind=thing._meta.label,
        thing_key=str(getattr(thing, "key", thing.pk)),
        was=was,
        now=now,
        scope=scope,
        ids={name: str(value) for name, value in ids.items()},
    )
