"""A matching round: begun, computed as often as one likes, and sent once; then it goes on after each no."""

from mentoring.actions.rounds.computing import (
    Found,
    ask_to_compute,
    compute_round,
    find_pairs,
    lay_pairs,
    rehearse_round,
)
from mentoring.actions.rounds.locking import computation_of, lock_round, weights_of
from mentoring.actions.rounds.preview import allow_pair, forbid_pair, let_go_on, pin_match, tune_round
from mentoring.actions.rounds.sending import AlreadyBegun, Sent, begin_round, close_round, drop_round, send_round

__all__ = [
    "AlreadyBegun",
    "Found",
    "Sent",
    "allow_pair",
    "ask_to_compute",
    "begin_round",
    "close_round",
    "computation_of",
    "compute_round",
    "drop_round",
    "find_pairs",
    "forbid_pair",
    "lay_pairs",
    "let_go_on",
    "lock_round",
    "pin_match",
    "rehearse_round",
    "send_round",
    "tune_round",
    "weights_of",
]
