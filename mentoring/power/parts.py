"""In the place of a pair: what both are told, and where each says or takes back her own answer."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mentoring.models import Match
from mentoring.power.own import power_part_for
from mentoring.room_parts import RoomPart
from mentoring.states import Side


def roles(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
    """Beside what they do together, also when the answer came after the second yes."""
    if not request.user.is_authenticated:
        return None
    power = power_part_for(request.user, match)
    fold, is_open = _("Kan jullie rol botsen?"), bool(power.warning)
    return RoomPart("mentoring/power_part.html", {"power": power}, aside=True, fold=fold, is_open=is_open)
