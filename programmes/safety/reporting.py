"""What can be reported: each floor names its kinds in settings.REPORTABLE, a Reportable each.

MESSAGES = Reportable("message", find_message)     # find(user, key) -> Reported | None

{% include "components/report_links.html" with kind="message" key=message.key block=True only %}
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from people.models import User
from programmes.models import Programme


@dataclass(frozen=True)
class Reported:
    """A thing as who reports it sees it. `words` are kept with the report; `name` is how she knows the other.
    `seen_at` is the address of the page where she sees it, to go back to."""

    programme: Programme | None
    about: User | None
    words: str
    name: str = ""
    seen_at: str = ""


@dataclass(frozen=True)
class Reportable:
    """One kind of thing. `find` gives what this person sees under this key, and None for what is not hers to see.

    The key comes from an address: whatever it is, `find` answers and never fails.
    """

    kind: str
    find: Callable[[User, str], Reported | None]


@cache
def _kinds(paths: tuple[str, ...]) -> dict[str, Reportable]:
    found = [import_string(path) for path in paths]
    return {reportable.kind: reportable for reportable in found}


def found(user: User, kind: str, key: str) -> Reported | None:
    """What this person points at, or None when there is no such thing for her."""
    reportable = _kinds(tuple(settings.REPORTABLE)).get(kind)
    return reportable.find(user, key) if reportable and key else None
