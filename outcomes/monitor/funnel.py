"""The national funnel: one list of steps from which the wide picture, the narrow one and the table are all drawn.

What is hidden has no length: it is an open box with its words, in picture and table alike.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from home.stations import Station
from outcomes.choices import FunnelStep
from outcomes.disclosure.catalogue import NATIONAL
from outcomes.disclosure.percentages import share
from outcomes.disclosure.release import Row
from outcomes.disclosure.thresholds import SMALLEST_BROKEN_DOWN

STATION_OF = {
    FunnelStep.SIGNED_UP: Station.WANT,
    FunnelStep.APPLIED: Station.WANT,
    FunnelStep.ADMITTED: Station.MAY,
    FunnelStep.STARTED: Station.CAN,
    FunnelStep.COMPLETED: Station.CAN,
    FunnelStep.LISTED: Station.GO,
    FunnelStep.ELECTED: Station.GO,
}
PITCH = 60  # from one bar to the next, in both pictures


@dataclass(frozen=True)
class Frame:
    """Where the bars of a picture may be; lengths in units of its viewBox."""

    left: int
    top: int
    most: int
    thick: int

    def x(self, number: int) -> str:
        return str(self.left + number)

    def y(self, place: int, more: float = 0) -> str:
        return f"{self.top + place * PITCH + more:.0f}"


WIDE, NARROW = Frame(276, 12, 500, 30), Frame(0, 26, 276, 16)


@dataclass(frozen=True)
class Bar:
    """One step. `number` is what is shown of it, None when hidden; `part` how long its bar is, 0 to 1."""

    step: FunnelStep
    station: str
    is_first_of_station: bool
    number: int | None
    said: str
    part: float
    share: str

    @property
    def label(self) -> str:
        return capfirst(str(self.step.label))

    @property
    def is_goal(self) -> bool:
        """On a list or elected: what it is all about."""
        return STATION_OF[self.step] == Station.GO


def bars(row: Row) -> list[Bar]:
    whole = row.cells[NATIONAL.total]
    found: list[Bar] = []
    for column in NATIONAL.columns:
        step, number = FunnelStep(column), row.cells[column]
        station = str(STATION_OF[step].label)
        found.append(
            Bar(
                step,
                station,
                not found or found[-1].station != station,
                number,
                hidden_words(row) if number is None else number_format(number, force_grouping=True),
                min(number / whole, 1.0) if number and whole else 0.0,
                _share(column, number, whole),
            )
        )
    return found


def hidden_words(row: Row) -> str:
    """Why a cell of this row is not there: too small itself, or in a row too small to go into."""
    shown = [value for value in row.cells.values() if value is not None]
    if len(shown) == 1 and shown[0] <= SMALLEST_BROKEN_DOWN:
        return _("niet getoond")
    return _("minder dan 10")


def _share(column: str, number: int | None, whole: int | None) -> str:
    if column == NATIONAL.total:
        return _("begin")
    part = share(number, whole)
    if part is None:
        return _("niet getoond")
    return (_("meer dan %(percent)s %%") if part.more else _("%(percent)s %%")) % {"percent": part.percent}


# The pictures ---------------------------------------------------------------------------------------


def wide(row: Row) -> list[dict[str, Any]]:
    """Bars below each other with what flows from one into the next; every length is a string for the SVG."""
    drawn = bars(row)
    return [
        {
            "bar": bar,
            "x": WIDE.x(0),
            "y": WIDE.y(place),
            "length": f"{bar.part * WIDE.most:.1f}",
            "text_y": WIDE.y(place, 21),
            "value_x": f"{WIDE.left + bar.part * WIDE.most + 12:.1f}",
            "hidden_x": WIDE.x(36),
            "line_y": WIDE.y(place, -15),
            "flow": _flow(place, bar, drawn[place + 1]) if place + 1 < len(drawn) else "",
        }
        for place, bar in enumerate(drawn)
    ]


def _flow(place: int, above: Bar, below: Bar) -> str:
    """The shape between two bars; it runs out to nothing where the lower one is hidden."""
    if above.number is None:
        return ""
    right, next_right = (f"{WIDE.left + bar.part * WIDE.most:.1f}" for bar in (above, below))
    top, bottom = WIDE.y(place, WIDE.thick), WIDE.y(place + 1)
    return f"M{WIDE.left} {top}H{right}L{next_right} {bottom}H{WIDE.left}z"


def narrow(row: Row) -> list[dict[str, Any]]:
    """The same for a phone: the words above each bar."""
    return [
        {
            "bar": bar,
            "y": NARROW.y(place),
            "text_y": NARROW.y(place, -9),
            "length": f"{bar.part * NARROW.most:.1f}",
            "hidden_y": NARROW.y(place, 13),
        }
        for place, bar in enumerate(bars(row))
    ]


# The table ------------------------------------------------------------------------------------------


def columns() -> list[dict[str, Any]]:
    return [
        {"label": _("Stap")},
        {"label": _("Aantal"), "numeric": True},
        {"label": _("Deel van wie begon met aanmelden"), "numeric": True},
    ]


def rows(row: Row) -> list[list[str | Promise | SafeString]]:
    return [[f"{bar.station}: {str(bar.step.label)}", in_a_cell(bar.number, bar.said), bar.share] for bar in bars(row)]


def in_a_cell(number: int | None, said: str) -> str | SafeString:
    """A hidden number looks hidden: the same words as in the picture."""
    return said if number is not None else format_html('<span class="ol-verborgen">{}</span>', said)


def in_one_sentence(row: Row) -> str:
    """What the picture shows, for who does not see it."""
    told = {bar.step: bar.said for bar in bars(row)}
    return _("Begonnen met aanmelden: %(begun)s. Op een kieslijst: %(listed)s. Gekozen of benoemd: %(elected)s.") % {
        "begun": told[FunnelStep.SIGNED_UP],
        "listed": told[FunnelStep.LISTED],
        "elected": told[FunnelStep.ELECTED],
    }
