"""A location is an edition (docs/decisions/0016): which one a row belongs to."""

import unicodedata
from dataclasses import dataclass

from programmes.importing.faults import Fault
from programmes.models import Edition
from programmes.states import EditionState

# Into which people still come.
TAKES_IN = frozenset({EditionState.DRAFT, EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING})
LONGEST_TOWN = 80


@dataclass(frozen=True)
class Where:
    """An edition that is there, or a town for which one will be made."""

    edition: Edition | None = None
    town: str = ""

    @property
    def mark(self) -> str:
        return str(self.edition.pk) if self.edition else folded(self.town)


def folded(text: str) -> str:
    """ "'s-Gravenhage " and "’s-gravenhage" are one town."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in decomposed if sign.isalnum() or sign.isspace())
    return " ".join("".join(kept).split())


class Locations:
    """The editions of a programme by town and by name; without a town it is the edition that was chosen."""

    def __init__(self, chosen: Edition, *, makes: bool) -> None:
        self.chosen, self.makes = chosen, makes
        own = Edition.objects.filter(programme=chosen.programme_id, state__in=TAKES_IN).select_related("programme")
        self._known: dict[str, list[Edition]] = {}
        for edition in own.order_by("pk"):
            for text in {folded(edition.town), folded(edition.name)} - {""}:
                self._known.setdefault(text, []).append(edition)
        self._found: dict[str, Where | Fault] = {"": Where(chosen)}

    def find(self, text: str) -> Where | Fault:
        key = folded(text)
        if key not in self._found:
            self._found[key] = self._look(key, text)
        return self._found[key]

    def _look(self, key: str, text: str) -> Where | Fault:
        known = self._known.get(key, [])
        if self.chosen in known:
            return Where(self.chosen)
        if len(known) == 1:
            return Where(known[0])
        if known:
            return Fault.MORE_EDITIONS
        if len(text) > LONGEST_TOWN:
            return Fault.LONG_TOWN
        return Where(town=text.strip()) if self.makes else Fault.NO_EDITION
