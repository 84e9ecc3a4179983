"""What can be said of the five groups that the ministry names, and from where; and what the words mean."""

from collections.abc import Collection
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from outcomes.choices import FunnelStep
from outcomes.disclosure import catalogue
from outcomes.disclosure.steps import STEPS


def columns() -> list[dict[str, Any]]:
    return [{"label": _("Groep")}, {"label": _("Wat er te zeggen is, en waaruit")}]


def rows(tables: Collection[str]) -> list[list[str]]:
    """`tables`: the ids of the tables in the release that is shown."""
    survey = _("Alleen uit een vragenlijst zonder namen, voor het hele land.")
    by_gender = _("Uit wat iemand zelf over gender invult. Het hoeft niet.")
    by_age = _("Uit het geboortejaar dat iemand zelf invult. Het hoeft niet.")
    by_programme = _("Alleen per programma dat voor hen is.")
    return [
        [_("Vrouwen"), _and_whether(by_gender, catalogue.GENDER.id in tables)],
        [_("Jongeren"), _and_whether(by_age, catalogue.AGE.id in tables)],
        [_("Mensen met een praktische opleiding"), _and_whether(by_programme, catalogue.PROGRAMME.id in tables)],
        [_("Mensen met een beperking"), _and_whether(survey, False)],
        [_("Mensen met een migratieachtergrond"), _and_whether(survey, False)],
    ]


def _and_whether(source: str, is_there: bool) -> str:
    told = _("Staat in deze publicatie.") if is_there else _("Staat niet in deze publicatie.")
    return f"{source} {told}"


def definition_columns() -> list[dict[str, Any]]:
    return [{"label": _("Woord")}, {"label": _("Wat het betekent")}]


def definitions() -> list[list[str]]:
    said = {
        FunnelStep.SIGNED_UP: _("Iemand bewaarde de eerste stap van een aanmelding."),
        FunnelStep.APPLIED: _("De aanmelding is verstuurd."),
        FunnelStep.ADMITTED: _("Iemand kreeg een plek en zei ja."),
        FunnelStep.STARTED: _("De editie begon, met deze persoon erbij."),
        FunnelStep.COMPLETED: _("Iemand maakte de editie af."),
        FunnelStep.LISTED: _("Iemand wees zichzelf aan op een officiële kandidatenlijst."),
        FunnelStep.ELECTED: _("De uitslag is verwerkt: gekozen of benoemd."),
    }
    steps = [[capfirst(str(FunnelStep(step).label)), said[FunnelStep(step)]] for step in STEPS]
    return [
        *steps,
        [_("Minder dan 10"), _("Nul tot en met negen. Welk getal het is, tonen wij nooit.")],
        [_("Publicatie"), _("Cijfers over één dag. Een publicatie verandert nooit meer.")],
    ]
