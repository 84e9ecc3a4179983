"""What other weights would change: who would get another mentor, and is better or worse off with her."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from mentoring.matching.profiles import Mentee, Mentor
from mentoring.matching.proposing import Ids, Pair, Proposals, propose
from mentoring.matching.scoring import explain_pair
from mentoring.matching.weights import Weights


@dataclass(frozen=True, slots=True)
class Change:
    """One mentee whose pair would be another; None is nobody. `points` compares the two by the weights that are tried.

    Who gets a mentor at all gains 1000 on top of it, who loses hers the same: being matched goes before any score.
    """

    mentee: str
    before: Pair | None
    after: Pair | None
    points: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Gains and losses, the largest first; `moved` are pairs of equal worth. Who keeps her mentor stands nowhere."""

    before: Proposals
    after: Proposals
    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    moved: tuple[Change, ...]


def rehearse(
    mentees: Iterable[Mentee],
    mentors: Iterable[Mentor],
    weights_a: Weights,
    weights_b: Weights,
    *,
    pinned: Sequence[Ids] = (),
    forbidden: Sequence[Ids] = (),
    salt: str = "",
    raise_worst_off: bool = False,
) -> Rehearsal:
    """Both rounds on the same people; raises as `propose` does. Nothing is sent or kept."""
    asking, offering = list(mentees), list(mentors)
    same = partial(
        propose,
        asking,
        offering,
        pinned=pinned,
        forbidden=forbidden,
        salt=salt,
        raise_worst_off=raise_worst_off,
    )
    before = same(weights_a)
    after = same(weights_b, warm=before.certificate)
    mentor_of = {one.id: one for one in offering}
    was, will_be = ({pair.mentee: pair for pair in one.pairs} for one in (before, after))

    def worth(one: Mentee, pair: Pair | None) -> int:
        return 1000 + explain_pair(one, mentor_of[pair.mentor], weights_b).total if pair else 0

    changes = [
        Change(one.id, old, new, worth(one, new) - worth(one, old))
        for one in asking
        if _mentor(old := was.get(one.id)) != _mentor(new := will_be.get(one.id))
    ]
    return Rehearsal(
        before,
        after,
        tuple(sorted((one for one in changes if one.points > 0), key=lambda one: -one.points)),
        tuple(sorted((one for one in changes if one.points < 0), key=lambda one: one.points)),
        tuple(one for one in changes if one.points == 0),
    )


def _mentor(pair: Pair | None) -> str | None:
    return pair.mentor if pair else None
