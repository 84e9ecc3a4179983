"""What other weights would change: who would get another mentor, and is better or worse off with her."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mentoring.matching.preparing import Ids, Prepared
from mentoring.matching.profiles import Mentee, Mentor
from mentoring.matching.proposing import Pair, Proposals, solve_prepared
from mentoring.matching.weights import Weights


@dataclass(frozen=True)
class Change:
    """One mentee whose pair would be another. `points` compares the two by the weights that are tried.

    Who gets a mentor at all gains 1000 on top of it, who loses hers the same: being matched goes before any score.
    """

    mentee: str
    points: int
    was: Proposals = field(repr=False, compare=False)
    will_be: Proposals = field(repr=False, compare=False)

    @property
    def before(self) -> Pair | None:
        """None is nobody. With reasons, which are made when they are read: of many changes a page shows a few."""
        return self.was.pair_of(self.mentee)

    @property
    def after(self) -> Pair | None:
        return self.will_be.pair_of(self.mentee)


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
    prepared = Prepared(mentees, mentors, weights_a, pinned=pinned, forbidden=forbidden, salt=salt)
    before = solve_prepared(prepared, weights_a, raise_worst_off=raise_worst_off)
    return rehearse_from(before, weights_b, raise_worst_off=raise_worst_off)


def rehearse_from(before: Proposals, weights: Weights, *, raise_worst_off: bool = False) -> Rehearsal:
    """From what was solved already: only what the weights change is worked out again.

    Where several matchings are equally good, a round with these weights may choose another one of them.
    """
    solved = before.solved
    prepared = solved.prepared if solved.prepared.fits(weights) else solved.prepared.anew(weights)
    after = solve_prepared(prepared, weights, prices=solved.found.v, raise_worst_off=raise_worst_off)

    def worth(mentee: str, mentor: str | None) -> int:
        return 1000 + prepared.total_of(mentee, mentor, weights) if mentor else 0

    changes = []
    for mentee in prepared.mentees:
        was, will_be = before.mentor_of.get(mentee), after.mentor_of.get(mentee)
        if was != will_be:
            changes.append(Change(mentee, worth(mentee, will_be) - worth(mentee, was), before, after))
    return Rehearsal(
        before,
        after,
        tuple(sorted((one for one in changes if one.points > 0), key=lambda one: -one.points)),
        tuple(sorted((one for one in changes if one.points < 0), key=lambda one: one.points)),
        tuple(one for one in changes if one.points == 0),
    )
