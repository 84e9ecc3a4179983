"""The ministry's monitor. It reads published figures only: no table with a person in it."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from outcomes.models import NationalFigure
from people.access import needs
from people.roles import is_ministry

TARGET_BAND = "target-band"
IN_THE_BAND = ["women-councillors", "women-aldermen", "women-mayors"]


@needs(is_ministry)
def monitor(request: HttpRequest) -> HttpResponse:
    figures = list(NationalFigure.objects.by_topic())
    return render(
        request,
        "outcomes/monitor.html",
        {"tables": _tables(figures), "columns": _columns(), "band": _band(figures)},
    )


def _columns() -> list[dict[str, Any]]:
    return [
        {"label": _("Wat er gemeten is")},
        {"label": _("Waarde"), "numeric": True},
        {"label": _("Gemeten")},
        {"label": _("Bron")},
    ]


def _tables(figures: list[NationalFigure]) -> list[dict[str, Any]]:
    """One table a topic, in the shape of components/table.html."""
    return [
        {
            "id": f"tabel-{topic}",
            "caption": NationalFigure.Topic(topic).label,
            "rows": [_row(figure.as_fact()) for figure in group],
        }
        for topic, group in groupby(figures, key=lambda figure: figure.topic)
    ]


def _row(fact: dict[str, str]) -> list[str]:
    label = capfirst(fact["label"])
    return [f"{label}. {fact['note']}" if fact["note"] else label, fact["value"], fact["measured_on"], fact["source"]]


def _band(figures: list[NationalFigure]) -> dict[str, Any] | None:
    """Shares of women beside the target band; None when one of the figures is gone."""
    known = {figure.key: figure for figure in figures}
    if not {TARGET_BAND, *IN_THE_BAND} <= known.keys():
        return None
    target = known[TARGET_BAND].as_fact()
    bars = [known[key] for key in IN_THE_BAND]
    return {
        "target": target,
        "bars": [{**figure.as_fact(), "percent": figure.percent()} for figure in bars],
        "measured_on": bars[0].as_fact()["measured_on"],
        "source": bars[0].as_fact()["source"],
        "note": bars[0].as_fact()["note"],
    }
