"""How far a body is from its next election, and what someone can do with the time that is left. Pure.

The law knows nomination day and election day. Parties close their own selection long before, so every
moment here points people to the party first. The lengths of the moments are a rule of thumb of this site.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

# Days before nomination day at which the next moment begins.
MAY_BEGINS = 730
CAN_BEGINS = 548
GO_BEGINS = 365
LATE_BEGINS = 120


class Moment(StrEnum):
    """The part of the path for which there is time now; after `GO` only asking directly still helps."""

    WANT = "willen"
    MAY = "mogen"
    CAN = "kunnen"
    GO = "gaan"
    LATE = "laat"
    FIXED = "vast"
    ELECTION = "stemmen"
    OVER = "voorbij"


@dataclass(frozen=True)
class Clock:
    today: dt.date
    nomination_day: dt.date
    election_day: dt.date

    @property
    def days_to_nomination(self) -> int:
        """Negative once it is past."""
        return (self.nomination_day - self.today).days

    @property
    def days_to_election(self) -> int:
        return (self.election_day - self.today).days

    @property
    def moment(self) -> Moment:
        if self.days_to_election < 0:
            return Moment.OVER
        if self.days_to_election == 0:
            return Moment.ELECTION
        days = self.days_to_nomination
        if days < 0:
            return Moment.FIXED
        if days <= LATE_BEGINS:
            return Moment.LATE
        if days <= GO_BEGINS:
            return Moment.GO
        if days <= CAN_BEGINS:
            return Moment.CAN
        return Moment.MAY if days <= MAY_BEGINS else Moment.WANT
