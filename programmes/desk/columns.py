"""What higher floors tell of participants at the desk (settings.PARTICIPANT_COLUMNS), fetched for a page at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from wagtail.admin.ui.tables import Column

from programmes.models import Participation

Texts = Callable[[Sequence[Participation]], dict[int, str]]


@dataclass(frozen=True)
class ParticipantColumn:
    """`texts` gives, by participation, what there is to say; few queries, however many rows."""

    name: str
    label: str | Promise
    texts: Texts


def declared() -> list[ParticipantColumn]:
    return [import_string(path) for path in settings.PARTICIPANT_COLUMNS]


def as_columns() -> list[Column]:
    return [Column(column.name, label=column.label, accessor=_read(column.name)) for column in declared()]


def tell(rows: Sequence[Participation]) -> None:
    """Lays what the columns say beside each row; of somebody whose name is hidden, nothing."""
    shown = [row for row in rows if not row.awaits_consent]
    for column in declared():
        texts = column.texts(shown)
        for row in rows:
            _told(row)[column.name] = texts.get(row.pk, "")


def facts(row: Participation) -> list[tuple[str | Promise, str]]:
    """The same for one person, without what is empty."""
    tell([row])
    return [(column.label, text) for column in declared() if (text := _told(row)[column.name])]


def _told(row: Participation) -> dict[str, str]:
    return row.__dict__.setdefault("told", {})


def _read(name: str) -> Callable[[Participation], str]:
    return lambda row: _told(row).get(name, "")
