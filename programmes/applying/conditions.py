"""Whether a question is asked, given what was answered before. Pure.

asked = shown({1: None, 2: Condition(1, "ja")}, {1: "nee"})   # {1}
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """Only when this answer, or one of the answers, to that question (by number) was `answer`. One level deep."""

    question: int
    answer: str


def is_met(condition: Condition | None, answers: Mapping[int, str]) -> bool:
    """`answers` are texts by question; of several choices, one a line."""
    return condition is None or condition.answer in answers.get(condition.question, "").splitlines()


def shown(conditions: Mapping[int, Condition | None], answers: Mapping[int, str]) -> set[int]:
    """The questions that are asked. One that hangs on a question which is not asked itself is not asked either."""
    at_once = {number for number, condition in conditions.items() if condition is None}
    return {
        number
        for number, condition in conditions.items()
        if condition is None or (condition.question in at_once and is_met(condition, answers))
    }
