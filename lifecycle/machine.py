"""A state machine as a table: pure, no ORM, no mail, no user.

DOOR = Machine("door", [
    Move("open", {"closed"}, "opened"),
    Move("shut", {"opened"}, "closed"),
])
DOOR.target("open", "closed")   # "opened"
DOOR.target("shut", "closed")   # IllegalMove
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lifecycle.errors import IllegalMove

Facts = dict[str, object]


@dataclass(frozen=True)
class Move:
    """One arrow of the drawing: `verb` takes any of `sources` to `target`, if `when` holds.

    `when` is a pure function of the facts given to `Machine.target`; several moves may share a
    verb and a source, the first whose condition holds is taken.
    """

    verb: str
    sources: frozenset[str]
    target: str
    when: Callable[[Facts], bool] | None = None

    def __init__(
        self, verb: str, sources: Iterable[str], target: str, when: Callable[[Facts], bool] | None = None
    ) -> None:
        object.__setattr__(self, "verb", verb)
        object.__setattr__(self, "sources", frozenset(str(source) for source in sources))
        object.__setattr__(self, "target", str(target))
        object.__setattr__(self, "when", when)


class Machine:
    """All moves of one kind of thing. `docs/states/<name>.md` draws it; a test compares."""

    def __init__(self, name: str, moves: Iterable[Move]) -> None:
        self.name = name
        self.moves = tuple(moves)
        self.states = frozenset().union(*({move.target, *move.sources} for move in self.moves))
        self.verbs = frozenset(move.verb for move in self.moves)

    def target(self, verb: str, state: str, **facts: object) -> str:
        """The state that `verb` leads to; IllegalMove when there is none."""
        if verb not in self.verbs:
            raise ValueError(f"{self.name} knows no verb {verb}")
        for move in self.moves:
            if move.verb == verb and str(state) in move.sources and (move.when is None or move.when(facts)):
                return move.target
        raise IllegalMove(self.name, verb, str(state))

    def allows(self, verb: str, state: str, **facts: object) -> bool:
        """Whether `verb` is possible now: what a policy or a button asks."""
        try:
            self.target(verb, state, **facts)
        except IllegalMove:
            return False
        return True

    def arrows(self) -> set[tuple[str, str, str]]:
        """(source, verb, target) of every move, as the drawing has them."""
        return {(source, move.verb, move.target) for move in self.moves for source in move.sources}
