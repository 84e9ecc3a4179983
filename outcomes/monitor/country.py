"""Figures that others measured, beside those of the portal: a table a topic, and the shares beside the target band."""

from collections import Counter
from itertools import groupby
from typing import Any

from django.utils.text import capfirst

from outcomes.models import NationalFigure

TARGET_BAND = "target-band"
IN_THE_BAND = ["women-councillors", "women-aldermen", "women-mayors"]
QUARTER, A_QUARTER = "orientation-to-function", 25


def tables(figures: list[NationalFigure]) -> list[dict[str, Any]]:
    """One table a topic. The source of most of its figures is named once, above it."""
    return [_table(topic, [figure.as_fact() for figure in group]) for topic, group in _by_topic(figures)]


def _by_topic(figures: list[NationalFigure]) -> groupby:
    return groupby(figures, key=lambda figure: figure.topic)


def _table(topic: str, facts: list[dict[str, str]]) -> dict[str, Any]:
    ((source, _times),) = Counter(fact["source"] for fact in facts).most_common(1)
    return {
        "id": f"tabel-{topic}",
        "title": NationalFigure.Topic(topic).label,
        "source": source,
        "groups": [_group(origin, list(group), source) for origin, group in groupby(facts, key=_origin)],
    }


def _origin(fact: dict[str, str]) -> tuple[str, ...]:
    return fact["measured_on"], fact["note"], fact["source"]


def _group(origin: tuple[str, ...], facts: list[dict[str, str]], source_of_most: str) -> dict[str, Any]:
    """Figures that share when and how they were measured: said once, with the source where it is another one."""
    measured_on, note, source = origin
    return {
        "measured_on": measured_on,
        "note": note,
        "source": "" if source == source_of_most else source,
        "rows": [{"value": fact["value"], "label": capfirst(fact["label"])} for fact in facts],
    }


def band(figures: list[NationalFigure]) -> dict[str, Any] | None:
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


def quarter(figures: list[NationalFigure]) -> dict[str, Any] | None:
    """What became of people after earlier programmes, elsewhere: the only benchmark there is."""
    figure = next((figure for figure in figures if figure.key == QUARTER), None)
    if figure is None:
        return None
    fact = figure.as_fact()
    return {**fact, "label": capfirst(fact["label"]), "bars": [{**fact, "percent": A_QUARTER}]}
