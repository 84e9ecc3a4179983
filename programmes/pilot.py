"""How a pilot stands: running, evaluated, decided. As the facts of the programme say it, and no more than that."""

import datetime as dt
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.languages import said
from programmes.choices import Pilot
from programmes.models.programme import Programme

_DECIDED = frozenset({Pilot.STRUCTURAL, Pilot.ADJUST, Pilot.STOP})


def why_not_this_pilot(programme: Programme) -> dict[str, str]:
    """What is wrong, by the name of the field; a decision without what it rests on is no conclusion."""
    found: dict[str, str] = {}
    told = programme.pilot_evaluated_on or programme.pilot_learned or programme.pilot_report
    if told and not programme.pilot:
        found["pilot"] = _("Je vertelt over een evaluatie. Kies dan ook hoe het met de proef staat.")
    if programme.pilot in _DECIDED and not programme.pilot_evaluated_on:
        found["pilot_evaluated_on"] = _("De proef is afgerond. Vul in wanneer hij geëvalueerd is.")
    if programme.pilot in _DECIDED and not programme.pilot_learned:
        found["pilot_learned"] = _("De proef is afgerond. Schrijf op wat jullie ervan leerden.")
    return found


def pilot_told(programme: Programme) -> dict[str, Any] | None:
    """For the page: the path of the pilot, what was learned and where the report is. None when it is none."""
    if not programme.pilot:
        return None
    evaluated = programme.pilot_evaluated_on
    return {
        "stations": _stations(Pilot(programme.pilot), evaluated),
        "learned": said(programme, "pilot_learned"),
        "report": programme.pilot_report,
    }


def _stations(pilot: Pilot, evaluated: dt.date | None) -> list[dict[str, str]]:
    """As components/path.html takes them: done, now, and what is to come."""
    decided = pilot in _DECIDED
    stands = ["now", "", ""]
    if decided:
        stands = ["done", "done", "done"]
    elif evaluated:
        stands = ["done", "done", "now"]
    when = date_format(evaluated, "j F Y") if evaluated else ""
    found = [
        {"title": _("De proef")},
        {"title": _("De evaluatie"), "when": when, "text": "" if when else _("Dan kijken wij wat de proef opleverde.")},
        {"title": _("Het besluit"), "text": _decision(pilot)},
    ]
    words = {"now": _("Hier is de proef nu"), "": _("Komt nog"), "done": _("Klaar")}
    return [{**station, "state": state, "word": words[state]} for station, state in zip(found, stands, strict=True)]


def _decision(pilot: Pilot) -> str:
    return {
        Pilot.STRUCTURAL: _("Het programma blijft."),
        Pilot.ADJUST: _("Het programma wordt aangepast."),
        Pilot.STOP: _("Het programma stopt."),
    }.get(pilot) or _("Blijven, aanpassen of stoppen. Dat weten wij nog niet.")
