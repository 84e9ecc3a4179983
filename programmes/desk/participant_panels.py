"""What stands on the page of one participant at the desk, beside how it goes (settings.PARTICIPANT_PANELS)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.text import slugify

from programmes.models import Participation


@dataclass(frozen=True)
class Panel:
    """A part of the page under its own heading; the template gets `participation`, and `panel`, which is `context`."""

    title: str | Promise
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """For the heading, so that the part is called by it."""
        return slugify(str(self.title))


def panels(request: HttpRequest, participation: Participation) -> list[Panel]:
    """In the order of the list. Only ask where the person's name is shown."""
    found = (import_string(path)(request, participation) for path in settings.PARTICIPANT_PANELS)
    return [panel for panel in found if panel is not None]
