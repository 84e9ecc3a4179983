"""Releases beside each other, from the newest on."""

from typing import Any

from django.core.paginator import Page
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from outcomes.choices import FunnelStep
from outcomes.disclosure.catalogue import COUNTRY, NATIONAL
from outcomes.disclosure.release import Row
from outcomes.models import Release
from outcomes.monitor.funnel import hidden_words, in_a_cell
from outcomes.published import rows_over_time

OVER_TIME = (FunnelStep.SIGNED_UP, FunnelStep.STARTED, FunnelStep.COMPLETED, FunnelStep.LISTED, FunnelStep.ELECTED)


def choices(releases: list[Release], chosen: Release) -> list[dict[str, Any]]:
    return [
        {"value": release.as_of.isoformat(), "label": date_format(release.as_of, "j F Y"), "chosen": release == chosen}
        for release in releases
    ]


def columns() -> list[dict[str, Any]]:
    steps = [{"label": capfirst(str(step.label)), "numeric": True} for step in OVER_TIME]
    return [{"label": _("Publicatie")}, {"label": _("Stand per"), "unbroken": True}, *steps]


def rows(page: "Page[Release]") -> list[list[Any]]:
    """A line a release: the national row as it was published then."""
    known = rows_over_time(list(page), NATIONAL.id, COUNTRY)
    return [_line(release, known.get(release.pk)) for release in page]


def _line(release: Release, row: Row | None) -> list[Any]:
    where = f"{reverse('outcomes:monitor')}?publicatie={release.as_of.isoformat()}"
    day = date_format(release.as_of, "j F Y")
    link = format_html('<a class="utrecht-link utrecht-link--html-a ol-niet-afbreken" href="{}">{}</a>', where, day)
    if row is None:
        return [link, "", *("" for _step in OVER_TIME)]
    as_of = date_format(row.as_of, "j F Y") if row.as_of else ""
    return [link, as_of, *(_cell(row, step) for step in OVER_TIME)]


def _cell(row: Row, step: FunnelStep) -> Any:
    number = row.cells[step]
    said = hidden_words(row) if number is None else number_format(number, force_grouping=True)
    return in_a_cell(number, said)
