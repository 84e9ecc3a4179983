"""A dossier as a file: the name never tells which programme, for it may tell something of who takes part."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from home.pdf import pdf_response, tagged_pdf
from home.spreadsheet import Table, as_xlsx, file_response
from outcomes.dossier.parts import Cell, Dossier, Part


def as_pdf(dossier: Dossier, today: date) -> HttpResponse:
    """Refused where this machine cannot draw letters."""
    content = tagged_pdf("outcomes/dossier/dossier_pdf.html", {"dossier": dossier}, title=dossier.title)
    return pdf_response(content, name=f"{_name(today)}.pdf")


def as_workbook(dossier: Dossier, today: date) -> HttpResponse:
    """The facts on the first sheet, then a sheet for each part that has something."""
    sheets: dict[str, Table] = {_("Dossier"): [(dossier.title,), (), *dossier.facts]}
    sheets |= {part.heading: _rows(part) for part in dossier.parts}
    return file_response(as_xlsx(sheets), "xlsx", name=f"{_name(today)}.xlsx")


def _name(today: date) -> str:
    return f"subsidiedossier-{today.isoformat()}"


def _rows(part: Part) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [(part.heading,), *((line,) for line in part.lines)]
    for table in part.tables:
        rows += [(), (table.caption,), table.columns, *table.rows]
    if part.is_empty:
        rows.append((part.empty,))
    return [*rows, (), *((note,) for note in part.notes)]
