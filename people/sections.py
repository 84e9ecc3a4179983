"""What a part of the dashboard or of the help page is, and the parts that every account has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from people import roles
from people.roles import Visitor, asked_once

Answer = TypeVar("Answer")

_answers: WeakKeyDictionary[HttpRequest, dict[Callable[[Visitor], Any], Any]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Step:
    """Something that someone can do now. The one with the nearest `until` is "jouw volgende stap"."""

    title: str | Promise
    url: str
    link_label: str | Promise
    text: str | Promise = ""
    until: date | None = None


@dataclass(frozen=True)
class Section:
    """A part of a page. Its template reads `section`, the context given here; on /mijn/ its steps come first.

    `template` may be empty for a section that only has steps. `aside` puts it in the side column; its `own_links`
    join the card "Van mij" there. Its `help_people` come first in the card with help (components/help_card.html).
    `is_hidden` says there that nobody finds this person now.
    """

    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    aside: bool = False


def gather(paths: list[str], request: HttpRequest) -> list[Section]:
    """The sections that have something to say to this person, in the order of the list."""
    functions: list[Callable[[HttpRequest], Section | None]] = [import_string(path) for path in paths]
    with asked_once():
        return [section for function in functions if (section := function(request)) is not None]


def once(request: HttpRequest, ask: Callable[[Visitor], Answer]) -> Answer:
    """What several sections of one page want to know of this person: asked by the first, kept for the others."""
    answers = _answers.setdefault(request, {})
    if ask not in answers:
        answers[ask] = ask(request.user)
    return answers[ask]


def steps_of(sections: list[Section]) -> list[Step]:
    """All steps, the nearest date first; those without a date keep their order behind them."""
    steps = [step for section in sections for step in section.steps]
    return sorted(steps, key=lambda step: step.until or date.max)


def workplace(request: HttpRequest) -> Section | None:
    """The door to the place of those who work here."""
    links = []
    if roles.is_member(request.user) or roles.is_administrator(request.user):
        links.append({"url": "/cms/", "label": _("Naar je werkplek")})
    if roles.is_ministry(request.user):
        links.append({"url": "/cijfers/", "label": _("Naar de cijfers")})
    return Section("people/section_workplace.html", {"links": links}, aside=True) if links else None
