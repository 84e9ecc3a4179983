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


def health_of(*, since: date, spoke: date | None, next_on: date | None, on: date) -> Health:
    """A meeting to come is a good sign; else it counts how long ago they spoke, or became a pair."""
    if next_on is not None and next_on >= on:
        return Health.ON_TRACK
    quiet = on - max(since, spoke or since)
    if quiet > SILENT_AFTER:
        return Health.SILENT
    return Health.CHECK_IN if quiet > CHECK_IN_AFTER else Health.ON_TRACK
