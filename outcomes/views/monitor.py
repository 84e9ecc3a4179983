"""The ministry's monitor. It reads published figures only: no table with a person in it."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from outcomes.disclosure.catalogue import NATIONAL
from outcomes.models import NationalFigure, Release
from outcomes.monitor import country, funnel, groups, releases
from outcomes.published import PublishedTable, tables_of
from people.access import needs
from people.roles import is_ministry

RELEASES_ON_A_PAGE = 12


@needs(is_ministry)
@require_safe
def monitor(request: HttpRequest) -> HttpResponse:
    figures = list(NationalFigure.objects.by_topic())
    every = list(Release.objects.all())
    context: dict[str, Any] = {
        "tables": country.tables(figures),
        "band": country.band(figures),
        "quarter": country.quarter(figures),
        "definition_columns": groups.definition_columns(),
        "definitions": groups.definitions(),
    }
    if every:
        release = _chosen(request, every)
        page = Paginator(every, RELEASES_ON_A_PAGE).get_page(request.GET.get("pagina"))
        context |= _release(release, tables_of(release)) | {
            "choices": releases.choices(every, release),
            "page": page,
            "over_time_columns": releases.columns(),
            "over_time": releases.rows(page),
        }
    return render(request, "outcomes/monitor.html", context)


def _chosen(request: HttpRequest, every: list[Release]) -> Release:
    """The release asked for; the newest when none is. 404 for one that is not there."""
    asked = request.GET.get("publicatie")
    if not asked:
        return every[0]
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    found = next((release for release in every if release.as_of == day), None)
    if found is None:
        raise Http404
    return found


def _release(release: Release, tables: list[PublishedTable]) -> dict[str, Any]:
    shown = {entry.table.id: entry for entry in tables}
    context: dict[str, Any] = {
        "release": release,
        "group_columns": groups.columns(),
        "groups": groups.rows(shown.keys()),
    }
    if NATIONAL.id in shown:
        (row,) = shown[NATIONAL.id].rows
        context["funnel"] = {
            "as_of": row.as_of,
            "is_older": row.as_of is not None and row.as_of < release.as_of,
            "wide": funnel.wide(row),
            "narrow": funnel.narrow(row),
            "said": funnel.in_one_sentence(row),
            "columns": funnel.columns(),
            "rows": funnel.rows(row),
        }
    return context
