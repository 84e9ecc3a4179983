"""When mentors often have less time: said beside the form, so that nobody takes a silence for a no.

busy_months(date(2026, 6, 20))   # ["In juli en augustus …"]
"""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from elections.models import Election

AHEAD = timedelta(weeks=4)
CAMPAIGN = timedelta(weeks=8)
"""So long before an election day who stands on a list has less time."""


def busy_months(on: date) -> list[str]:
    """Of the weeks from this day on; empty when nothing is special about them."""
    said = []
    if any(day.month in (7, 8) for day in (on, on + AHEAD)):
        said.append(_("In juli en augustus vergaderen veel raden niet. Misschien is de ander dan weg."))
    if _near_new_year(on):
        said.append(_("Rond Kerst en Nieuwjaar vergaderen veel raden niet. Misschien is de ander dan weg."))
    coming = Election.objects.filter(election_day__gte=on, election_day__lte=on + CAMPAIGN).order_by("election_day")
    if (first := coming.first()) is not None:
        day = date_format(first.election_day, "j F Y")
        said.append(_("Op %(day)s zijn er verkiezingen. Wie campagne voert, heeft tot dan minder tijd.") % {"day": day})
    return said


def _near_new_year(on: date) -> bool:
    return (on.month, on.day) >= (12, 7) or (on.month, on.day) <= (1, 6)
