"""How often a counted test repeats: a few times in the suite, its full count under `make prove`."""

import os


def rounds(in_the_suite: int) -> int:
    return int(os.environ.get("PROVE_COUNT", in_the_suite))
