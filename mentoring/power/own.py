"""What one of two reads of it beside a proposal: the question, or her own answer, and what both of them are told."""

from dataclasses import dataclass

from mentoring.models import Match, PowerRole
from mentoring.power.warning import warn
from people.models import User


@dataclass(frozen=True)
class PowerPart:
    is_said: bool
    warning: str


def power_part_for(user: User, match: Match) -> PowerPart:
    return PowerPart(PowerRole.objects.filter(user=user).exists(), warn(match))
