"""The worked example on top of the engine is true."""

import doctest

from mentoring import matching


def test_the_worked_example_holds() -> None:
    outcome = doctest.testmod(matching)
    assert outcome.attempted > 15 and outcome.failed == 0
