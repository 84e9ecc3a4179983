"""How a proposal stands and why it was made, in words for one of the two."""

from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Match
from mentoring.policies import said_yes
from mentoring.reasons import missed_by, said_to
from mentoring.states import MATCH, MatchState, Side


@dataclass(frozen=True)
class Status:
    kind: Literal["now", "done", "later"]
    label: str
    text: str


@dataclass(frozen=True)
class Reasons:
    """How it came, and why: `yours` for the one who reads, the weightiest first; `theirs` as the other reads them;
    `missed`: what did not fit."""

    by_hand: bool
    asked: bool
    yours: list[str]
    theirs: list[str]
    missed: list[str]


def reasons_for(match: Match, side: Side) -> Reasons:
    return Reasons(
        by_hand=match.round_id is None and not match.is_asked,
        asked=match.is_asked,
        yours=said_to(side, match.reasons),
        theirs=said_to(side.other, match.reasons),
        missed=missed_by(side, match.reasons),
    )


def day_in_words(match: Match) -> str:
    return date_format(match.last_day, "l j F Y") if match.last_day else ""


def status_of(match: Match, side: Side) -> Status:
    if MATCH.allows("decline", match.state):
        return _unanswered(match, side)
    return {
        MatchState.ACTIVE: Status("done", _("Jullie zijn een koppel"), _("Jullie zeiden allebei ja.")),
        MatchState.ENDED: Status("later", _("Jullie koppel is afgesloten"), _("Jullie spraken elkaar via deze site.")),
        MatchState.DECLINED: _declined(match, side),
        MatchState.EXPIRED: Status("later", _("Dit voorstel is verlopen"), _expired(match, side)),
    }.get(MatchState(match.state), Status("later", _("Dit voorstel gaat niet door"), _what_next(side)))


def _unanswered(match: Match, side: Side) -> Status:
    day = day_in_words(match)
    if said_yes(match, side):
        who = _("de mentor") if side == Side.MENTEE else _("de deelnemer")
        text = _("Nu kiest %(who)s, uiterlijk op %(day)s.") % {"who": who, "day": day}
        return Status("done", _("Je zei ja"), text)
    return Status("now", _("Jij kiest"), _("Kies uiterlijk op %(day)s.") % {"day": day})


def _declined(match: Match, side: Side) -> Status:
    if match.declined_by == side:
        return Status("later", _("Je zei nee"), _("Je hoeft niets te doen. %(next)s") % {"next": _what_next(side)})
    return Status("later", _("Dit voorstel gaat niet door"), _what_next(side))


def _expired(match: Match, side: Side) -> str:
    if said_yes(match, side):
        return _("De ander koos niet op tijd. %(next)s") % {"next": _what_next(side)}
    return _("De tijd om te kiezen is voorbij. %(next)s") % {"next": _what_next(side)}


def _what_next(side: Side) -> str:
    if side == Side.MENTEE:
        return _("De organisatie zoekt iemand anders voor je. Je krijgt een mail als er een nieuw voorstel is.")
    return _("Je krijgt een mail als er een nieuw voorstel is.")
