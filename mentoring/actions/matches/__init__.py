"""From a proposal to a pair, and to its end."""

from mentoring.actions.matches.answering import AlreadyAnswered, NoRoom, TooLate, accept_match, decline_match
from mentoring.actions.matches.ending import (
    end_match,
    end_with_mentor,
    end_with_participations,
    end_without,
    expire_matches,
    take_back_match,
)
from mentoring.actions.matches.locking import lock_match, lock_owners
from mentoring.actions.matches.proposing import (
    ANSWER_DAYS,
    answer_term,
    not_now,
    propose_match,
    propose_prepared,
    why_not_together,
)
from mentoring.actions.matches.requesting import AskedEnough, NotNow, ask_mentor, stop_request, take_back_request

__all__ = [
    "ANSWER_DAYS",
    "AlreadyAnswered",
    "AskedEnough",
    "NoRoom",
    "NotNow",
    "TooLate",
    "accept_match",
    "answer_term",
    "ask_mentor",
    "decline_match",
    "end_match",
    "end_with_mentor",
    "end_with_participations",
    "end_without",
    "expire_matches",
    "lock_match",
    "lock_owners",
    "not_now",
    "propose_match",
    "propose_prepared",
    "stop_request",
    "take_back_match",
    "take_back_request",
    "why_not_together",
]
