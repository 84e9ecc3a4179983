"""What a part of a pair's place is. Each is made by a function in mentoring.views.room.PARTS, in screen order:

    def messages(request: HttpRequest, match: Match, side: Side) -> RoomPart | None:
        return RoomPart("mentoring/talking_messages.html", {"messages": …})

Its template reads `part` (the context given here), `match`, `other` (what the other one is called), `goes_on`
(whether the pair does) and `is_first` (whether this is the one thing to do, on top).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from mentoring.models import Match
from mentoring.states import Side


@dataclass(frozen=True)
class RoomPart:
    """`asks` for a part that waits for a press: the first of them stands on top and large, the others stay quiet."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    aside: bool = False
    asks: bool = False


MakePart = Callable[[HttpRequest, Match, Side], RoomPart | None]


def in_order(parts: list[RoomPart]) -> list[RoomPart]:
    """Of the main column: the first that asks on top, the rest as they came."""
    main = [part for part in parts if not part.aside]
    first = next((part for part in main if part.asks), None)
    return [first, *(part for part in main if part is not first)] if first else main
