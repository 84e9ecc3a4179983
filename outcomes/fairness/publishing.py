"""Makes the sheet of a year when its turn has come: part of publishing, in the same transaction."""

from collections.abc import Iterator
from datetime import date, datetime

from django.conf import settings

from lifecycle.errors import Refused
from outcomes.disclosure.catalogue import TOTAL, Table
from outcomes.disclosure.fairness import (
    BY_AGE,
    BY_GENDER,
    EXPOSURE,
    LONG,
    WAITING,
    doubted,
    exposure_band,
    latest_year,
    turn_of,
    waiting_band,
)
from outcomes.disclosure.release import Before, Row, Standing, compose
from outcomes.disclosure.steps import MATCHED
from outcomes.fairness.counting import count
from outcomes.models import FairnessCell, FairnessSheet
from outcomes.published import BAND


class Doubted(Refused):
    """A figure would tell too much: nothing is published."""


def publish_sheet(as_of: date, *, at: datetime) -> FairnessSheet | None:
    """The sheet of the last year that has had its turn on this day; None when it is there. Doubted: see the gate.

    The caller holds the lock of publishing.
    """
    year = latest_year(as_of)
    if FairnessSheet.objects.filter(year__gte=year).exists():
        return None
    counted = count(year, at=at)
    turn = turn_of(year)
    by_gender, by_age = _rows(BY_GENDER, counted.by_gender, turn), _rows(BY_AGE, counted.by_age, turn)
    groups = [(BY_GENDER, by_gender), (BY_AGE, by_age)]
    if doubts := [f"{table.id} {key}" for table, rows in groups for key in doubted(rows)]:
        raise Doubted(", ".join(doubts))
    (exposure,), (waiting,) = _rows(EXPOSURE, counted.exposure, turn), _rows(WAITING, counted.waiting, turn)
    sheet = FairnessSheet.objects.create(year=year, as_of=turn, published_at=at)
    cells = [cell for table, rows in groups for row in rows for cell in _cells(sheet, table, row, (MATCHED, TOTAL))]
    cells += _cells(sheet, EXPOSURE, exposure, (), exposure_band(exposure.cells))
    cells += _cells(sheet, WAITING, waiting, (LONG,), waiting_band(waiting.cells))
    FairnessCell.objects.bulk_create(cells)
    return sheet


def _rows(table: Table, standings: list[Standing], turn: date) -> tuple[Row, ...]:
    secret = settings.ROUNDING_SECRET.encode()
    return compose(table, table.rows or (), standings, Before(), as_of=turn, secret=secret).rows


def _cells(
    sheet: FairnessSheet, table: Table, row: Row, columns: tuple[str, ...], band: str | None = None
) -> Iterator[FairnessCell]:
    """Only what pages need leaves: the other columns were there to decide what may."""
    place = {"sheet": sheet, "table": table.id, "row": row.key}
    for column in columns:
        yield FairnessCell(column=column, value=row.cells[column], **place)
    if band is not None:
        yield FairnessCell(column=BAND, band=band, **place)
