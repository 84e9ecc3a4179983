"""What fits between two people, in words: one sentence a reason, for each of the two and for what did not fit.

The engine gives codes and details (mentoring.matching.Reason); a match keeps them as plain data, and the words are
chosen when somebody reads them, so that they follow the language of the reader. No sentence holds a number, a name
or anything that the other did not choose as well.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentoring.choices import Help, Language, Slot, Topic, Way
from mentoring.matching import Reason
from mentoring.states import Side
from programmes.choices import Office, Province

Kept = Mapping[str, Any]
"""A reason as a match keeps it: its code and what fits; rows from before also say what it counted for."""
Told = tuple[list[str], list[str]]
"""What fits and what does not, a sentence each."""

MOST_NAMED = 3
SENTENCES = 1 << 14  # two people have only so much to say to each other: a round of thousands says the same often

LABELS: dict[str, type[TextChoices]] = {
    "topics": Topic,
    "help": Help,
    "office": Office,
    "province": Province,
    "language": Language,
    "availability": Slot,
    "way": Way,
}

_BOTH: dict[str, Callable[[], str]] = {
    "province": lambda: _("Jullie kozen dezelfde provincie: %(what)s."),
    "language": lambda: _("Jullie delen een taal: %(what)s."),
    "availability": lambda: _("Jullie kunnen allebei: %(what)s."),
    "way": lambda: _("Zo willen jullie elkaar allebei spreken: %(what)s."),
}
_TO_MENTEE: dict[str, Callable[[], str]] = {
    **_BOTH,
    "topics": lambda: _("Deze mentor kent jouw onderwerpen: %(what)s."),
    "help": lambda: _("Deze mentor helpt bij wat jij zoekt: %(what)s."),
    "office": lambda: _("Deze mentor heeft ervaring met: %(what)s."),
}
_TO_MENTOR: dict[str, Callable[[], str]] = {
    **_BOTH,
    "topics": lambda: _("Deze deelnemer kiest jouw onderwerpen: %(what)s."),
    "help": lambda: _("Deze deelnemer zoekt hulp die jij geeft: %(what)s."),
    "office": lambda: _("Deze deelnemer wil naar een ambt dat jij kent: %(what)s."),
}
_NOT_FOR_BOTH: dict[str, Callable[[], str]] = {
    "topics": lambda: _("Jullie kozen andere onderwerpen."),
    "province": lambda: _("Jullie kozen een andere provincie."),
    "language": lambda: _("Jullie delen geen taal die jullie opgaven."),
    "availability": lambda: _("Jullie kunnen op andere momenten."),
    "way": lambda: _("Hoe jullie elkaar spreken, moet je nog afspreken."),
}
_NOT_FOR_MENTEE: dict[str, Callable[[], str]] = {
    **_NOT_FOR_BOTH,
    "help": lambda: _("Deze mentor geeft andere hulp dan jij zoekt."),
    "office": lambda: _("Deze mentor kent een ander ambt dan jij koos."),
}
_NOT_FOR_MENTOR: dict[str, Callable[[], str]] = {
    **_NOT_FOR_BOTH,
    "help": lambda: _("Deze deelnemer zoekt andere hulp dan jij geeft."),
    "office": lambda: _("Deze deelnemer wil naar een ander ambt dan jij kent."),
}


def kept(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """As plain data, for Match.reasons: what was asked, in their order. What each counted for is nobody's to read."""
    return [{"code": reason.code, "details": list(reason.details)} for reason in reasons if reason.asked]


def kept_as_text(reasons: Iterable[Reason]) -> str:
    """`kept` as JSON, for many rows: each reason is written out once, however many pairs have it."""
    return f"[{', '.join([_text(reason.code, reason.details) for reason in reasons if reason.asked])}]"


def said_to_mentee(reason: Kept | Reason) -> str:
    return _said(Side.MENTEE, reason)


def said_to_mentor(reason: Kept | Reason) -> str:
    return _said(Side.MENTOR, reason)


def did_not_fit(reason: Kept | Reason, side: Side) -> str:
    """What was asked and not found, without saying what either of them chose."""
    return _missed(side, _parts(reason)[0], get_language())


def said_to(side: Side, reasons: Iterable[Kept | Reason]) -> list[str]:
    """All that fits, a sentence each, for this side; the weightiest first, as they were kept."""
    return told(side, reasons)[0]


def missed_by(side: Side, reasons: Iterable[Kept | Reason]) -> list[str]:
    """All that was asked and did not fit, a sentence each, for this side."""
    return told(side, reasons)[1]


def told(side: Side, reasons: Iterable[Kept | Reason]) -> Told:
    """As `said_to` and `missed_by`."""
    language = get_language()
    fits: list[str] = []
    misses: list[str] = []
    for code, details, asked in map(_parts, reasons):
        if details and asked:
            fits.append(_sentence(side, code, details, language))
        elif asked:
            misses.append(_missed(side, code, language))
    return fits, misses


def _said(side: Side, reason: Kept | Reason) -> str:
    code, details, _asked = _parts(reason)
    return _sentence(side, code, details, get_language())


@lru_cache(SENTENCES)
def _text(code: str, details: tuple[str, ...]) -> str:
    return json.dumps({"code": code, "details": details})


@lru_cache(SENTENCES)
def _sentence(side: Side, code: str, details: tuple[str, ...], _language: str | None) -> str:
    words = _TO_MENTEE if side == Side.MENTEE else _TO_MENTOR
    return words[code]() % {"what": _listed(code, details)}


@lru_cache
def _missed(side: Side, code: str, _language: str | None) -> str:
    return (_NOT_FOR_MENTEE if side == Side.MENTEE else _NOT_FOR_MENTOR)[code]()


def _parts(reason: Kept | Reason) -> tuple[str, tuple[str, ...], bool]:
    """Code, details and whether it was asked: of what is kept nothing else says so."""
    if isinstance(reason, Reason):
        return reason.code, reason.details, reason.asked
    return reason["code"], tuple(reason["details"]), reason.get("asked", True)


def _listed(code: str, details: Iterable[str]) -> str:
    """In words, in the order of the form; a place without stairs is a meeting in person, and no more is said of it."""
    found = {Way.LIVE if code == "way" and detail == Way.STEP_FREE else detail for detail in details}
    named = [str(label) for value, label in LABELS[code].choices if value in found]
    first, rest = named[:MOST_NAMED], len(named) - MOST_NAMED
    if rest > 0:
        first.append(ngettext("nog %(count)s ding", "nog %(count)s dingen", rest) % {"count": rest})
    if len(first) < 2:
        return "".join(first)
    comma = "; " if any("," in label for label in first) else ", "
    return _("%(first)s en %(last)s") % {"first": comma.join(first[:-1]), "last": first[-1]}
