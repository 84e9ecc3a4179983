"""Takes an edition through what has happened to it so far, each move at its own moment and through the actions."""

import datetime as dt
from collections.abc import Callable

from people.models import User
from portal.demo.content.programmes.shapes import EditionPlan, Passing
from portal.demo.content.terms import Term
from programmes.actions import editions
from programmes.models import Edition
from programmes.states import EditionState

_Move = Callable[[Edition, User, dt.datetime], Edition]


def nobody(edition: Edition, plan: EditionPlan, term: Term, organiser: User) -> None:
    """No people in it."""


def run(edition: Edition, plan: EditionPlan, term: Term, organiser: User, passing: Passing = nobody) -> None:
    """Moves it to `plan.state`. After each move `passing` may fill it: people apply while it is open."""
    for state, at, move in _moves(plan, term):
        edition = move(edition, organiser, at)
        passing(edition, plan, term, organiser)
        if state == plan.state:
            return


def _moves(plan: EditionPlan, term: Term) -> list[tuple[EditionState, dt.datetime, _Move]]:
    return [
        (EditionState.OPEN, min(term.moment(plan.opens, 9), term.now), _open),
        (EditionState.CLOSED, term.moment(plan.closes + 1, 0), _close),
        (EditionState.RUNNING, term.moment(plan.starts, 9), _start),
        (EditionState.FINISHED, term.moment(plan.ends, 22), _finish),
    ]


def _open(edition: Edition, organiser: User, at: dt.datetime) -> Edition:
    return editions.open_edition(edition, by=organiser, at=at)


def _close(edition: Edition, organiser: User, at: dt.datetime) -> Edition:
    """As the portal does by itself when the last day has gone by."""
    return editions.close_edition(edition, by=None, at=at)


def _start(edition: Edition, organiser: User, at: dt.datetime) -> Edition:
    return editions.start_edition(edition, by=organiser, at=at)


def _finish(edition: Edition, organiser: User, at: dt.datetime) -> Edition:
    return editions.finish_edition(edition, by=organiser, at=at)
