"""The solver itself: one min-cost flow from mentees through mentors to a sink."""

import numpy as np
from ortools.graph.python import min_cost_flow

from mentoring.matching.pairs import Array


class NotProved(RuntimeError):
    """The solver's answer did not pass our proof. Nothing may be built on it."""


def flow(row: Array, mentor: Array, score: Array, mentees: int, capacity: Array, match_price: int) -> Array:
    """Which of these pairs are matched: the largest sum of (match_price + score).

    A mentee reaches the sink through a mentor at cost -score, or directly at cost match_price. So all supply always
    arrives, and the flow is never infeasible.
    """
    mentors, pairs, sink = len(capacity), len(row), mentees + len(capacity)
    if not mentees or not pairs:
        return np.zeros(pairs, bool)
    network = min_cost_flow.SimpleMinCostFlow()
    everyone, everywhere = np.arange(mentees), np.arange(mentors) + mentees
    # The direct arcs first: the solver looks at a node's arcs in this order, which saves some time.
    network.add_arcs_with_capacity_and_unit_cost(
        everyone, np.full(mentees, sink), np.ones(mentees, np.int64), np.full(mentees, match_price)
    )
    of_pairs = network.add_arcs_with_capacity_and_unit_cost(
        row, mentor.astype(np.int32) + mentees, np.ones(pairs, np.int64), -score.astype(np.int64)
    )
    network.add_arcs_with_capacity_and_unit_cost(
        everywhere, np.full(mentors, sink), capacity, np.zeros(mentors, np.int64)
    )
    network.set_nodes_supplies(np.append(everyone, sink), np.append(np.ones(mentees, np.int64), -mentees))
    status = network.solve()
    if status != network.OPTIMAL:
        raise NotProved(f"the flow ended with {status}")
    return np.asarray(network.flows(of_pairs)) > 0
