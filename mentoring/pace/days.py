"""The days of a pair, fetched along with it, and what they say: all that anybody but the two reads of how it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from mentoring.health import Health, health_of, quiet_since
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
