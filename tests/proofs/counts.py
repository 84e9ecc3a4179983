"""How often a counted test repeats: a few times in the suite, its full count under `make prove`."""

import os
from pathlib import Path


def rounds(in_the_suite: int) -> int:
    return int(os.environ.get("PROVE_COUNT", in_the_suite))


def held(times: int) -> int:
    """Tells `make prove` how often the thing held; the test itself says what it must be."""
    if figure := os.environ.get("PROVE_FIGURE"):
        Path(figure).write_text(str(times), encoding="ascii")
    return times
