"""A day as people write it in a sheet.

>>> [read_day(text) for text in ("2027-03-12", "12-3-2027", "12 maart 2027")] == [date(2027, 3, 12)] * 3
True
"""

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
OTHERWISE = {"mrt": "maa", "mar": "maa", "may": "mei", "oct": "okt"}
BEGAN = date(1899, 12, 30)
"""From which Excel counts the days of a cell that lost its notation."""
EXCEL_FROM, EXCEL_TO = 36_526, 73_050

BIG_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?")
SMALL_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
NAMED = re.compile(r"(?:[a-z]+ )?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})")


def read_day(text: str) -> date | None:
    """None when it cannot be read as a day. Of two numbers the day comes first, as we write it."""
    text = text.strip().lower()
    try:
        if found := BIG_FIRST.fullmatch(text):
            return date(*(int(part) for part in found.groups()))
        if found := SMALL_FIRST.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return date(year + 2000 if year < 100 else year, month, day)
        if found := NAMED.fullmatch(text):
            name = OTHERWISE.get(found[2][:3], found[2][:3])
            return date(int(found[3]), MONTHS.index(name) + 1, int(found[1]))
        if text.isdecimal() and EXCEL_FROM <= int(text) <= EXCEL_TO:
            return BEGAN + timedelta(days=int(text))
    except ValueError:
        return None
    return None
