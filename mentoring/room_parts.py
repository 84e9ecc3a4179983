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
    """`asks` for a part that waits for a press: the first of them stands on top and large, the others stay quiet.

    `aside` puts it in the side column. With `fold`, the words that open it, it stands there folded among the others
    in one card; `is_open` when it has something to say now.
    """

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    aside: bool = False
    asks: bool = False
    fold: str = ""
    is_open: bool = False


MakePart = Callable[[HttpRequest, Match, Side], RoomPart | None]


def in_order(parts: list[RoomPart]) -> list[RoomPart]:
    """Of the main column: the first that asks on top, the rest as they came."""
    main = [part for part in parts if not part.aside]
    first = next((part for part in main if part.asks), None)
    return [first, *(part for part in main if part is not first)] if first else main


def beside(parts: list[RoomPart]) -> list[RoomPart]:
    """Of the side column: the cards as they came, and what folds together at the place of the first that does."""
    aside = [part for part in parts if part.aside]
    folded = [part for part in aside if part.fold]
    if not folded:
        return aside
    together = RoomPart("mentoring/room_folded.html", {"parts": folded}, aside=True)
    return [together if part is folded[0] else part for part in aside if part is folded[0] or not part.fold]
