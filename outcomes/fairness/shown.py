"""What the page on matching says of the newest sheet. It reads published rows: no table with a person in it."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from outcomes.choices import FairnessBand, Gender
from outcomes.disclosure.catalogue import TOTAL, Table
from outcomes.disclosure.fairness import (
    BY_AGE,
    BY_GENDER,
    EXPOSURE,
    LONG,
    MENTORS,
    PEOPLE,
    WAITING,
    latest_year,
    turn_of,
)
from outcomes.disclosure.percentages import share
from outcomes.disclosure.steps import MATCHED
from outcomes.models import FairnessCell, FairnessSheet
from outcomes.published import BAND

Cells = dict[tuple[str, str, str], FairnessCell]


def newest(on: date | None = None) -> dict[str, Any]:
    """`lines` of words and `tables`; or `title` and `text` of an empty state that says when a sheet comes."""
    on = on or timezone.localdate()
    sheet = FairnessSheet.objects.newest().first()
    if sheet is None:
        return {"title": _("Er is nog geen overzicht"), "text": _first_one(on)}
    cells = {(cell.table, cell.row, cell.column): cell for cell in sheet.cells.all()}
    if not any(cell.value or cell.band for cell in cells.values()):
        return {"title": _("Over %(year)s is niets te tonen") % {"year": sheet.year}, "text": _too_few(sheet)}
    return {
        "lines": [_exposure(cells), _waiting(cells), _long(cells), _next(sheet)],
        "tables": [_table(sheet, BY_GENDER, cells), _table(sheet, BY_AGE, cells)],
    }


def _first_one(on: date) -> str:
    said = _("Het eerste gaat over %(year)s. Het komt bij de eerstvolgende publicatie van de cijfers.")
    return said % {"year": latest_year(on)}


def _too_few(sheet: FairnessSheet) -> str:
    few = _("Er deden te weinig mensen of te weinig programma’s mee.")
    return f"{few} {_next(sheet)}"


def _next(sheet: FairnessSheet) -> str:
    day = date_format(turn_of(sheet.year + 1), "j F Y")
    return _("Het overzicht over %(year)s komt na %(day)s.") % {"year": sheet.year + 1, "day": day}


# Who found a mentor -----------------------------------------------------------------------------------


def _table(sheet: FairnessSheet, table: Table, cells: Cells) -> dict[str, Any]:
    said = {"year": sheet.year, "day": date_format(sheet.as_of, "j F Y")}
    by_gender = table is BY_GENDER
    caption = (
        _("Wie begon in %(year)s en vond een mentor, naar gender, stand per %(day)s")
        if by_gender
        else _("Wie begon in %(year)s en vond een mentor, naar leeftijd, stand per %(day)s")
    )
    return {
        "id": f"eerlijk-{table.id}",
        "caption": caption % said,
        "columns": [
            {"label": _("Gender") if by_gender else _("Leeftijd")},
            # Not as numbers: those do not wrap, and the words for what is hidden must fit a phone.
            {"label": _("Deden mee")},
            {"label": _("Vonden een mentor")},
            {"label": _("Deel")},
        ],
        "rows": [_row(table, key, cells) for key in table.rows or ()],
    }


def _row(table: Table, key: str, cells: Cells) -> list[str]:
    total, matched = cells[table.id, key, TOTAL].value, cells[table.id, key, MATCHED].value
    label = capfirst(str(Gender(key).label)) if table is BY_GENDER else key
    return [label, *_numbers(total, matched)]


def _numbers(total: int | None, matched: int | None) -> list[str]:
    hidden = _("niet getoond")
    if total is None:  # too few people, or of too few programmes: which of the two is not told
        return [hidden, hidden, hidden]
    whole = number_format(total, force_grouping=True)
    if matched is None:
        return [whole, hidden, hidden]
    return [whole, number_format(matched, force_grouping=True), _part(matched, total)]


def _part(matched: int, total: int) -> str:
    part = share(matched, total)
    if part is None:
        return _("niet getoond")
    return (_("meer dan %(percent)s %%") if part.more else _("%(percent)s %%")) % {"percent": part.percent}


# Mentors and waiting ----------------------------------------------------------------------------------


def _exposure(cells: Cells) -> str:
    said = {
        FairnessBand.UNDER_HALF: _("Minder dan de helft van de mentoren met plek kreeg een voorstel."),
        FairnessBand.ABOUT_HALF: _("Ongeveer de helft van de mentoren met plek kreeg een voorstel."),
        FairnessBand.MOST: _("De meeste mentoren met plek kregen een voorstel."),
    }
    if band := cells[EXPOSURE.id, MENTORS, BAND].band:
        return said[FairnessBand(band)]
    return _("Hoeveel mentoren een voorstel kregen, tonen wij niet. De groep is te klein of te eenzijdig.")


def _waiting(cells: Cells) -> str:
    band = cells[WAITING.id, PEOPLE, BAND].band
    if not band:
        return _("Hoelang mensen wachtten, tonen wij niet. De groep is te klein.")
    if band == LONG:
        return _("Meer dan een op de tien kreeg binnen 26 weken geen voorstel.")
    return _("Minstens negen van de tien kregen binnen %(weeks)s weken een voorstel.") % {"weeks": band}


def _long(cells: Cells) -> str:
    if not cells[WAITING.id, PEOPLE, BAND].band:
        return ""
    number = cells[WAITING.id, PEOPLE, LONG].value
    said = _("minder dan 10") if number is None else number_format(number, force_grouping=True)
    return _("Langer dan 26 weken zonder voorstel: %(number)s mensen.") % {"number": said}
