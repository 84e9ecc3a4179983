"""`make bench`: how fast, as ratios of two ways side by side in one run.

    .venv/bin/python -m scripts.bench [NAME…]       as make bench BENCH="NAME…"

Without a name those that take a minute or less. Every one runs, also after one fell short. `bench/README.md` says
what is compared with what.
"""

import subprocess
import sys

from scripts.places import PYTHON, ROOT
from scripts.steps import say

BENCHES = {
    "matching-10000": (["bench.matching", "10000", "7"], 300),
    "matching-30000": (["bench.matching", "30000", "5"], 900),
    "round-10000": (["bench.in_memory", "bench.rounds", "round", "10000", "5"], 600),
    "rehearsal-10000": (["bench.in_memory", "bench.rounds", "rehearsal", "10000", "5"], 600),
}
LONG = {"matching-30000", "round-10000"}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        say(f"unknown: {', '.join(unknown)}; there are {', '.join(BENCHES)}")
        return 2
    short = [name for name in names or sorted(BENCHES.keys() - LONG) if not meets_its_target(name)]
    return 1 if short else 0


def meets_its_target(name: str) -> bool:
    module, seconds = BENCHES[name]
    try:
        code = subprocess.run([PYTHON, "-m", *module], cwd=ROOT, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        say(f"{name}: no end after {seconds} s short")
        return False
    if code not in (0, 1):
        say(f"{name}: ended with {code} short")
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
