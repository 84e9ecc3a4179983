"""What upper floors tell on the page of a programme: functions(programme) -> section (settings.PROGRAMME_SECTIONS)."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from programmes.models.programme import Programme


@dataclass(frozen=True)
class ProgrammeSection:
    """A template with what it shows, which stands there as `section`."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


def page_sections(programme: Programme) -> list[ProgrammeSection]:
    """In the order of the list, without those that have nothing to tell."""
    told = [import_string(path)(programme) for path in settings.PROGRAMME_SECTIONS]
    return [section for section in told if section is not None]
