"""The days of a pair, fetched along with it, and what they say: all that anybody but the two reads of how it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from mentoring.health import CHECK_IN_AFTER, SILENT_AFTER, Health, health_of, quiet_since
from mentoring.models import Match
from mentoring.pace.states import NudgeState, PaceState
from mentoring.states import MeetingState

# What `days_in` reads of a row of values().
NAMES = ("active_at", "spoke_at", "next_at", "heard_at", "pace__state", "pace__paused_until")


@dataclass(frozen=True)
class Days:
    """Of one pair. `spoke` is the last day on which they did, as far as anybody said."""

    since: date
    spoke: date | None = None
    next_on: date | None = None
    outside: bool = False
    paused_until: date | None = None

    def health(self, on: date) -> Health:
        return health_of(
            since=self.since,
            spoke=self.spoke,
            next_on=self.next_on,
            on=on,
            outside=self.outside,
            paused_until=self.paused_until,
        )

    @property
    def quiet_since(self) -> date:
        return quiet_since(since=self.since, spoke=self.spoke, paused_until=self.paused_until)


def with_days(matches: QuerySet[Match], at: datetime | None = None) -> QuerySet[Match]:
    """Fetches along when the two last spoke, when they will, and how they go on."""
    planned = Q(meetings__state__in=[MeetingState.PROPOSED, MeetingState.AGREED])
    return matches.select_related("pace").annotate(
        spoke_at=Max("meetings__starts_at", filter=Q(meetings__state=MeetingState.HELD)),
        next_at=Min("meetings__starts_at", filter=planned & Q(meetings__starts_at__gte=at or timezone.now())),
        heard_at=Max("nudges__answered_at", filter=Q(nudges__state=NudgeState.SPOKEN)),
    )


def of_health(matches: QuerySet[Match], health: str, on: date) -> QuerySet[Match]:
    """Of those that `with_days` fetched the pairs that go like this: the same as `Days.health`, in the database."""
    heard = Greatest("active_at", Coalesce("spoke_at", F("active_at")), Coalesce("heard_at", F("active_at")))
    pairs = matches.active().annotate(quiet_from=heard)  # type: ignore[attr-defined]
    paused, outside = Q(pace__paused_until__gte=on), Q(pace__state=PaceState.OUTSIDE)
    if health == Health.PAUSED:
        return pairs.filter(paused)
    pairs = pairs.exclude(paused)
    silent, quiet = (_longer_than(period, on) for period in (SILENT_AFTER, CHECK_IN_AFTER))
    if health == Health.SILENT:
        return pairs.filter(silent)
    if health == Health.CHECK_IN:
        return pairs.filter(quiet).exclude(silent)
    well = pairs.exclude(quiet)
    return well.filter(outside) if health == Health.OUTSIDE else well.exclude(outside)


def _longer_than(period: timedelta, on: date) -> Q:
    """Nothing to come, and quiet since a day before this one."""
    day = on - period
    begins = timezone.make_aware(datetime.combine(day, time.min))
    pausing = Q(pace__paused_until=None) | Q(pace__paused_until__lt=day)
    return Q(next_at=None, quiet_from__lt=begins) & pausing


def days_of(match: Match) -> Days:
    """Of one that `with_days` fetched."""
    pace = getattr(match, "pace", None)
    return days_in(
        {name: getattr(match, name) for name in NAMES[:4]}
        | {"pace__state": pace and pace.state, "pace__paused_until": pace and pace.paused_until}
    )


def days_in(row: Mapping[str, Any]) -> Days:
    """Of one as values(*NAMES) gives it."""
    since, spoke, coming, heard = (timezone.localdate(row[name]) if row[name] else None for name in NAMES[:4])
    said = [day for day in (spoke, heard) if day]
    return Days(
        since=since or timezone.localdate(),
        spoke=max(said) if said else None,
        next_on=coming,
        outside=row["pace__state"] == PaceState.OUTSIDE,
        paused_until=row["pace__paused_until"],
    )
