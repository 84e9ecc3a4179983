"""A location is an edition (docs/decisions/0016): which one a row belongs to, and making those that are missing."""

import unicodedata
from dataclasses import dataclass

from programmes.importing.faults import Fault
from programmes.models import Edition, Question
from programmes.states import EditionState

# Into which people still come.
TAKES_IN = frozenset({EditionState.DRAFT, EditionState.OPEN, EditionState.CLOSED, EditionState.RUNNING})
LONGEST_TOWN, LONGEST_NAME = 80, 80
COPIED = (
    "programme", "opens_at", "closes_at", "starts_on", "ends_on", "capacity", "admission_mode", "answer_by",
    "offer_days", "minimum_age", "reveals",
)  # fmt: skip


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


def make_edition(chosen: Edition, town: str) -> Edition:
    """As the chosen one, in another town: its dates, its path and its questions. Who applies by oneself, cannot yet."""
    made = Edition(**{name: getattr(chosen, name) for name in COPIED}, town=town, name=_free_name(chosen, town))
    made.state = EditionState.CLOSED if chosen.state == EditionState.OPEN else chosen.state
    made.save()
    for phase in chosen.phases.all():
        phase.pk, phase.edition, phase._state.adding = None, made, True
        phase.save()
    _copy_questions(chosen, made)
    return made


def _copy_questions(chosen: Edition, made: Edition) -> None:
    copies: dict[int | None, Question] = {}
    for question in chosen.questions.order_by("step", "order", "pk"):
        old, depends_on = question.pk, question.shown_if_id
        question.pk, question.edition, question._state.adding = None, made, True
        question.shown_if = copies.get(depends_on)
        question.save()
        copies[old] = question


def _free_name(chosen: Edition, town: str) -> str:
    taken = set(Edition.objects.filter(programme=chosen.programme_id).values_list("name", flat=True))
    base = f"{chosen.name[: LONGEST_NAME - 3 - min(len(town), 40)]}, {town}"[:LONGEST_NAME]
    names = (base, *(f"{base[: LONGEST_NAME - 4]} {number}" for number in range(2, 100)))
    return next(name for name in names if name not in taken)
