"""What the desk reads instead of points and states: people are not ranked by a number, on no screen."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from mentoring.models import Match
from mentoring.reasons import missed_by, said_to
from mentoring.states import MatchState, Side

FITS_WELL, FITS = 700, 450  # of 1000


def fit_in_words(score: int | None) -> str:
    if score is None:
        return _("met de hand gekoppeld")
    if score >= FITS_WELL:
        return _("past goed")
    return _("past redelijk") if score >= FITS else _("past een beetje")


def match_in_words(match: Match) -> str:
    """How a proposal stands, for the organiser; a no with its reason."""
    if match.state != MatchState.DECLINED:
        return match.get_state_display()
    who = _("Deelnemer zei nee") if match.declined_by == Side.MENTEE else _("Mentor zei nee")
    return f"{who}: {match.get_decline_reason_display()}" if match.decline_reason else who


def both_sides(reasons: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each of the two reads: why, and what does not fit."""
    if not (reasons := list(reasons)):
        return []
    titles = {Side.MENTEE: _("De deelnemer leest"), Side.MENTOR: _("De mentor leest")}
    return [
        {"title": title, "fits": said_to(side, reasons), "misses": missed_by(side, reasons)}
        for side, title in titles.items()
    ]


def reasons_in_words(match: Match) -> list[dict[str, Any]]:
    """Nothing of somebody who did not agree yet to be seen."""
    return [] if match.participation.awaits_consent else both_sides(match.reasons)
