"""Where someone stands in an edition, as stations of a path (components/path.html)."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programmes.models import Participation

Station = dict[str, str]


def stations(participation: Participation, submitted_at: datetime | None = None) -> list[Station]:
    """From the application (left out when it is no longer kept) to the end. Empty for who stopped."""
    if participation.left_at:
        return []
    edition = participation.edition
    passed = [
        (_("Aangemeld"), _day(submitted_at), bool(submitted_at)),
        (_("Toegelaten"), _day(participation.admitted_at), True),
        (_("Meedoen"), _day(edition.starts_on or participation.started_at), bool(participation.started_at)),
        (_("Afgerond"), _day(participation.completed_at or edition.ends_on), bool(participation.completed_at)),
    ]
    rows = passed if submitted_at else passed[1:]
    now = sum(is_passed for _title, _when, is_passed in rows) - 1
    is_over = bool(participation.completed_at)
    return [
        {"title": title, "when": when, "state": _state(place - now, is_over)}
        for place, (title, when, _passed) in enumerate(rows)
    ]


def _state(beyond_now: int, is_over: bool) -> str:
    """`beyond_now`: stations past the one where someone stands, 0 there; at the end that one is done as well."""
    if beyond_now > 0:
        return "empty"
    return "now" if beyond_now == 0 and not is_over else "done"


def _day(moment: date | datetime | None) -> str:
    if isinstance(moment, datetime):
        moment = timezone.localdate(moment)
    return date_format(moment, "j F Y") if moment else ""
