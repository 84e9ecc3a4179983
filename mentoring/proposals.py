"""How a proposal stands and why it was made, in words for one of the two."""

from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Match
from mentoring.policies import said_yes
from mentoring.pseudonyms import Seen, told_and_seen
from mentoring.reasons import missed_by, said_to
from mentoring.states import MATCH, MatchState, Side
from mentoring.telling import Narrowed, narrowed


@dataclass(frozen=True)
class Status:
    kind: Literal["now", "done", "later"]
    label: str
    text: str


@dataclass(frozen=True)
class Reasons:
    """How it came, and why: `yours` for the one who reads, the weightiest first; `theirs` as the other reads them;
    `missed`: what did not fit. `leads`: the first of `yours` is what counted most."""

    by_hand: bool
    asked: bool
    yours: list[str]
    theirs: list[str]
    missed: list[str]
    leads: bool


def reasons_for(match: Match, side: Side, seen: Seen) -> Reasons:
    """`seen`: the other, as this side may see her. What the other reads names no more to this side than its own."""
    own = narrowed(match.reasons, seen)
    others = narrowed(match.reasons, seen, told_and_seen(side.other, match)[1])
    return Reasons(
        by_hand=match.round_id is None and not match.is_asked,
        asked=match.is_asked,
        yours=said_narrowly(side, own),
        theirs=said_narrowly(side.other, others),
        missed=missed_by(side, own.reasons),
        leads=own.leads,
    )


def said_narrowly(side: Side, told: Narrowed, most: int | None = None) -> list[str]:
    """What fits and may be named, the weightiest first; at the end that there is more, without what."""
    more = [_("Ook andere antwoorden van jullie passen bij elkaar.")] if told.more else []
    return [*said_to(side, told.reasons)[:most], *more]


def reasons_read_by(match: Match, side: Side) -> tuple[list[str], list[str]]:
    """What fits and what does not, as this side reads it now: once both have said yes, all of it."""
    if match.active_at:
        return said_to(side, match.reasons), missed_by(side, match.reasons)
    told = narrowed(match.reasons, told_and_seen(side, match)[1])
    return said_narrowly(side, told), missed_by(side, told.reasons)


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
