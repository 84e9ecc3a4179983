"""What each role gets at the pages that are there to read."""

from tests.walkers.expecting import Expected, everyone

EXPECTED: dict[str, Expected] = {"programmes:easy": everyone()}
