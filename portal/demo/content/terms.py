"""Days and moments counted from the day on which the demo is made."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

QUIET_DAYS = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)})
SATURDAY = 5


@dataclass(frozen=True)
class Term:
    now: dt.datetime

    def day(self, days: int) -> dt.date:
        return timezone.localdate(self.now) + dt.timedelta(days=days)

    def moment(self, days: int, hour: int, minute: int = 0) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(self.day(days), dt.time(hour, minute)))

    def working_day(self, days: int) -> int:
        """The number of days to the first day from then on that is no weekend and no holiday of this kind."""
        while self.day(days).weekday() >= SATURDAY or (self.day(days).month, self.day(days).day) in QUIET_DAYS:
            days += 1
        return days

    def season(self, days: int) -> str:
        """What people call that time of the year: voorjaar 2027."""
        day = self.day(days)
        return f"{'voorjaar' if day.month < 8 else 'najaar'} {day.year}"
