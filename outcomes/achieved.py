"""What earlier groups of one programme reached, for its page: read from PublishedCell, and from nothing else.

Nothing published of it yet: nothing is told. Published but hidden: that is told, without a number.
"""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from outcomes.choices import Band, FunnelStep
from outcomes.disclosure.catalogue import OUTCOME, PROGRAMME
from outcomes.disclosure.percentages import share
from outcomes.models import PublishedCell, Release
from outcomes.published import BAND

Cells = dict[str, PublishedCell]  # by column


def achieved(name: str) -> dict[str, Any] | None:
    """Facts and bars about the programme of this name, as the newest release has them. One query."""
    newest = Release.objects.order_by("-as_of").values("pk")[:1]
    tables: dict[str, Cells] = defaultdict(dict)
    for cell in PublishedCell.objects.filter(release__in=newest, table__in=[PROGRAMME.id, OUTCOME.id], row=name):
        tables[cell.table][cell.column] = cell
    if not tables:
        return None
    taking_part, after = tables[PROGRAMME.id], tables[OUTCOME.id]
    facts = [
        *_counted(taking_part, [FunnelStep.STARTED, FunnelStep.COMPLETED]),
        *_counted(after, [FunnelStep.LISTED, FunnelStep.ELECTED]),
    ]
    bars = [
        _bar(taking_part, FunnelStep.COMPLETED),
        _bar(after, FunnelStep.LISTED),
        _bar(after, FunnelStep.ELECTED),
    ]
    band = after[BAND].band if BAND in after else ""
    return {
        "facts": facts,
        "bars": [bar for bar in bars if bar],
        "band": Band(band).label if band else "",
        "is_hidden": not any(fact["is_shown"] for fact in facts) and not band,
        "as_of": _day(taking_part, after),
    }


def _day(*tables: Cells) -> dt.date | None:
    days = [cell.as_of for cells in tables for cell in cells.values() if cell.as_of]
    return max(days, default=None)


def _counted(cells: Cells, steps: list[FunnelStep]) -> list[dict[str, Any]]:
    """Rounded numbers as they were published; a row that is not there says nothing."""
    return [_fact(step, cells[step].value) for step in steps if step in cells]


def _fact(step: FunnelStep, number: int | None) -> dict[str, Any]:
    if number is None:
        return {"label": _label(step), "value": _("minder dan 10"), "is_shown": False}
    about = _("ongeveer %(number)s mensen") % {"number": number_format(number, force_grouping=True)}
    return {"label": _label(step), "value": about, "is_shown": True}


def _label(step: FunnelStep) -> str:
    return {
        FunnelStep.STARTED: _("Begonnen"),
        FunnelStep.COMPLETED: _("Het programma afgerond"),
        FunnelStep.LISTED: _("Daarna op een kieslijst"),
        FunnelStep.ELECTED: _("Daarna gekozen of benoemd"),
    }[step]


def _bar(cells: Cells, step: FunnelStep) -> dict[str, Any] | None:
    """The share of who began; none where the numbers are too small for a percentage."""
    part, whole = cells.get(step), cells.get(FunnelStep.STARTED)
    found = share(part.value, whole.value) if part and whole else None
    if found is None:
        return None
    words = _("meer dan %(percent)s %%") if found.more else _("%(percent)s %%")
    return {"label": _label(step), "percent": found.percent, "value": words % {"percent": found.percent}}
