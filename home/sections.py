"""What upper floors put on the home page: settings.HOME_SECTIONS names functions(request) -> HomeSection | None.

A function that has nothing to show returns None; the home page then says what someone can do instead.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

Place = Literal["now", "story", "figure", "events"]


@dataclass(frozen=True)
class HomeSection:
    """A template with its context, and where it goes: one section a place, the first that has something wins."""

    place: Place
    template: str
    context: dict[str, Any] = field(default_factory=dict)


def home_sections(request: HttpRequest) -> dict[str, HomeSection]:
    """What there is for each place of the home page."""
    found: dict[str, HomeSection] = {}
    for path in settings.HOME_SECTIONS:
        section = import_string(path)(request)
        if section is not None:
            found.setdefault(section.place, section)
    return found
