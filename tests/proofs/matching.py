"""The matching held against optima found in other ways; each function says how many random instances agreed.

The suite runs it for a few, `make prove` for many.
"""

from dataclasses import replace
from functools import cache
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from mentoring.matching.assigning import assign
from mentoring.matching.instances import Instance
from mentoring.matching.proposing import People
from mentoring.matching.raising import raise_worst
from mentoring.matching.solver import Solution, open_pairs, solve

Optimum = tuple[int, int]  # how many are matched, and their total


def equal_to_brute_force(count: int) -> int:
    return sum(agrees(small_instance(Random(seed)), by_brute_force) for seed in range(count))


def equal_to_milp(count: int) -> int:
    return sum(agrees(middling_instance(Random(seed)), by_milp) for seed in range(count))


def equal_when_raised(count: int) -> int:
    return sum(agrees_when_raised(small_instance(Random(seed)), by_brute_force) for seed in range(count))


def equal_to_milp_when_raised(count: int) -> int:
    return sum(agrees_when_raised(middling_instance(Random(seed)), by_milp) for seed in range(count))


def agrees_when_raised(instance: Instance, independent) -> bool:
    """With the worst-off raised: as many, the highest lowest score, and then the highest total."""
    expected = raised_by(instance, independent)
    solution = solve(instance, raise_worst_off=True)
    if faults(instance, solution) or not solution.certificate.lowest == expected[1] == lowest_of(instance, solution):
        return False
    pairs, _mentees, _mentors = open_pairs(instance)
    priced = raise_worst(pairs, assign(pairs), whole_below=0, keep=1)
    if priced and (priced.lowest, priced.assignment.total) != (expected[1], solution.certificate.total):
        return False
    return (len(solution.assigned), solution.total) == (expected[0], expected[2])


def lowest_of(instance: Instance, solution: Solution) -> int:
    """Pins stand outside it: they are no choice of the machine."""
    return min((score for mentee, _mentor, score in solution.assigned if mentee not in instance.pinned), default=0)


def raised_by(instance: Instance, independent) -> tuple[int, int, int]:
    """By definition: leave away the lowest scores for as long as as many can be matched."""
    number, total = independent(instance)
    lowest = 0
    for least in sorted({*instance.scores.values()}):
        fewer = {
            pair: score for pair, score in instance.scores.items() if score >= least or instance.pinned.get(pair[0])
        }
        found = independent(replace(instance, scores=fewer))
        if found[0] < number or number == len(instance.pinned):
            break
        lowest, total = least, found[1]
    return number, lowest, total


def agrees(instance: Instance, independent) -> bool:
    """Solved whole, and by pricing from one pair each: pins kept, an optimum, and a proof that holds."""
    expected = independent(instance)
    solution = solve(instance)
    if faults(instance, solution) or (len(solution.assigned), solution.total) != expected:
        return False
    pairs, _mentees, _mentors = open_pairs(instance)
    priced = assign(pairs, whole_below=0, keep=1, add=1)
    pinned = sum(instance.scores[pin] for pin in instance.pinned.items())
    return (len(priced.chosen) + len(instance.pinned), priced.total + pinned) == expected


# Random instances ---------------------------------------------------------------------------------


def small_instance(random: Random) -> Instance:
    return instance(random, random.randint(0, 7), random.randint(0, 4), places=2)


def middling_instance(random: Random) -> Instance:
    return instance(random, random.randint(20, 120), random.randint(5, 40), places=5)


def instance(random: Random, mentees: int, mentors: int, places: int) -> Instance:
    """With gaps, ties, scores of nothing, mentors without a place, and pins."""
    density = random.choice([0.1, 0.4, 0.7, 1.0])
    highest = random.choice([0, 1, 3, 50, 1000])
    women = [f"a{number}" for number in range(mentees)]
    guides = {f"m{number}": random.randint(0, places) for number in range(mentors)}
    random.shuffle(women)
    scores = {
        (one, other): random.randint(0, highest) for one in women for other in guides if random.random() < density
    }
    return Instance(tuple(women), guides, scores, some_pins(random, guides, [*scores]))


def some_pins(random: Random, places: dict[str, int], pairs: list[tuple[str, str]]) -> dict[str, str]:
    pins: dict[str, str] = {}
    left = dict(places)
    for mentee, mentor in random.sample(pairs, min(len(pairs), random.choice([0, 0, 1, 3]))):
        if mentee not in pins and left[mentor]:
            pins[mentee] = mentor
            left[mentor] -= 1
    return pins


# Independent optima -------------------------------------------------------------------------------


def by_brute_force(instance: Instance) -> Optimum:
    """Every way of giving each mentee in turn nobody or a mentor with room."""
    mentors = list(instance.mentors)

    @cache
    def best(place: int, room: tuple[int, ...]) -> Optimum:
        if place == len(instance.mentees):
            return 0, 0
        mentee = instance.mentees[place]
        choices = [] if mentee in instance.pinned else [best(place + 1, room)]
        for column, mentor in enumerate(mentors):
            pinned_elsewhere = instance.pinned.get(mentee, mentor) != mentor
            if pinned_elsewhere or not room[column] or (mentee, mentor) not in instance.scores:
                continue
            number, total = best(place + 1, (*room[:column], room[column] - 1, *room[column + 1 :]))
            choices.append((number + 1, total + instance.scores[mentee, mentor]))
        return max(choices, default=(-1000, 0))  # a pin that another took the place of: no way at all

    return best(0, tuple(instance.mentors.values()))


def by_milp(instance: Instance) -> Optimum:
    """Whole numbers x per pair; one more match weighs more than all scores together."""
    pairs = list(instance.scores)
    if not pairs:
        return 0, 0
    row = {one: place for place, one in enumerate(instance.mentees)}
    column = {one: place + len(row) for place, one in enumerate(instance.mentors)}
    of_mentee, of_mentor = [row[mentee] for mentee, _ in pairs], [column[mentor] for _, mentor in pairs]
    at = np.arange(len(pairs))
    used = coo_array(
        (np.ones(2 * len(pairs)), (np.array(of_mentee + of_mentor), np.tile(at, 2))),
        shape=(len(row) + len(column), len(pairs)),
    )
    most = [1] * len(row) + list(instance.mentors.values())
    pinned = np.array([instance.pinned.get(mentee) == mentor for mentee, mentor in pairs], float)
    score = np.array([instance.scores[pair] for pair in pairs])
    match = 1000 * len(row) + 1
    found = milp(
        -(score + match),
        constraints=LinearConstraint(used, ub=np.array(most)),
        integrality=np.ones(len(pairs)),
        bounds=Bounds(pinned, np.ones(len(pairs))),
        options={"mip_rel_gap": 0},
    )
    assert found.success, found.message
    chosen = found.x > 0.5
    return int(chosen.sum()), int(score[chosen].sum())


# The certificate, read with ids and plain numbers ---------------------------------------------------


def faults(instance: Instance, solution: Solution) -> list[str]:
    """What is wrong with a solution, or with its proof that nothing is better."""
    proof = solution.certificate
    matched = {mentee: mentor for mentee, mentor, _score in solution.assigned}
    listed = all(instance.scores.get((mentee, mentor)) == score for mentee, mentor, score in solution.assigned)
    room = dict(instance.mentors)
    for mentor in matched.values():
        room[mentor] -= 1
    free = {one for one in instance.mentees if one not in instance.pinned}
    places = {one: most - [*instance.pinned.values()].count(one) for one, most in instance.mentors.items()}
    u = {one: proof.mentee_prices.get(one, 0) for one in free}
    v = {one: proof.mentor_prices.get(one, 0) for one in places}
    open_pairs = [(pair, score) for pair, score in instance.scores.items() if pair[0] in free]
    open_total = sum(score for mentee, _mentor, score in solution.assigned if mentee in free)
    number = len([one for one in matched if one in free])
    half = proof.match_price // 2
    cover = sum(places[one] for one in v if v[one] >= half) + sum(
        price > proof.match_price - half for price in u.values()
    )
    counted = [(pair, score) for pair, score in open_pairs if score >= proof.lowest]
    wrong = {
        "an assigned pair is not listed with this score": not listed,
        "a mentee is matched twice or lost": len(matched) != len(solution.assigned)
        or {*matched, *solution.unassigned} != {*instance.mentees}
        or len(matched) + len(solution.unassigned) != len(instance.mentees),
        "a mentor is over capacity": min(room.values(), default=0) < 0,
        "a pin is lost": any(matched.get(mentee) != mentor for mentee, mentor in instance.pinned.items()),
        "a price is negative": min([*u.values(), *v.values()], default=0) < 0,
        "a pair beats the prices": any(
            u[mentee] + v[mentor] < proof.match_price + score for (mentee, mentor), score in counted
        ),
        "the bound is not reached": sum(u.values()) + sum(places[one] * v[one] for one in v)
        != proof.match_price * number + open_total,
        "the number is not proved largest": cover != number,
        "the total is another": solution.total != sum(score for _mentee, _mentor, score in solution.assigned),
        "the certificate counts another matching": (proof.number, proof.total) != (number, open_total),
    }
    if proof.number_cover and proof.lowest_cover:
        above = [(pair, score) for pair, score in open_pairs if score > proof.lowest]
        wrong |= {
            "a matched pair scores less than the lowest": lowest_of(instance, solution) != proof.lowest,
            "more could be matched": _covered(proof.number_cover, open_pairs, places) != number,
            "the lowest could be higher": _covered(proof.lowest_cover, above, places) >= number,
        }
    return [what for what, holds in wrong.items() if holds]


def _covered(cover: People, pairs: list[tuple[tuple[str, str], int]], places: dict[str, int]) -> int:
    """How many places these people have together; endless when a pair has none of them."""
    mentees, mentors = {*cover.mentees}, {*cover.mentors}
    if any(mentee not in mentees and mentor not in mentors for (mentee, mentor), _score in pairs):
        return 1 << 60
    return len(mentees) + sum(places[one] for one in mentors)
