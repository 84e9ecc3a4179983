"""Whether a pair speaks with each other: by dates alone, never by what was said.

health_of(since=date(2026, 9, 1), spoke=date(2026, 9, 20), next_on=None, on=date(2026, 10, 1))   # ON_TRACK
"""

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

CHECK_IN_AFTER = timedelta(weeks=6)
SILENT_AFTER = timedelta(weeks=12)


class Health(TextChoices):
    ON_TRACK = "on_track", _("loopt goed")
    CHECK_IN = "check_in", _("vraag hoe het gaat")
    SILENT = "silent", _("stil")
    OUTSIDE = "outside", _("buiten het portaal")
    PAUSED = "paused", _("pauze")


def health_of(
    *,
    since: date,
    spoke: date | None,
    next_on: date | None,
    on: date,
    outside: bool = False,
    paused_until: date | None = None,
) -> Health:
    """A meeting to come is a good sign; else it counts how long ago they spoke, or became a pair.

    Who meets outside the portal says so once a month: without that word they fall silent like everybody.
    """
    if paused_until is not None and paused_until >= on:
        return Health.PAUSED
    well = Health.OUTSIDE if outside else Health.ON_TRACK
    if next_on is not None and next_on >= on:
        return well
    quiet = on - quiet_since(since=since, spoke=spoke, paused_until=paused_until)
    if quiet > SILENT_AFTER:
        return Health.SILENT
    return Health.CHECK_IN if quiet > CHECK_IN_AFTER else well


def quiet_since(*, since: date, spoke: date | None, paused_until: date | None = None) -> date:
    """From when silence counts: they spoke, became a pair, or came back from a pause."""
    return max(since, spoke or since, paused_until or since)
