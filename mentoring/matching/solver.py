"""The assignment alone: pins, then as many matched as possible, then the highest total; proved."""

from collections import Counter
from dataclasses import dataclass

from mentoring.matching.assigning import assign
from mentoring.matching.instances import Instance
from mentoring.matching.pairs import Pairs, fair_order, gather
from mentoring.matching.proposing import Certificate, certify
from mentoring.matching.raising import raise_worst


@dataclass(frozen=True, slots=True)
class Solution:
    """In the order of the instance's mentees. The certificate is about those who are not pinned."""

    assigned: tuple[tuple[str, str, int], ...]
    unassigned: tuple[str, ...]
    total: int
    certificate: Certificate


def solve(instance: Instance, *, raise_worst_off: bool = False) -> Solution:
    pairs, mentees, mentors = open_pairs(instance)
    found = assign(pairs)
    raised = raise_worst(pairs, found) if raise_worst_off else None
    found = raised.assignment if raised else found
    by_mentee = dict(instance.pinned)
    for row, column in zip(pairs.row_of(found.chosen), pairs.mentor[found.chosen], strict=True):
        by_mentee[mentees[row]] = mentors[column]
    assigned = tuple(
        (one, by_mentee[one], instance.scores[one, by_mentee[one]]) for one in instance.mentees if one in by_mentee
    )
    alone = tuple(one for one in instance.mentees if one not in by_mentee)
    total = sum(score for _mentee, _mentor, score in assigned)
    return Solution(assigned, alone, total, certify(pairs, found, mentees, mentors, raised))


def open_pairs(instance: Instance) -> tuple[Pairs, list[str], list[str]]:
    """The pairs, mentees and mentors that are left to decide beside the pins."""
    mentees = fair_order(one for one in instance.mentees if one not in instance.pinned)
    mentors = fair_order(instance.mentors)
    row = {one: place for place, one in enumerate(mentees)}
    column = {one: place for place, one in enumerate(mentors)}
    rows: list[list[tuple[int, int]]] = [[] for _ in mentees]
    for (mentee, mentor), score in instance.scores.items():
        if mentee in row:
            rows[row[mentee]].append((column[mentor], score))
    taken = Counter(instance.pinned.values())
    return gather(rows, [instance.mentors[one] - taken[one] for one in mentors]), mentees, mentors
