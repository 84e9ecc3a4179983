"""A whole round, and a rehearsal, against the reference on the same people, in the same round of the same process.

python -m bench.in_memory bench.rounds round MENTEES ROUNDS       read, solved, explained to both in words, written
python -m bench.in_memory bench.rounds rehearsal MENTEES ROUNDS   one weight a little other, once the round was solved
"""

import statistics
import sys
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone

from bench.laying import lay_country
from bench.matching import tell, timed
from bench.random_pools import national_weights
from bench.reference import score_all, solve_all
from mentoring.actions.rounds import begin_round, drop_round, find_pairs, lay_pairs, lock_round
from mentoring.bare_pool import BarePool, bare_pool_of, undisturbed
from mentoring.matching import Weights, propose, rehearse_from
from mentoring.matching.pools import encode
from mentoring.models import Match, Round
from mentoring.reasons import told
from mentoring.states import Side
from people.models import User
from programmes.models import Edition

TARGETS = {"round": 1.0, "rehearsal": 0.2}
CHANGES = ({"topics": 33}, {"topics": 27}, {"province": 12}, {"help": 28}, {"availability": 8}, {"office": 13})
Optimum = tuple[int, int]  # how many are matched, and their total
Solving = Callable[[], Optimum]
Ratios = dict[str, list[float]]  # of each line, by the end of its name


def main(what: str, mentees: int, rounds: int) -> int:
    """0 when the targets are met; another number or total than the reference's is an error."""
    edition, organiser = lay_country(mentees, seed=1)
    pool = bare_pool_of(edition, by=organiser)
    found = (whole_rounds if what == "round" else rehearsals)(pool, edition, organiser, rounds)
    fine = [meets(f"{what}-{mentees}{also}", ratios, TARGETS[what]) for also, ratios in found.items()]
    return 0 if all(fine) else 1


def meets(name: str, ratios: list[float], target: float) -> bool:
    median = statistics.median(ratios)
    fine = tell(name, f"{median:.2f}", median, target)
    print(f"  ratios of the rounds: {', '.join(f'{ratio:.2f}' for ratio in sorted(ratios))}", flush=True)
    return fine


def whole_rounds(pool: BarePool, edition: Edition, organiser: User, rounds: int) -> Ratios:
    """As they are computed by themselves, with the worst-off raised, and without.

    The reference raises nobody: beside the former it must match as many, beside the latter to the same total.
    """
    columns, weights = encode(pool.asking, pool.offering), national_weights()

    def reference() -> Optimum:
        return solve_all(columns, score_all(columns, weights))

    ratios: Ratios = {"": [], "-raised": []}
    for number in range(rounds):
        plain = begun(edition, organiser, raises=False)
        ratio, its_time, best = side_by_side(number, partial(whole_round, plain, organiser, weights), reference)
        drop_round(plain, by=organiser)
        fair = begun(edition, organiser, raises=True)
        raised, our_time = timed(partial(whole_round, fair, organiser), weights)
        drop_round(fair, by=organiser)
        if raised[0] != best[0]:
            raise SystemExit(f"raised, {raised[0]} are matched; the reference matches {best[0]}")
        ratios[""].append(ratio)
        ratios["-raised"].append(our_time / its_time)
    return ratios


def begun(edition: Edition, organiser: User, raises: bool) -> Round:
    round = begin_round(edition, by=organiser)
    round.raises_worst_off = raises
    round.save(update_fields=["raises_worst_off"])
    return round


@undisturbed()
@transaction.atomic
def whole_round(round: Round, organiser: User, weights: Weights) -> Optimum:
    """As the worker does it (mentoring.computing.running), and then what each of the two may read of each pair."""
    at = timezone.now()
    found = find_pairs(round, by=organiser, at=at, weights=weights)
    lay_pairs(lock_round(round, organiser), found, by=organiser, at=at)
    pairs = found.proposals.pairs
    words = [told(side, pair.score.reasons) for pair in pairs for side in Side]
    if len(words) != 2 * Match.objects.prepared().filter(round=round).count():
        raise SystemExit("not every pair is laid ready and put in words")
    return len(pairs), found.proposals.total


def rehearsals(pool: BarePool, _edition: Edition, _organiser: User, rounds: int) -> Ratios:
    columns = encode(pool.asking, pool.offering)
    before = propose(pool.asking, pool.offering, national_weights(), forbidden=pool.forbidden)
    ratios = []
    for number in range(rounds):
        weights = national_weights().tuned(**CHANGES[number % len(CHANGES)])

        def rehearsed(weights: Weights = weights) -> Optimum:
            after = rehearse_from(before, weights).after
            return len(after.matched), after.total

        def reference(weights: Weights = weights) -> Optimum:
            return solve_all(columns, score_all(columns, weights))

        ratios.append(side_by_side(number, rehearsed, reference)[0])
    return {"": ratios}


def side_by_side(number: int, ours: Solving, theirs: Solving) -> tuple[float, float, Optimum]:
    """The ratio of our time to theirs, theirs, and what both found; they take turns in going first."""
    took, found = {}, {}
    for solve in (ours, theirs) if number % 2 else (theirs, ours):
        found[solve], took[solve] = timed(lambda _, solve=solve: solve(), None)
    if found[ours] != found[theirs]:
        raise SystemExit(f"found {found[ours]}, the reference {found[theirs]}")
    return took[ours] / took[theirs], took[theirs], found[theirs]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
