"""A dossier as a file: the name never tells which programme, for it may tell something of who takes part."""

from datetime import date
from io import BytesIO

from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from home.pdf import pdf_response, tagged_pdf
from outcomes.dossier.parts import Cell, Dossier, Part

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_NAME = 31
WIDEST, NARROWEST = 60, 12


def as_pdf(dossier: Dossier, today: date) -> HttpResponse:
    """Refused where this machine cannot draw letters."""
    content = tagged_pdf("outcomes/dossier/dossier_pdf.html", {"dossier": dossier}, title=dossier.title)
    return pdf_response(content, name=f"subsidiedossier-{today.isoformat()}.pdf")


def as_xlsx(dossier: Dossier, today: date) -> HttpResponse:
    headers = {
        "Content-Disposition": f'attachment; filename="subsidiedossier-{today.isoformat()}.xlsx"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(workbook(dossier), content_type=XLSX, headers=headers)


def workbook(dossier: Dossier) -> bytes:
    """The facts on the first sheet, then a sheet for each part that has something."""
    book = Workbook()
    first = book.active
    first.title = _("Dossier")
    _write(first, [(dossier.title,), (), *dossier.facts])
    for part in dossier.parts:
        sheet = book.create_sheet(part.heading[:LONGEST_NAME])
        _write(sheet, _rows(part))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(part: Part) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [(part.heading,), *((line,) for line in part.lines)]
    for table in part.tables:
        rows += [(), (table.caption,), table.columns, *table.rows]
    if part.is_empty:
        rows.append((part.empty,))
    return [*rows, (), *((note,) for note in part.notes)]


def _write(sheet: Worksheet, rows: list[tuple[Cell, ...]]) -> None:
    for row in rows:
        sheet.append([harmless(cell) for cell in row])
    sheet["A1"].font = Font(bold=True)
    for place in range(1, sheet.max_column + 1):
        longest = max((len(str(row[place - 1])) for row in rows if 1 < len(row) >= place), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(WIDEST, max(NARROWEST, longest + 2))


def harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula is marked as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
